import type { Span } from '../spans/span';
import type { Alignment } from './alignment';
import { sidesKept } from './neighbours';
import { placesOf } from './places';
import { remembered } from './remembered';
import { sentencePlaces, sentencesAt, type SentencePlace } from './sentence-places';
import { agreement, near } from './support';
import { isWord } from './tokens';
import { wordsIn } from './word-counts';

/** A sentence with this part of what another has of a place is as much like it. */
export const LIKE_SHARE = 0.75;

/** Another sentence wants a place when it has this share of the words that stand there. */
const COVERED_SHARE = 0.5;

/** A place at which so many tokens more go on about a run is told from another, or another sentence's. */
export const MORE = 4;

/** Which sentences of the old text have words where one of them may stand now. */
interface Claims {
  /** How many words the sentence itself has there. */
  readonly own: number;
  readonly others: readonly SentencePlace[];
}

/**
 * True where no other sentence of the old text has as much right to a place: each place belongs to
 * one. Asked is the new sentence as a whole. A sentence that stands as wholly elsewhere is provided
 * for, and neighbours decide between two that are equally alike.
 */
export function isOwn(alignment: Alignment, sentence: Span, place: SentencePlace): boolean {
  const { own, others } = claimsOn(alignment, sentence, place);
  const rivals = others.filter(
    (claim) =>
      claim.shared >= LIKE_SHARE * own &&
      (claim.shared >= own || !standsElsewhere(alignment, claim, place, claim.shared + 1)),
  );
  if (rivals.length === 0) return true;
  const sides = sidesKept(alignment, sentence, place);
  const isWhole = isWholeSentence(alignment, sentence, place);
  return rivals.every((claim) => {
    if (own < LIKE_SHARE * claim.shared) return false;
    const rival = sentencesAt(alignment.before, claim.start, claim.end);
    const more = sides - sidesKept(alignment, rival, place);
    const isPart =
      claim.shared < own || claim.shared < LIKE_SHARE * wordsIn(alignment.before, rival);
    if (isWhole) return more > 0 || (more === 0 && isPart);
    if (claim.shared < own) return more > 0;
    return more > 1 || (more === 1 && standsElsewhere(alignment, claim, place, claim.shared));
  });
}

/**
 * True where most of what stands at a place is tied to another sentence of the old text that has as
 * many words there.
 */
export function isAnothers(alignment: Alignment, sentence: Span, place: SentencePlace): boolean {
  let places = 0;
  let others = 0;
  for (const there of place.tied) {
    if (there < 0) continue;
    places++;
    const at = alignment.back[there]!;
    if (at >= 0 && (at < sentence.start || at >= sentence.end)) others++;
  }
  if (2 * others <= places) return false;
  const claims = claimsOn(alignment, sentence, place);
  return claims.others.some(({ shared }) => shared >= place.shared);
}

function claimsOn(alignment: Alignment, sentence: Span, place: SentencePlace): Claims {
  const there = place.tied.filter((at) => at >= 0);
  const fresh = sentencesAt(alignment.after, there[0]!, there.at(-1)! + 1);
  const claims = sentencePlaces(reversed(alignment), fresh);
  const isIn = ({ start, end }: Span) => end > sentence.start && start < sentence.end;
  const covered = (claim: SentencePlace) =>
    there.filter((at) => claim.tied[at - fresh.start]! >= 0).length;
  const own = claims.filter(isIn);
  return {
    own: Math.max(...(own.length > 0 ? own : [place]).map(({ shared }) => shared)),
    others: claims.filter(
      (claim) => !isIn(claim) && covered(claim) >= COVERED_SHARE * there.length,
    ),
  };
}

/**
 * True where a run's words at a place are another sentence's of the old text: they are tied to that
 * with a word beside them, or go on for clearly more tokens as they went on there.
 */
export function isTaken(
  alignment: Alignment,
  sentence: Span,
  { start, end }: Span,
  there: number,
): boolean {
  const { a, back, after } = alignment;
  const length = end - start;
  const isOther = (at: number) => at + length <= sentence.start || at >= sentence.end;
  const tied = back[there]!;
  if (tied >= 0 && isOther(tied)) {
    const isWith = (at: number) => back[at] === tied + at - there;
    const isBeside = (at: number) => isWith(at) && isWord(after.keys[at] ?? '');
    let at = there;
    while (at < there + length && isWith(at)) at++;
    if (at === there + length && (isBeside(there - 1) || isBeside(at))) return true;
  }
  const reach = (at: number) => near(agreement(alignment, at, at + length, there));
  const least = reach(start) + MORE;
  return placesOf(a, a, start, end).some((at) => isOther(at) && reach(at) >= least);
}

/** True where a sentence stands with all of its words, and no others in the new sentence. */
function isWholeSentence(
  { before, after }: Alignment,
  sentence: Span,
  { shared, tied }: SentencePlace,
): boolean {
  if (shared < wordsIn(before, sentence)) return false;
  const there = tied.filter((at) => at >= 0);
  return shared === wordsIn(after, sentencesAt(after, there[0]!, there.at(-1)! + 1));
}

/** True where a sentence has so many words at another place. */
function standsElsewhere(alignment: Alignment, claim: Span, place: Span, least: number): boolean {
  const sentence = sentencesAt(alignment.before, claim.start, claim.end);
  return sentencePlaces(alignment, sentence).some(
    ({ start, end, shared }) => (end <= place.start || start >= place.end) && shared >= least,
  );
}

/** The same alignment, from the new text to the old one. */
const reversed = remembered(({ before, after, a, b, back, forward }: Alignment): Alignment => {
  return { before: after, after: before, a: b, b: a, forward: back, back: forward };
});
