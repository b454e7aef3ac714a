import type { Alignment } from './alignment';
import { isLikeHome } from './home';
import { agreement, isBeyond, near, outreaches, withinSentence, type Agreement } from './support';

/** A run that goes on for so many tokens on one side is not outdone by a look-alike's other side. */
const LONG_REACH = 12;

/** Beside a framed run, a look-alike about which no more tokens agree has but a phrase of its sentence. */
const PHRASE = 8;

/** The same for a run at home in its sentence, and a look-alike so many tokens away or more. */
const LONG_PHRASE = 16;
const FAR = 17;

/** A run's place: what agrees directly around it, and how its sentence stands about it. */
export interface Standing {
  readonly from: number;
  readonly to: number;
  readonly there: number;
  readonly around: Agreement;
  /** Between the words that framed it. */
  readonly framed: boolean;
  /** Among most of its sentence. */
  readonly home: boolean;
}

/** Of the other places of a run's words, those to which they may belong as well. */
export function rivalsOf(
  alignment: Alignment,
  standing: Standing,
  twins: readonly number[],
): number[] {
  const { from, to, there, around, framed, home } = standing;
  const own = near(around);
  const least = framed ? Math.max(own, PHRASE) : own;
  const beyond = isBeyond(alignment, from, to, around);
  const reach = Math.max(around.left, around.right);
  const inside = withinSentence(alignment, from, to, around);
  return twins.filter((at) => {
    const theirs = agreement(alignment, from, to, at);
    if ((home || framed) && Math.abs(at - there) >= FAR) {
      if (near(theirs) >= own && isLikeHome(alignment, from, to, at)) return true;
      if (home) return near(theirs) >= Math.max(own, LONG_PHRASE);
    }
    if (reach < LONG_REACH && outreaches(theirs, around)) return true;
    if (withinSentence(alignment, from, to, theirs) > inside + PHRASE) return true;
    if (beyond !== isBeyond(alignment, from, to, theirs))
      return !beyond && 2 * near(theirs) >= least;
    return near(theirs) >= least;
  });
}

/** Of the same words elsewhere in the old text, those that may have come to the run's place. */
export function claimsOf(
  alignment: Alignment,
  standing: Standing,
  doubles: readonly number[],
): number[] {
  const { from, to, there, around, framed, home } = standing;
  const own = near(around);
  const least = framed ? Math.max(own, PHRASE) : own;
  return doubles.filter((at) => {
    const theirs = agreement(alignment, at, at + to - from, there);
    if ((home || framed) && Math.abs(at - from) >= FAR) {
      const alike = isLikeHome(alignment, at, at + to - from, there);
      if (alike && near(theirs) >= own) return true;
      if (home && !alike) return false;
    }
    return outreaches(theirs, around) || near(theirs) >= least;
  });
}
