import type { Span } from '../spans/span';
import type { Alignment } from './alignment';
import { sidesKept } from './neighbours';
import { isRest, LIKE_SHARE, placeOfSentence, SAME_WORDS } from './own-sentence';
import { placesWithin, RUN } from './places';
import { sentencePlaces, sentencesAt, type SentencePlace } from './sentence-places';
import { agreement, near } from './support';
import { isWord } from './tokens';
import { wordsIn } from './word-counts';

/** Words rewritten are no more than so many times as many, and no less than such a share of them. */
const MOST_GROWTH = 2;
const LEAST_SHARE = 0.25;

/** So many words are in one place by themselves, once their sentence is found. */
const TELLING_WORDS = 3;

/** What a run's sentence says about its place. */
export type Reading =
  /** The sentence stands in one place, told from its likes, and the run is there. */
  | { readonly kind: 'there'; readonly there: number }
  /** The same, but the run is not in it; `rest`: what stands there instead. */
  | { readonly kind: 'absent'; readonly rest: Span | null }
  /** Several places have as much of the sentence, or of the run within it, and nothing tells them apart. */
  | { readonly kind: 'alike' }
  /** No place has half of the sentence, or none has the part that the run stands in. */
  | { readonly kind: 'nowhere' };

/** Reads where a run stands as a person would: first its sentence's place, then the run within it. */
export function readSentence(alignment: Alignment, from: number, to: number): Reading {
  const sentence = sentencesAt(alignment.before, from, to);
  const place = placeOfSentence(alignment, sentence, (places) =>
    placesOfPart(alignment, sentence, from, to, places),
  );
  if (typeof place === 'string') return { kind: place };
  const there = runIn(alignment, from, to, sentence, place);
  if (there === 'twice') return { kind: 'alike' };
  if (there !== null) return { kind: 'there', there };
  return { kind: 'absent', rest: restOf(alignment, sentence, from, to, place) };
}

/**
 * What stands, in tokens, between the words that stood on both sides of a run: without what is another
 * sentence's, and without the words beside the run, be they written with another capital. Null:
 * nothing, too little or too much.
 */
function restOf(
  { before, after, back }: Alignment,
  sentence: Span,
  from: number,
  to: number,
  { tied, ...place }: SentencePlace,
): Span | null {
  const placeOf = (at: number) => tied[at - sentence.start]!;
  let [first, last] = [from - 1, to];
  while (first >= sentence.start && placeOf(first) < 0) first--;
  while (last < sentence.end && placeOf(last) < 0) last++;
  let start = first < sentence.start ? place.start : placeOf(first) + 1;
  let end = last === sentence.end ? place.end : placeOf(last);
  const isAnothers = (at: number) =>
    back[at]! >= 0 && (back[at]! < sentence.start || back[at]! >= sentence.end);
  while (start < end && isAnothers(start)) start++;
  while (start < end && isAnothers(end - 1)) end--;
  const isSame = (at: number, there: number) =>
    before.keys[at]!.toLowerCase() === after.keys[there]!.toLowerCase();
  for (let at = first + 1; at < from && start < end && isSame(at, start); at++) start++;
  for (let at = last - 1; at >= to && start < end && isSame(at, end - 1); at--) end--;
  const length = end - start;
  const isRewritten = length >= LEAST_SHARE * (to - from) && length <= MOST_GROWTH * (to - from) + RUN; // prettier-ignore
  return length > 0 && isRewritten ? { start, end } : null;
}

/**
 * Of a sentence's places those that have the part of it that a run stands in: of one that was cut
 * into pieces, the piece that has the run.
 */
function placesOfPart(
  alignment: Alignment,
  sentence: Span,
  from: number,
  to: number,
  places: readonly SentencePlace[],
): SentencePlace[] {
  const parts = places.filter((place) => !isTorn(sentence, from, to, place));
  const holding = parts.filter(({ tied }) => {
    const there = tied[from - sentence.start]!;
    for (let at = from; at < to; at++) {
      if (there < 0 || tied[at - sentence.start] !== there + at - from) return false;
    }
    return !isTaken(alignment, sentence, there, to - from);
  });
  if (holding.length === 0) return parts;
  return parts.filter(
    (one) => holding.includes(one) || !holding.every((held) => isRest(one, held)),
  );
}

