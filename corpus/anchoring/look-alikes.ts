import type { Alignment } from './alignment';
import { countOfRun, placesOfRun } from './places';
import { isWord, type Tokens } from './tokens';

/** How far a sentence is looked at on each side of a span, in tokens. */
const REACH = 60;

/** Places whose distance differs by no more than this are one place with small edits. */
const SHIFT = 8;

/** A sentence is alike when so many three-word runs and this share of its words stand there too. */
const ALIKE_RUNS = 2;
const ALIKE_SHARE = 0.6;

/** A sentence of fewer tokens is alike by a single run of three words. */
const SHORT = 18;

/** So much of a sentence around a run, in tokens on each side, is compared with its like. */
const COMPARED = 20;

/** A run was tied away from its sentence when this share of its three-word runs is tied elsewhere. */
const TORN_SHARE = 0.5;

/** Agreement goes beyond a sentence when it goes on for so many tokens. */
export const BEYOND = 3;

/** A sentence without this share of a run's tokens is none of its rivals; shorter runs may be typos. */
const HELD_SHARE = 0.5;
const HELD_TOKENS = 4;

/** A run that stands more often than this, or twice in the old text, is a formula and tells nothing. */
const FORMULA = 40;

/** The sentence around a run of tokens, no further than REACH to each side. */
export function sentenceAround(
  { keys, blocks }: Pick<Tokens, 'keys' | 'blocks'>,
  from: number,
  to: number,
): { readonly first: number; readonly last: number } {
  let first = from;
  while (first > 0 && first > from - REACH && !endsSentence(keys, first - 1)) {
    if (blocks[first - 1] !== blocks[from]) break;
    first--;
  }
  let last = to - 1;
  while (last + 1 < keys.length && last < to + REACH && !endsSentence(keys, last)) {
    if (blocks[last + 1] !== blocks[to - 1]) break;
    last++;
  }
  return { first, last };
}

/** A full stop after a lone letter ("U.S.", "J. Smith") ends nothing. */
export function endsSentence(keys: readonly string[], at: number): boolean {
  if (!/^[.!?。！？]$/u.test(keys[at]!)) return false;
  return at === 0 || !/^\p{L}$/u.test(keys[at - 1]!);
}

/** The sentence of a run, standing a second time in the new text, be it with small changes. */
export interface Alike {
  /** True where the text beyond that sentence stands there too, on one side at least. */
  readonly beyond: boolean;
}

/**
 * Whether the new text has the sentence of a run a second time: away from the place `there` that
 * the run was found at, or just there while the sentence's other words are tied to where it
 * stood, from which the run's own are gone. Null: it has not.
 */
export function findAlike(
  alignment: Alignment,
  from: number,
  to: number,
  there: number,
): Alike | null {
  const { forward, back } = alignment;
  const { first, last } = sentenceAround(alignment.before, from, to);
  const votes = new Map<number, number>();
  const needed = last - first < SHORT - 1 ? 1 : ALIKE_RUNS;
  let torn = 0;
  for (let at = first; at + 2 <= last; at++) {
    const places = placesOfRun(alignment, at);
    if (places.length > FORMULA || countOfRun(alignment, at) > 1) continue;
    for (const place of places) {
      const shift = place - at;
      // What belongs to another place of the old text is no copy of this one.
      if (isAnothers(back, place, first, last)) continue;
      const isBeside = Math.abs(shift - (there - from)) <= SHIFT;
      if (isBeside && forward[at]! >= 0 && forward[at] !== place) {
        torn++;
        vote(votes, forward[at]! - at);
      }
      if (!isBeside && forward[at] !== place) vote(votes, shift);
    }
  }
  const low = Math.max(first, from - COMPARED);
  const high = Math.min(last, to + COMPARED - 1);
  const shifts = [...votes]
    .filter(([, count]) => count >= needed)
    .map(([bucket]) => bucket * SHIFT)
    .filter((shift) => isShared(alignment, low, high, shift))
    .filter((shift) => holds(alignment, from, to, shift));
  const isTorn = torn >= Math.max(2, TORN_SHARE * (last - first - 1));
  if (shifts.length === 0 && !isTorn) return null;
  return { beyond: shifts.some((shift) => goesOn(alignment, first, last, shift, there - from)) };
}

/** Counts a run of the sentence that stands so far off, be its distance a little more or less. */
function vote(votes: Map<number, number>, shift: number): void {
  const bucket = Math.floor(shift / SHIFT);
  for (const near of [bucket, bucket + 1]) votes.set(near, (votes.get(near) ?? 0) + 1);
}

/** True where three tokens are tied, in a row, to some outside a sentence of the old text. */
function isAnothers(back: Int32Array, place: number, first: number, last: number): boolean {
  const at = back[place]!;
  if (at < 0 || (at >= first && at <= last)) return false;
  return back[place + 1] === at + 1 && back[place + 2] === at + 2;
}

/** True where the words from `first` to `last` stand, in order, about so far off. */
function isShared(
  { a, b, before }: Alignment,
  first: number,
  last: number,
  shift: number,
): boolean {
  let words = 0;
  let kept = 0;
  let low = first + shift - SHIFT;
  for (let at = first; at <= last; at++) {
    if (!isWord(before.keys[at]!)) continue;
    words++;
    for (let place = Math.max(low, at + shift - SHIFT); place <= at + shift + SHIFT; place++) {
      if (a[at] !== b[place]) continue;
      kept++;
      low = place + 1;
      break;
    }
  }
  return kept >= ALIKE_SHARE * words;
}

/** True where half of a run's own tokens stand in the like of its sentence. */
function holds({ a, b }: Alignment, from: number, to: number, shift: number): boolean {
  if (to - from < HELD_TOKENS) return true;
  let kept = 0;
  for (let at = from; at < to; at++) {
    for (let by = shift - 2 * SHIFT; by <= shift + 2 * SHIFT; by++) {
      if (a[at] !== b[at + by]) continue;
      kept++;
      break;
    }
  }
  return kept >= HELD_SHARE * (to - from);
}

/** True where the tokens before or after a sentence stand beside its like, whose shift is roughly known; `own`: the shift of the run itself. */
function goesOn(
  { a, b }: Alignment,
  first: number,
  last: number,
  shift: number,
  own: number,
): boolean {
  for (let by = shift - 2 * SHIFT; by <= shift + 2 * SHIFT; by++) {
    if (Math.abs(by - own) <= SHIFT >> 1) continue;
    let left = 0;
    while (left < BEYOND && first > left && a[first - 1 - left] === b[first - 1 - left + by])
      left++;
    let right = 0;
    while (right < BEYOND && last + 1 + right < a.length && a[last + 1 + right] === b[last + 1 + right + by]) right++; // prettier-ignore
    if (left === BEYOND || right === BEYOND) return true;
  }
  return false;
}
