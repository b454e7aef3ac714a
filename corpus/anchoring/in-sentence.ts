import type { Span } from '../spans/span';
import type { Alignment } from './alignment';
import { sidesKept } from './neighbours';
import { isTaken, LIKE_SHARE, MORE } from './claims';
import { isRest, placeOfSentence, SAME_WORDS } from './own-sentence';
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
 * into pieces, the piece that has the run. A place that has the same part of the sentence, but not the
 * run, is asked too.
 */
function placesOfPart(
  alignment: Alignment,
  sentence: Span,
  from: number,
  to: number,
  places: readonly SentencePlace[],
): readonly SentencePlace[] {
  const parts = places.filter((place) => !isTorn(sentence, from, to, place));
  const holding = parts.filter(({ tied }) => {
    const there = tied[from - sentence.start]!;
    for (let at = from; at < to; at++) {
      if (there < 0 || tied[at - sentence.start] !== there + at - from) return false;
    }
    return !isTaken(alignment, sentence, { start: from, end: to }, there);
  });
  if (holding.length === 0) return parts;
  return places.filter(
    (one) => holding.includes(one) || !holding.every((held) => isRest(one, held)),
  );
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

/**
 * Where a run stands within its sentence's place; null where it does not. In the rest of the new
 * sentence it is never looked for, but makes a place there doubtful.
 */
function runIn(
  alignment: Alignment,
  from: number,
  to: number,
  sentence: Span,
  place: SentencePlace,
): number | 'twice' | null {
  const { a, b } = alignment;
  const length = to - from;
  const fresh = sentencesAt(alignment.after, place.start, place.end);
  const all = placesWithin(b, a, from, to, fresh);
  const others = placesWithin(a, a, from, to, sentence).filter((at) => at !== from);
  const placeOf = (at: number) => place.tied[at - sentence.start]!;
  // What is another's of the same words in the sentence is out of the question.
  const free = all.filter(
    (there) =>
      !others.some((at) => placeOf(at) === there) &&
      !isTaken(alignment, sentence, { start: from, end: to }, there),
  );
  const isInside = (there: number) => there >= place.start && there + length <= place.end;
  if (!free.some(isInside)) return null;
  const doubles = others.filter((at) => !all.includes(placeOf(at)));
  if (free.length === 1 && doubles.length === 0) {
    const there = free[0]!;
    if (wordsIn(alignment.before, { start: from, end: to }) >= TELLING_WORDS) return there;
    return isAmongOwn(alignment, from, to, sentence, place, there) ? there : 'twice';
  }
  const fit = (at: number, there: number) => near(agreement(alignment, at, at + length, there));
  const [best, second] = free
    .map((there) => ({ there, near: fit(from, there) }))
    .sort((x, y) => y.near - x.near);
  if (best === undefined || best.near === 0) return 'twice';
  if (second !== undefined && best.near < second.near + MORE) return 'twice';
  const isTold = isInside(best.there) && doubles.every((at) => fit(at, best.there) < best.near);
  return isTold ? best.there : 'twice';
}

/**
 * True where a word directly beside a run is there too, or some so near on both sides, on one of them
 * as far off as they were.
 */
function isAmongOwn(
  { a, b, before }: Alignment,
  from: number,
  to: number,
  sentence: Span,
  place: SentencePlace,
  there: number,
): boolean {
  const isBeside = (at: number, other: number) =>
    a[at] === b[other] && isWord(before.keys[at] ?? '');
  if (isBeside(from - 1, there - 1) || isBeside(to, there + to - from)) return true;
  const steps = [1, 2, 3, 4, 5, 6];
  const shiftsOf = (side: readonly number[]) =>
    side
      .filter((at) => isWord(before.keys[at] ?? '') && (place.tied[at - sentence.start] ?? -1) >= 0)
      .map((at) => Math.abs(place.tied[at - sentence.start]! - there - (at - from)));
  const edge = (old: number, fresh: number) => (old <= RUN ? [Math.abs(fresh - old)] : []);
  const left = [
    ...shiftsOf(steps.map((step) => from - step)),
    ...edge(from - sentence.start, there - place.start),
  ];
  const right = [
    ...shiftsOf(steps.map((step) => to - 1 + step)),
    ...edge(sentence.end - to, place.end - (there + to - from)),
  ];
  const isNear = (shifts: readonly number[]) => shifts.some((shift) => shift <= RUN);
  return isNear(left) && isNear(right) && [...left, ...right].includes(0);
}
