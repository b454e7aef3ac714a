/** Above this product of lengths the exact method is too slow, and the stretch is cut first. */
const EXACT_LIMIT = 250_000;

export type Pair = readonly [before: number, after: number];

/** Two stretches of token numbers: `a[from, to)` beside `b[from, to)`. */
export interface Stretch {
  readonly a: Int32Array;
  readonly aFrom: number;
  readonly aTo: number;
  readonly b: Int32Array;
  readonly bFrom: number;
  readonly bTo: number;
}

/**
 * The longest common sequence of two stretches, as pairs of indices in order. Long stretches are
 * first cut where a token stands once in each (patience diff); one that has none is left unpaired.
 */
export function commonSequence(stretch: Stretch): Pair[] {
  const { a, b } = stretch;
  let { aFrom, aTo, bFrom, bTo } = stretch;
  const pairs: Pair[] = [];
  while (aFrom < aTo && bFrom < bTo && a[aFrom] === b[bFrom]) pairs.push([aFrom++, bFrom++]);
  while (aFrom < aTo && bFrom < bTo && a[aTo - 1] === b[bTo - 1]) [aTo, bTo] = [aTo - 1, bTo - 1];
  if (aFrom < aTo && bFrom < bTo) {
    const rest = { a, aFrom, aTo, b, bFrom, bTo };
    const small = (aTo - aFrom) * (bTo - bFrom) <= EXACT_LIMIT;
    if (small) addExactly(rest, pairs);
    else pairs.push(...cutAtUnique(rest));
  }
  while (aTo < stretch.aTo) pairs.push([aTo++, bTo++]);
  return pairs;
}

/** Lengths of what two stretches have in common from each pair on, for one call at a time. */
let lengths = new Uint16Array(4096);

function addExactly({ a, aFrom, aTo, b, bFrom, bTo }: Stretch, pairs: Pair[]): void {
  const rows = aTo - aFrom;
  const columns = bTo - bFrom;
  const width = columns + 1;
  if (lengths.length < (rows + 1) * width) lengths = new Uint16Array((rows + 1) * width);
  lengths.fill(0, rows * width, (rows + 1) * width);
  for (let row = rows - 1; row >= 0; row--) {
    const token = a[aFrom + row];
    lengths[row * width + columns] = 0;
    for (let column = columns - 1; column >= 0; column--) {
      const at = row * width + column;
      const [below, right] = [lengths[at + width]!, lengths[at + 1]!];
      if (token === b[bFrom + column]) lengths[at] = lengths[at + width + 1]! + 1;
      else lengths[at] = below >= right ? below : right;
    }
  }
  for (let row = 0, column = 0; row < rows && column < columns;) {
    const at = row * width + column;
    if (a[aFrom + row] === b[bFrom + column]) pairs.push([aFrom + row++, bFrom + column++]);
    else if (lengths[at + width]! >= lengths[at + 1]!) row++;
    else column++;
  }
}

function cutAtUnique(stretch: Stretch): Pair[] {
  const { a, aTo, b, bTo } = stretch;
  const anchors = inOrder(uniquePairs(stretch));
  if (anchors.length === 0) return [];
  const pairs: Pair[] = [];
  let { aFrom, bFrom } = stretch;
  for (const [before, after] of [...anchors, [aTo, bTo] as const]) {
    pairs.push(...commonSequence({ a, aFrom, aTo: before, b, bFrom, bTo: after }));
    if (before < aTo) pairs.push([before, after]);
    [aFrom, bFrom] = [before + 1, after + 1];
  }
  return pairs;
}

function uniquePairs({ a, aFrom, aTo, b, bFrom, bTo }: Stretch): Pair[] {
  const once = (of: Int32Array, from: number, to: number): Map<number, number> => {
    const places = new Map<number, number>();
    for (let at = from; at < to; at++) places.set(of[at]!, places.has(of[at]!) ? -1 : at);
    return places;
  };
  const after = once(b, bFrom, bTo);
  return [...once(a, aFrom, aTo)]
    .map(([token, at]): Pair => [at, after.get(token) ?? -1])
    .filter(([before, there]) => before >= 0 && there >= 0)
    .sort(([x], [y]) => x - y);
}

/** The longest run of pairs that grows on both sides; the pairs come in order of the first. */
export function inOrder(pairs: readonly Pair[]): Pair[] {
  const tops: number[] = [];
  const previous = new Int32Array(pairs.length);
  for (const [index, [, after]] of pairs.entries()) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tops[middle]!]![1] < after) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? tops[low - 1]! : -1;
    tops[low] = index;
  }
  const run: Pair[] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = previous[at]!) run.push(pairs[at]!);
  return run.reverse();
}
