import type { Alignment } from './alignment';

/** How far a sentence is looked at on each side of a span, in tokens. */
const REACH = 60;

/** Places whose distance differs by no more than this are one place with small edits. */
const SHIFT = 8;

/** A sentence is alike when this share of its three-word runs stands there too. */
const ALIKE_SHARE = 0.3;

/** The same for a sentence that the run was tied away from: parts of one may have been moved. */
const TORN_SHARE = 0.5;

/** A run that stands more often than this is a formula and tells nothing. */
const FORMULA = 40;

const indexes = new WeakMap<Int32Array, Map<number, number[]>>();

/** The sentence around a run of tokens, no further than REACH to each side. */
export function sentenceAround(
  { before }: Alignment,
  from: number,
  to: number,
): { readonly first: number; readonly last: number } {
  const { keys, blocks } = before;
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

/**
 * True where the new text has the sentence of a run a second time, be it with small changes: away
 * from the place `there` that the run was found at, or just there while the sentence's other words
 * are tied to where it stood, from which the run's own are gone.
 */
export function hasAlike(alignment: Alignment, from: number, to: number, there: number): boolean {
  const { a, b, forward, back } = alignment;
  const { first, last } = sentenceAround(alignment, from, to);
  const votes = new Map<number, number>();
  const index = runsOf(b);
  const needed = Math.max(1, ALIKE_SHARE * (last - first - 1));
  let torn = 0;
  for (let at = first; at + 2 <= last; at++) {
    const places = index.get(hashAt(a, at)) ?? [];
    if (places.length > FORMULA) continue;
    for (const place of places) {
      const shift = place - at;
      // What belongs to another place of the old text is no copy of this one.
      if (back[place]! >= 0 && (back[place]! < first || back[place]! > last)) continue;
      const isBeside = Math.abs(shift - (there - from)) <= SHIFT;
      if (isBeside && forward[at]! >= 0 && forward[at] !== place) torn++;
      if (isBeside || forward[at] === place) continue;
      const bucket = Math.floor(shift / SHIFT);
      for (const near of [bucket, bucket + 1]) votes.set(near, (votes.get(near) ?? 0) + 1);
    }
  }
  return (
    torn >= Math.max(2, TORN_SHARE * (last - first - 1)) ||
    [...votes.values()].some((count) => count >= needed)
  );
}

function runsOf(tokens: Int32Array): Map<number, number[]> {
  const known = indexes.get(tokens);
  if (known !== undefined) return known;
  const index = new Map<number, number[]>();
  for (let at = 0; at + 3 <= tokens.length; at++) {
    const hash = hashAt(tokens, at);
    const places = index.get(hash);
    if (places === undefined) index.set(hash, [at]);
    else places.push(at);
  }
  indexes.set(tokens, index);
  return index;
}

function hashAt(tokens: Int32Array, at: number): number {
  return (Math.imul(Math.imul(tokens[at]!, 31) + tokens[at + 1]!, 1009) + tokens[at + 2]!) | 0;
}
