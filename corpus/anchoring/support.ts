import type { Alignment } from './alignment';
import { BEYOND, endsSentence, sentenceAround } from './look-alikes';
import { placesOf } from './places';
import { isWord, type Tokens } from './tokens';
import { wordsIn } from './word-counts';

/** How far to each side words are compared to tell two look-alikes apart, in tokens. */
const CONTEXT = 80;

/** A single look-alike needs this many agreeing tokens around it before it is believed. */
const SUPPORT = 3;

/** One word with look-alikes needs agreement on both sides, or this much on one. */
const ONE_SIDED_SUPPORT = 8;

/** Two places are compared by so many tokens on each side. */
const NEAR = 12;

/** What stands around a run, in tokens on each side, and the share of it that must be there. */
const WINDOW = 8;
const DENSE_SHARE = 0.6;

/** A run stands among its own when so many words agree directly beside it, or this share is tied. */
const ROOTS = 8;
const ROOT_SHARE = 0.5;

/** So much of a sentence, in tokens on each side of a run, says whether it stands among its own. */
const ROOT_WINDOW = 16;

/** A look-alike that goes on for so many tokens more on one side outdoes a place. */
const OUTREACH = 8;

/** How many tokens agree directly before and after a run. */
export interface Agreement {
  readonly left: number;
  readonly right: number;
}

/** Both sides count alike: a long agreement on one may be a copy's. */
export function near({ left, right }: Agreement): number {
  return Math.min(NEAR, left) + Math.min(NEAR, right);
}

/** How much of what agrees around a run belongs to its own sentence. */
export function withinSentence(
  { before }: Alignment,
  from: number,
  to: number,
  around: Agreement,
): number {
  const { left, right } = clipped(before, from, to, around);
  return left + right;
}

function clipped(before: Tokens, from: number, to: number, { left, right }: Agreement): Agreement {
  const { first, last } = sentenceAround(before, from, to);
  return { left: Math.min(left, from - first), right: Math.min(right, last - to + 1) };
}

/** Whether one place goes on so much further on one side that another cannot be preferred to it. */
export function outreaches(theirs: Agreement, own: Agreement): boolean {
  return (
    Math.min(NEAR, theirs.left) > own.left + OUTREACH ||
    Math.min(NEAR, theirs.right) > own.right + OUTREACH
  );
}

/** Whether what agrees around a run with look-alikes is enough to believe its place. */
export function isSupported(
  alignment: Alignment,
  from: number,
  to: number,
  there: number,
  around: Agreement,
): boolean {
  const { left, right } = around;
  const { first, last } = sentenceAround(alignment.before, from, to);
  if (left >= from - first && right >= last - to + 1) return true;
  if (isDense(alignment, from, to, there)) return true;
  if (left + right < SUPPORT) return false;
  if (wordsIn(alignment.before, { start: from, end: to }) > 2 || (left > 1 && right > 1))
    return true;
  return Math.min(left, from - first) + Math.min(right, last - to + 1) >= ONE_SIDED_SUPPORT;
}

/**
 * True where a run stands among the words that it stood among: so many of its sentence's directly
 * beside it, or a share of its sentence that is tied about where the run is, or it is a whole
 * sentence again.
 */
export function isRooted(
  alignment: Alignment,
  from: number,
  to: number,
  there: number,
  around: Agreement,
): boolean {
  const { before, forward } = alignment;
  if (
    wordsBeside(alignment, from, to, clipped(before, from, to, around)) >= ROOTS ||
    isSentence(alignment, from, to, there, around)
  )
    return true;
  const old = surroundings(before, from, to, ROOT_WINDOW);
  const isNear = (at: number) =>
    forward[at]! >= 0 && Math.abs(forward[at]! - there - (at - from)) <= NEAR >> 1;
  const tied = old.filter(isNear).length;
  return tied > 0 && tied >= ROOT_SHARE * old.length;
}

/**
 * How many words agree directly beside a run, NEAR tokens to each side; the text's edge, which tells
 * much, counts as so many words as there are places beyond it.
 */
