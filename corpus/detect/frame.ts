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

/** Where a frame stands among the others of its period. */
export function placeOf(frame: Frame): number {
  return frame.cue?.from ?? frame.content[0]!.from;
}

/** Who spoke or acted last before a verb group in its period. */
export function inheritedSource(
  { period, groups, found }: Reading,
  group: VerbGroup,
): TokenRange | null {
  const spoken = found
    .filter((frame) => frame.source !== null && placeOf(frame) < group.from)
    .at(-1);
  if (spoken?.source) return spoken.source;
  for (const earlier of groups) {
    if (earlier.from >= group.from) break;
    if (earlier.form === 'infinitive' || earlier.form === 'participle') continue;
    const subject = subjectBefore(period, earlier.from);
    if (subject !== null) return subject;
  }
  return null;
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
