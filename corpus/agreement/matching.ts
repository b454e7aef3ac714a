import { jaccard, type WordSet } from './word-sets';

/** The least share of common words at which two spans are about the same thing. */
export const SAME_THING = 0.5;

/** A possible pair: how alike its words are, and the numbers of its members. */
interface Candidate {
  readonly alike: number;
  readonly first: number;
  readonly second: number;
  /** Orders candidates that are equally alike, the same way whichever layer is first. */
  readonly place: number;
}

/**
 * Pairs the sets of two layers one to one, the most alike first, as long as they share at least
 * `least` of their words. Gives the numbers of each pair's members.
 */
export function pairUp(
  first: readonly WordSet[],
  second: readonly WordSet[],
  least: number = SAME_THING,
): readonly (readonly [number, number])[] {
  const candidates = candidatesOf(first, second, least);
  candidates.sort(byLikeness);
  const takenFirst = new Set<number>();
  const takenSecond = new Set<number>();
  const pairs: [number, number][] = [];
  for (const candidate of candidates) {
    if (takenFirst.has(candidate.first) || takenSecond.has(candidate.second)) continue;
    takenFirst.add(candidate.first);
    takenSecond.add(candidate.second);
    pairs.push([candidate.first, candidate.second]);
  }
  return pairs;
}

/**
 * Groups the sets of several layers into what they mark together: the most alike pair first, and
 * a group has at most one set of each layer. Every set is in one group, alone where nobody else
 * marked the same. Groups and members are in the order of layers and sets.
 */
export function groupUp(
  layers: readonly (readonly WordSet[])[],
): readonly (readonly (readonly [layer: number, set: number])[])[] {
  const flat = layers.flatMap((sets, layer) => sets.map((_words, set) => [layer, set] as const));
  const groups = flat.map((_member, index) => [index]);
  const groupOf = flat.map((_member, index) => index);
  for (const { first, second } of pairsAcross(layers)) {
    const [into, from] = [groupOf[first]!, groupOf[second]!];
    const taken = new Set(groups[into]!.map((member) => flat[member]![0]));
    if (into === from || groups[from]!.some((member) => taken.has(flat[member]![0]))) continue;
    for (const member of groups[from]!) groupOf[member] = into;
    groups[into]!.push(...groups[from]!);
    groups[from] = [];
  }
  return groups
    .filter((group) => group.length > 0)
    .map((group) => group.map((member) => flat[member]!).sort((a, b) => a[0] - b[0]));
}

/** The candidates of every two layers, members numbered through all layers. */
function pairsAcross(layers: readonly (readonly WordSet[])[]): readonly Candidate[] {
  const offsets = layers.map((_sets, layer) =>
    layers.slice(0, layer).reduce((sum, sets) => sum + sets.length, 0),
  );
  const all: Candidate[] = [];
  for (const [a, first] of layers.entries()) {
    for (const [b, second] of layers.entries()) {
      if (b <= a) continue;
      for (const candidate of candidatesOf(first, second, SAME_THING)) {
        const numbers = {
          first: candidate.first + offsets[a]!,
          second: candidate.second + offsets[b]!,
        };
        all.push({ ...candidate, ...numbers });
      }
    }
  }
  return all.sort(byLikeness);
}

function byLikeness(a: Candidate, b: Candidate): number {
  return b.alike - a.alike || a.place - b.place;
}

function candidatesOf(
  first: readonly WordSet[],
  second: readonly WordSet[],
  least: number,
): Candidate[] {
  const order = second
    .map((_set, index) => index)
    .sort((a, b) => firstOf(second[a]!) - firstOf(second[b]!));
  const candidates: Candidate[] = [];
  const reach = furthestEnds(order.map((index) => lastOf(second[index]!)));
  for (const [number, words] of first.entries()) {
    for (let at = firstAtLeast(reach, firstOf(words)); at < order.length; at++) {
      const other = second[order[at]!]!;
      if (firstOf(other) > lastOf(words)) break;
      const alike = jaccard(words, other);
      if (alike === 0 || alike < least) continue;
      const place = firstOf(words) + firstOf(other) + (lastOf(words) + lastOf(other)) / 1e7;
      candidates.push({ alike, first: number, second: order[at]!, place });
    }
  }
  return candidates;
}

/** How far the spans reach up to each place of the order. */
function furthestEnds(ends: readonly number[]): readonly number[] {
  let furthest = -1;
  return ends.map((end) => (furthest = Math.max(furthest, end)));
}

/** The first place with at least this value; `ascending` never falls. */
function firstAtLeast(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

const firstOf = (words: WordSet): number => words[0] ?? -1;
const lastOf = (words: WordSet): number => words.at(-1) ?? -1;
