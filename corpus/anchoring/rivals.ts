import type { Alignment } from './alignment';
import { agreement, isBeyond, near, outreaches, withinSentence, type Agreement } from './support';

/** A run that goes on for so many tokens on one side is not outdone by a look-alike's other side. */
const LONG_REACH = 12;

/** Of a run's sentence, a look-alike with no more tokens than this beyond the run's own has but a phrase. */
const PHRASE = 8;

/** A run's place, and what agrees directly around it. */
export interface Standing {
  readonly from: number;
  readonly to: number;
  readonly there: number;
  readonly around: Agreement;
}

/** Of the other places of a run's words, those to which they may belong as well. */
export function rivalsOf(
  alignment: Alignment,
  { from, to, around }: Standing,
  twins: readonly number[],
): number[] {
  const own = near(around);
  const beyond = isBeyond(alignment, from, to, around);
  const reach = Math.max(around.left, around.right);
  const inside = withinSentence(alignment, from, to, around);
  return twins.filter((at) => {
    const theirs = agreement(alignment, from, to, at);
    if (reach < LONG_REACH && outreaches(theirs, around)) return true;
    if (withinSentence(alignment, from, to, theirs) > inside + PHRASE) return true;
    if (beyond !== isBeyond(alignment, from, to, theirs)) return !beyond && 2 * near(theirs) >= own;
    return near(theirs) >= own;
  });
}

/** Of the same words elsewhere in the old text, those that may have come to the run's place. */
export function claimsOf(
  alignment: Alignment,
  { from, to, there, around }: Standing,
  doubles: readonly number[],
): number[] {
  return doubles.filter((at) => {
    const theirs = agreement(alignment, at, at + to - from, there);
    return outreaches(theirs, around) || near(theirs) >= near(around);
  });
}
