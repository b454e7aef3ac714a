import type { Span } from '../spans/span';
import type { Alignment } from './alignment';
import { commonSequence } from './common-sequence';
import { sentenceRanges } from './sentence-ranges';
import { isWord, type Tokens } from './tokens';
import { wordsIn } from './word-counts';

/** So many sentences to each side tell where a sentence stands. */
const NEIGHBOURS = 2;

/** A neighbour is the old one when this share of its words is there, in order, and so many at least. */
const SAME_SHARE = 0.5;
const SAME_WORDS = 3;

/** The text beside a sentence is the old one when so many signs of it are. */
const BESIDE = 12;

/**
 * On how many sides of a place (tokens of the new text) an old sentence has an old neighbour: the
 * text directly beside it, or one of the two sentences that stood there among the two nearest now.
 */
export function sidesKept(alignment: Alignment, sentence: Span, place: Span): number {
  const { before, after } = alignment;
  const isLeft =
    goesOn(alignment, sentence.start, place.start, -1) ||
    isNeighboured(alignment, nextTo(before, sentence.start, -1), nextTo(after, place.start, -1));
  const isRight =
    goesOn(alignment, sentence.end, place.end, 1) ||
    isNeighboured(alignment, nextTo(before, sentence.end, 1), nextTo(after, place.end, 1));
  return (isLeft ? 1 : 0) + (isRight ? 1 : 0);
}

/** True where the text directly beside a sentence stands beside its place too, on both sides. */
export function goesOnBoth(alignment: Alignment, sentence: Span, place: Span): boolean {
  return (
    goesOn(alignment, sentence.start, place.start, -1) &&
    goesOn(alignment, sentence.end, place.end, 1)
  );
}

function goesOn({ a, b, before }: Alignment, at: number, there: number, step: 1 | -1): boolean {
  let [x, y] = step < 0 ? [at - 1, there - 1] : [at, there];
  let signs = 0;
  while (signs < BESIDE && x >= 0 && x < a.length && a[x] === b[y]) {
    signs += before.keys[x]!.length;
    [x, y] = [x + step, y + step];
  }
  return signs >= BESIDE;
}

/** The sentences with words nearest to a token on one side; the first may be the rest of one. */
function nextTo(tokens: Tokens, at: number, step: 1 | -1): Span[] {
  const { all, of } = sentenceRanges(tokens);
  const found: Span[] = [];
  let index = of[step < 0 ? at - 1 : at] ?? -1;
  for (; index >= 0 && index < all.length && found.length < NEIGHBOURS; index += step) {
    const { start, end } = all[index]!;
    const part = step < 0 ? { start, end: Math.min(end, at) } : { start: Math.max(start, at), end };
    if (wordsIn(tokens, part) > 0) found.push(part);
  }
  return found;
}

/** For each token the call in which it was last seen in a stretch: for one call at a time. */
let seen = new Int32Array(4096);
let call = 0;

/** How many words of an old stretch are in a new one in whatever order: no fewer than in order. */
function inCommon({ a, b, before }: Alignment, old: Span, fresh: Span): number {
  if (seen.length < a.length + b.length) seen = new Int32Array(a.length + b.length);
  call++;
  for (let at = fresh.start; at < fresh.end; at++) seen[b[at]!] = call;
  let common = 0;
  for (let at = old.start; at < old.end; at++) {
    if (seen[a[at]!] === call && isWord(before.keys[at]!)) common++;
  }
  return common;
}

function isNeighboured(
  alignment: Alignment,
  old: readonly Span[],
  fresh: readonly Span[],
): boolean {
  const { a, b, before } = alignment;
  if (old.length === 0) return fresh.length === 0;
  return old.some((neighbour) => {
    const words = wordsIn(before, neighbour);
    const least = Math.max(SAME_SHARE * words, Math.min(SAME_WORDS, words));
    return fresh.some(({ start, end }) => {
      if (inCommon(alignment, neighbour, { start, end }) < least) return false;
      const pairs = commonSequence({ a, aFrom: neighbour.start, aTo: neighbour.end, b, bFrom: start, bTo: end }); // prettier-ignore
      return pairs.filter(([x]) => isWord(before.keys[x]!)).length >= least;
    });
  });
}