function wordsBeside({ before }: Alignment, from: number, to: number, around: Agreement): number {
  const [first, last] = [0, before.keys.length];
  const start = from - Math.min(NEAR, around.left);
  const end = to + Math.min(NEAR, around.right);
  const beyond = Math.max(0, first - start) + Math.max(0, end - last);
  return (
    beyond +
    wordsIn(before, { start: Math.max(first, start), end: from }) +
    wordsIn(before, { start: to, end: Math.min(last, end) })
  );
}

/** The words of a run's sentence around it, so many tokens to each side. */
export function surroundings(tokens: Tokens, from: number, to: number, window: number): number[] {
  const { first, last } = sentenceAround(tokens, from, to);
  const low = Math.max(first, from - window);
  const high = Math.min(last + 1, to + window);
  return Array.from({ length: high - low }, (_, index) => low + index).filter(
    (at) => (at < from || at >= to) && isWord(tokens.keys[at]!),
  );
}

/** True where most of what stands around a run went with it, and its like is not among that. */
function isDense(alignment: Alignment, from: number, to: number, there: number): boolean {
  const { b, a, forward } = alignment;
  const { first, last } = sentenceAround(alignment.before, from, to);
  const low = Math.max(first, from - WINDOW);
  const high = Math.min(last + 1, to + WINDOW);
  if (high - low - (to - from) < SUPPORT) return false;
  let gone = 0;
  for (let at = low; at < high; at++) {
    if (at >= from && at < to) continue;
    if (Math.abs(forward[at]! - there - (at - from)) > WINDOW >> 1 || forward[at]! < 0) gone++;
  }
  if (gone > (high - low - (to - from)) * (1 - DENSE_SHARE)) return false;
  return placesOf(b, a, from, to).every((at) => at === there || Math.abs(at - there) > WINDOW);
}

/**
 * True where something tells a run from a run of the same few words in another text: a word beside
 * it that stood there before (one full stop is like any other), most of what stood around it, or
 * that it is, with what agrees around it, a whole sentence in both texts.
 */
export function isTold(
  alignment: Alignment,
  from: number,
  to: number,
  there: number,
  around: Agreement,
): boolean {
  if (wordsBeside(alignment, from, to, around) > 0) return true;
  return isDense(alignment, from, to, there) || isSentence(alignment, from, to, there, around);
}

function isSentence(
  alignment: Alignment,
  from: number,
  to: number,
  there: number,
  { left, right }: Agreement,
): boolean {
  const { first, last } = sentenceAround(alignment.before, from, to);
  if (left < from - first || right < last - to + 1) return false;
  const { after } = alignment;
  const begin = there - (from - first);
  const end = there + (last - from);
  const isBegun = after.blocks[begin - 1] !== after.blocks[begin] || endsSentence(after.keys, begin - 1); // prettier-ignore
  return isBegun && (after.blocks[end + 1] !== after.blocks[end] || endsSentence(after.keys, end));
}

/** True where what agrees around a run goes beyond its sentence, which a copy would not. */
export function isBeyond(
  alignment: Alignment,
  from: number,
  to: number,
  { left, right }: Agreement,
): boolean {
  const { first, last } = sentenceAround(alignment.before, from, to);
  return from - left <= first - BEYOND || to - 1 + right >= last + BEYOND;
}

/** True where it goes beyond its sentence on both sides. */
export function isBeyondBoth(
  alignment: Alignment,
  from: number,
  to: number,
  { left, right }: Agreement,
): boolean {
  const { first, last } = sentenceAround(alignment.before, from, to);
  return from - left <= first - BEYOND && to - 1 + right >= last + BEYOND;
}

/** Measured by comparing the texts, not the ties; counted no further than CONTEXT each. */
export function agreement({ a, b }: Alignment, from: number, to: number, there: number): Agreement {
  const length = to - from;
  let left = 0;
  while (left < CONTEXT && from > left && there > left && a[from - 1 - left] === b[there - 1 - left]) left++; // prettier-ignore
  let right = 0;
  while (right < CONTEXT && to + right < a.length && there + length + right < b.length && a[to + right] === b[there + length + right]) right++; // prettier-ignore
  const atStart = from === left && there === left;
  const atEnd = to + right === a.length && there + length + right === b.length;
  return { left: atStart ? CONTEXT : left, right: atEnd ? CONTEXT : right };
}