/** True where tokens of the new text went there, with a word beside them, from another sentence of the old one. */
function isTaken(
  { back, after }: Alignment,
  sentence: Span,
  there: number,
  length: number,
): boolean {
  const first = back[there]!;
  const last = there + length - 1;
  if (first < 0 || (first + length > sentence.start && first < sentence.end)) return false;
  for (let at = there; at <= last; at++) if (back[at] !== first + at - there) return false;
  const isWith = (at: number) => back[at] === first + at - there && isWord(after.keys[at] ?? '');
  return isWith(there - 1) || isWith(last + 1);
}

/** True where the part of a sentence that a run stands in is not at the sentence's place. */
function isTorn({ start, end }: Span, from: number, to: number, { tied }: SentencePlace): boolean {
  const isThere = (low: number, high: number) =>
    tied.subarray(Math.max(start, low) - start, Math.min(end, high) - start).some((at) => at >= 0);
  const isBetween = isThere(start, from) && isThere(to, end);
  return !isBetween && !isThere(from - RUN, to + RUN);
}

/**
 * True where a run's place, in a sentence with less than half of its own, is its own all the same:
 * most of the new sentence is of the old one, which was cut in two, or it has old neighbours on both
 * sides. Otherwise two sentences share a phrase.
 */
export function isPart(alignment: Alignment, from: number, to: number, there: number): boolean {
  const sentence = sentencesAt(alignment.before, from, to);
  const fresh = sentencesAt(alignment.after, there, there + to - from);
  const words = wordsIn(alignment.after, fresh);
  const place = sentencePlaces(alignment, sentence).find(({ start, end }) => start <= there && there < end); // prettier-ignore
  if (place === undefined) return wordsIn(alignment.before, sentence) < SAME_WORDS;
  return place.shared >= LIKE_SHARE * words || sidesKept(alignment, sentence, place) === 2;
}

/** Where a run stands within its sentence's place; null where it does not. */
function runIn(
  alignment: Alignment,
  from: number,
  to: number,
  sentence: Span,
  { start, end, tied }: SentencePlace,
): number | 'twice' | null {
  const { a, b } = alignment;
  const length = to - from;
  const all = placesWithin(b, a, from, to, { start, end });
  const others = placesWithin(a, a, from, to, sentence).filter((at) => at !== from);
  const placeOf = (at: number) => tied[at - sentence.start]!;
  // What is another's of the same words in the sentence is out of the question.
  const inside = all.filter(
    (there) =>
      !others.some((at) => placeOf(at) === there) && !isTaken(alignment, sentence, there, length),
  );
  const doubles = others.filter((at) => !all.includes(placeOf(at)));
  const fit = (at: number, there: number) => near(agreement(alignment, at, at + length, there));
  if (inside.length === 1 && doubles.length === 0) {
    const there = inside[0]!;
    if (wordsIn(alignment.before, { start: from, end: to }) >= TELLING_WORDS) return there;
    return isAmongOwn(alignment, from, to, sentence, { start, end, tied }, there) ? there : 'twice';
  }
  const [best, second] = inside
    .map((there) => ({ there, near: fit(from, there) }))
    .sort((x, y) => y.near - x.near);
  if (best === undefined) return null;
  if (best.near === 0 || best.near === second?.near) return 'twice';
  return doubles.every((at) => fit(at, best.there) < best.near) ? best.there : 'twice';
}

/** True where a word directly beside a run is there too, or one so near on both sides. */
function isAmongOwn(
  { a, b, before }: Alignment,
  from: number,
  to: number,
  sentence: Span,
  place: Pick<SentencePlace, 'start' | 'end' | 'tied'>,
  there: number,
): boolean {
  const isBeside = (at: number, other: number) =>
    a[at] === b[other] && isWord(before.keys[at] ?? '');
  if (isBeside(from - 1, there - 1) || isBeside(to, there + to - from)) return true;
  const isNear = (at: number) => {
    const tied = place.tied[at - sentence.start] ?? -1;
    return tied >= 0 && Math.abs(tied - there - (at - from)) <= RUN;
  };
  const isEdge = (old: number, fresh: number) => old <= RUN && Math.abs(fresh - old) <= RUN;
  const steps = [1, 2, 3, 4, 5, 6];
  const isLeft =
    isEdge(from - sentence.start, there - place.start) || steps.some((step) => isNear(from - step));
  const isRight =
    isEdge(sentence.end - to, place.end - (there + to - from)) ||
    steps.some((step) => isNear(to - 1 + step));
  return isLeft && isRight;
}
