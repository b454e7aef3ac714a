import type { Span } from '../spans/span';
import type { Alignment } from './alignment';
import { isWord } from './tokens';
import { wordsIn } from './word-counts';

/** Of the words of a changed span so many (a share) must be there for the rest to be found by them. */
const KEPT_SHARE = 0.25;

/**
 * Where the words that are left of a run of tokens, or the words around them, say that it has been
 * rewritten: UTF-16 of the new text. Null where nothing says it.
 */
export function changedPlace(alignment: Alignment, from: number, to: number): Span | null {
  const { forward, after } = alignment;
  const cluster = largestCluster(alignment, from, to);
  if (cluster === null) return replacedPlace(alignment, from, to);
  const { kept, first, last } = cluster;
  const total = wordsIn(alignment.before, { start: from, end: to });
  const left = from > 0 ? forward[from - 1]! : -1;
  const right = to < forward.length ? forward[to]! : -1;
  const framed = left >= 0 && right > left && first > left && last < right;
  if (kept < KEPT_SHARE * total && !(framed && total <= 8)) return replacedPlace(alignment, from, to); // prettier-ignore
  const room = 3 * (to - from) + 8;
  const start = left >= 0 && left < first && first - left - 1 <= room ? left + 1 : first;
  const end = right > last && right - last - 1 <= room ? right - 1 : last;
  return { start: after.starts[start]!, end: after.ends[end]! };
}

interface Cluster {
  /** Words of the span that stand in it. */
  readonly kept: number;
  readonly first: number;
  readonly last: number;
}

/** The tied tokens of a span that lie together in the new text: the group with most words. */
function largestCluster(alignment: Alignment, from: number, to: number): Cluster | null {
  const { forward, before } = alignment;
  let best: Cluster | null = null;
  let kept = 0;
  let first = -1;
  let last = -1;
  let lastAt = -1;
  for (let at = from; at < to; at++) {
    const there = forward[at]!;
    if (there < 0) continue;
    const near = first >= 0 && there > last && there - last <= 2 * (at - lastAt) + 12;
    if (!near) [first, kept] = [there, 0];
    if (isWord(before.keys[at]!)) kept++;
    [last, lastAt] = [there, at];
    if (kept > 0 && kept >= (best?.kept ?? 0)) best = { kept, first, last };
  }
  return best;
}

/** All words gone, but both neighbours are there and other words stand between them. */
function replacedPlace(alignment: Alignment, from: number, to: number): Span | null {
  const { forward, after } = alignment;
  const left = from > 0 ? forward[from - 1]! : -1;
  const right = to < forward.length ? forward[to]! : after.starts.length;
  const length = right - left - 1;
  const framed = (from === 0 || left >= 0) && right >= 0;
  if (framed && length >= 1 && length <= 2 * (to - from) + 4) {
    return { start: after.starts[left + 1]!, end: after.ends[right - 1]! };
  }
  return besideNeighbour(alignment, from, to);
}

/** A short span gone, one neighbour there: the new words beside it, if they belong to nothing else. */
function besideNeighbour(
  { forward, back, before, after }: Alignment,
  from: number,
  to: number,
): Span | null {
  const length = to - from;
  if (length > 4) return null;
  const isNew = (at: number, home: number) =>
    at >= 0 && at < back.length && back[at]! < 0 && after.blocks[at] === home;
  for (const [inside, beside, step] of [
    [from, from - 1, 1],
    [to - 1, to, -1],
  ] as const) {
    const there = forward[beside] ?? -1;
    if (there < 0 || before.blocks[inside] !== before.blocks[beside]) continue;
    let count = 0;
    while (count < length && isNew(there + step * (count + 1), after.blocks[there]!)) count++;
    if (count === 0) continue;
    const [x, y] = [there + step, there + step * count];
    return { start: after.starts[Math.min(x, y)]!, end: after.ends[Math.max(x, y)]! };
  }
  return null;
}
