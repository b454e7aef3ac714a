import { beginsClause } from './content';
import { isHeldBy, type Frame } from './frame';
import { isThought } from './lexicon';
import type { Period } from './periods';
import type { VerbGroup } from './verb-groups';

/** What makes an attribution wrong more often than its rule is, the gravest first. */
export const DOUBTS = ['held', 'unreal', 'thought', 'joined'] as const;

/**
 * - `held`: it stands in what somebody else says
 * - `unreal`: nobody is told to have said it: "would call", "if Orm says"
 * - `thought`: a verb of thinking, finding or showing, and no “that” to open what is thought
 * - `joined`: a second clause behind a comma may be the writer's own: "…, but the ferry sailed"
 */
export type Doubt = (typeof DOUBTS)[number];

/** Each in words that end a reason. */
export const DOUBT_WORDS: Readonly<Record<Doubt, string>> = {
  held: 'inside of what somebody else says',
  unreal: 'though it may never have been said',
  thought: 'thought or shown rather than said',
  joined: 'with a second clause that may be the writer’s own',
};

/** What speaks against a frame of a period, the gravest first; null where nothing does. */
export function doubtOf(
  period: Period,
  groups: readonly VerbGroup[],
  frame: Frame,
  frames: readonly Frame[],
): Doubt | null {
  if (frames.some((outer) => outer !== frame && isHeldBy(outer, frame))) return 'held';
  if (isUnreal(period, frame)) return 'unreal';
  if (frame.rule === 'says-clause' && isThoughtIn(groups, frame)) return 'thought';
  return isJoined(period, groups, frame) ? 'joined' : null;
}

const MODAL = new Set("would could might may should can must ca wo 'd".split(' '));
const CONDITIONS = new Set('if unless whether'.split(' '));

function isUnreal({ tokens }: Period, { cue, source }: Frame): boolean {
  if (cue === null) return false;
  if (tokens.slice(cue.from, cue.to + 1).some(({ lower }) => MODAL.has(lower))) return true;
  const start = source === null ? cue.from : Math.min(source.from, cue.from);
  return CONDITIONS.has(tokens[start - 1]?.lower ?? '');
}

function isThoughtIn(groups: readonly VerbGroup[], { cue }: Frame): boolean {
  const group = groups.find(({ from, to }) => from === cue?.from && to === cue.to);
  return group !== undefined && isThought(group.lemma);
}

const JOINS = new Set('but and while as although though whereas so or yet'.split(' '));

function isJoined(period: Period, groups: readonly VerbGroup[], { content }: Frame): boolean {
  const { tokens, quoted } = period;
  return content.some(({ from, to }) => {
    for (let at = from; at < to; at++) {
      if (quoted[at] !== -1 || tokens[at]!.lower !== ',') continue;
      if (JOINS.has(tokens[at + 1]!.lower) && beginsClause(period, at + 2, groups)) return true;
    }
    return false;
  });
}
