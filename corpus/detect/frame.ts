import { subjectBefore, type TokenRange } from './noun-phrases';
import type { Period } from './periods';
import type { RuleName } from './rules';
import type { VerbGroup } from './verb-groups';

/** Who says what by which words, in one period; token indices. */
export interface Frame {
  readonly rule: RuleName;
  readonly cue: TokenRange | null;
  readonly source: TokenRange | null;
  readonly addressee: TokenRange | null;
  readonly content: readonly TokenRange[];
}

/** What the readers of constructions share. */
export interface Reading {
  readonly period: Period;
  readonly groups: readonly VerbGroup[];
  /** Frames found so far, in text order of their cues. */
  readonly found: readonly Frame[];
}

/** Whether a frame's cue stands in what another one gives to its source. */
export function isHeldBy({ content }: Frame, { cue }: Frame): boolean {
  return cue !== null && content.some(({ from, to }) => from <= cue.from && cue.to <= to);
}

/** Where a frame stands among the others of its period. */
export function placeOf(frame: Frame): number {
  return frame.cue?.from ?? frame.content[0]!.from;
}

/** Who spoke or acted last before a verb group in its period. */
export function inheritedSource(
  { period, groups, found }: Reading,
  group: VerbGroup,
): TokenRange | null {
  const spoken = found.filter(
    (frame) =>
      frame.source !== null &&
      placeOf(frame) < group.from &&
      !isRelative(period, frame.source) &&
      !isHeld(found, frame),
  );
  const last = spoken.at(-1);
  if (last?.source) return last.source;
  for (const { from, form } of groups) {
    if (from >= group.from) break;
    if (form === 'infinitive' || form === 'participle') continue;
    const subject = subjectBefore(period, from);
    if (subject !== null && !isRelative(period, subject)) return subject;
  }
  return null;
}

/** Whether a frame's source stands in what another one says: "Orm said he feared it, adding …". */
function isHeld(found: readonly Frame[], { source }: Frame): boolean {
  return found.some(({ content }) =>
    content.some(({ from, to }) => from <= source!.from && source!.to <= to),
  );
}

function isRelative({ tokens }: Period, { from, to }: TokenRange): boolean {
  return from === to && ['who', 'which', 'that'].includes(tokens[from]!.lower);
}

/** Whether a clause with a verb of its own stands between two tokens. */
export function hasFiniteVerb(groups: readonly VerbGroup[], from: number, to: number): boolean {
  return groups.some(
    (group) =>
      group.from >= from &&
      group.head <= to &&
      group.form !== 'infinitive' &&
      group.form !== 'participle',
  );
}
