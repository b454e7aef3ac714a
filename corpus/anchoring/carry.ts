import { isGraphemeBoundary } from '../document/graphemes';
import type { Span } from '../spans/span';
import { alignTexts, type Alignment } from './alignment';
import { hasAlike } from './look-alikes';
import { placesOf } from './places';
import { agreement, isTold, isBeyond, isSupported, near, wordsIn } from './support';
import { isWord, tokenFrom, tokenUpTo, type BlockText } from './tokens';

export const OUTCOMES = ['unchanged', 'moved', 'changed', 'ambiguous', 'lost'] as const;

/** How a span came to a new text; offsets are UTF-16 of the new text. */
export interface Carried {
  readonly outcome: (typeof OUTCOMES)[number];
  /** Its place: the same words for `unchanged` and `moved`, what became of them for `changed`. */
  readonly span: Span | null;
  /** For `ambiguous`: the places that are equally good, at most five. */
  readonly places: readonly Span[];
}

/** Of the words of a changed span so many (a share) must be there for the rest to be found by them. */
const KEPT_SHARE = 0.25;

const MOST_PLACES = 5;

/**
 * Carries spans from one text to another. The texts are aligned once; each span is then judged
 * by its own words and what stands around them. A place is never guessed: where the same words
 * stand in two places that the text around them does not tell apart, the outcome is `ambiguous`.
 * Spans are UTF-16 ranges of the older text.
 */
export function carrier(before: BlockText, after: BlockText): (span: Span) => Carried {
  if (before.text === after.text) {
    return ({ start, end }) => found('unchanged', { start, end });
  }
  const alignment = alignTexts(before, after);
  return (span) => judge(alignment, span);
}

function judge(alignment: Alignment, span: Span): Carried {
  const { before } = alignment;
  const from = tokenFrom(before, span.start);
  const to = tokenUpTo(before, span.end);
  if (from >= to) return LOST;
  const there = tiedWhole(alignment, from, to);
  if (there !== null) {
    const place = placeOfTokens(alignment, span, from, to, there);
    if (place !== null) return judgeTied(alignment, span, from, to, there, place);
  }
  return judgeUntied(alignment, span, from, to);
}

/**
 * Where a run stands whole: all of its words tied in a row, and its punctuation there between
 * them, whatever that is tied to (one full stop is like any other). Null where it does not.
 */
function tiedWhole({ a, b, before, forward }: Alignment, from: number, to: number): number | null {
  let there = forward[from]!;
  for (let at = from; at < to; at++) {
    if (!isWord(before.keys[at]!)) continue;
    there = forward[at]! < 0 ? -1 : forward[at]! - (at - from);
    break;
  }
  if (there < 0) return null;
  for (let at = from; at < to; at++) {
    const stands = isWord(before.keys[at]!)
      ? forward[at] === there + at - from
      : b[there + at - from] === a[at];
    if (!stands) return null;
  }
  return there;
}

/** The span's place where its tokens begin at `there`; null where an edge would cut a grapheme. */
function placeOfTokens(
  { before, after }: Alignment,
  span: Span,
  from: number,
  to: number,
  there: number,
): Span | null {
  const last = there + to - from - 1;
  const lead = span.start - before.starts[from]!;
  const trail = before.ends[to - 1]! - span.end;
  const inside = lead > 0 || trail > 0;
  const exact = before.text.slice(span.start, span.end);
  const start = after.starts[there]! + Math.max(0, lead);
  const end = after.ends[last]! - Math.max(0, trail);
  if (inside && after.text.slice(start, end) !== exact) return null;
  const sound = isGraphemeBoundary(after.text, start) && isGraphemeBoundary(after.text, end);
  return sound && start < end ? { start, end } : null;
}

function judgeTied(
  alignment: Alignment,
  span: Span,
  from: number,
  to: number,
  there: number,
  place: Span,
): Carried {
  const { a, b } = alignment;
  const twins = placesOf(b, a, from, to).filter((at) => at !== there);
  const doubles = placesOf(a, a, from, to).filter((at) => at !== from);
  const outcome = place.start === span.start && place.end === span.end ? 'unchanged' : 'moved';
  const around = agreement(alignment, from, to, there);
  const alike = hasAlike(alignment, from, to, there);
  if (twins.length === 0 && doubles.length === 0 && !alike) {
    const telling = wordsIn(alignment, from, to) >= 3 || isTold(alignment, from, to, there, around);
    // A word or two, with no word around them that they had before, may be another's.
    return telling ? found(outcome, place) : ambiguous(alignment, to - from, [there]);
  }
  const own = near(around);
  const beyond = isBeyond(alignment, from, to, around);
  const rivals = twins.filter((at) => {
    const theirs = agreement(alignment, from, to, at);
    if (beyond !== isBeyond(alignment, from, to, theirs)) return !beyond && 2 * near(theirs) >= own;
    return near(theirs) >= own;
  });
  const claims = doubles.filter((at) => near(agreement(alignment, at, at + to - from, there)) >= own); // prettier-ignore
  const supported = isSupported(alignment, from, to, there, around) && (!alike || beyond); // prettier-ignore
  if (supported && rivals.length === 0 && claims.length === 0) return found(outcome, place);
  const places = [there, ...twins.filter((at) => near(agreement(alignment, from, to, at)) > 0)];
  return ambiguous(alignment, to - from, places);
}

/** Its words are not all where they were: what became of them, or where they may stand now. */
function judgeUntied(alignment: Alignment, span: Span, from: number, to: number): Carried {
  const { a, b, back } = alignment;
  const free = placesOf(b, a, from, to).filter((at) => back[at]! < 0);
  const doubled = placesOf(a, a, from, to).length > 1;
  if (free.length === 1 && !doubled && !isHeld(alignment, from, to, free[0]!)) {
    const only = foundAt(alignment, span, from, to, free[0]!);
    if (only !== null) return only;
  }
  const changed = changedPlace(alignment, from, to);
  if (changed !== null) return wordsWithin(alignment, span, from, to, changed) ?? changed;
  if (free.length === 0 || wordsIn(alignment, from, to) < 3) return LOST;
  return ambiguous(alignment, to - from, free);
}

/** True where a word directly beside the run stands elsewhere: that is where its own place is. */
function isHeld({ forward }: Alignment, from: number, to: number, there: number): boolean {
  const [left, right] = [forward[from - 1] ?? -1, forward[to] ?? -1];
  return (left >= 0 && left !== there - 1) || (right >= 0 && right !== there + to - from);
}

/** The words at a place that they were not tied to, where all that tells a tied one tells it too. */
function foundAt(
  alignment: Alignment,
  span: Span,
  from: number,
  to: number,
  there: number,
): Carried | null {
  const place = placeOfTokens(alignment, span, from, to, there);
  if (place === null) return null;
  const judged = judgeTied(alignment, span, from, to, there, place);
  return judged.span === null ? null : found('moved', place);
}

/** The very words, where they stand once in what a span was thought to have become. */
function wordsWithin(
  alignment: Alignment,
  span: Span,
  from: number,
  to: number,
  changed: Carried,
): Carried | null {
  const { a, b, after } = alignment;
  const { start, end } = changed.span!;
  const overlaps = (at: number) =>
    after.starts[at]! < end && after.ends[at + to - from - 1]! > start;
  const [there, ...others] = placesOf(b, a, from, to).filter(overlaps);
  if (there === undefined || others.length > 0) return null;
  if (wordsIn(alignment, from, to) < 3) return null;
  if (near(agreement(alignment, from, to, there)) === 0) return null;
  return foundAt(alignment, span, from, to, there);
}

/** Where the words that are left, or the words around them, say that the span has been rewritten. */
function changedPlace(alignment: Alignment, from: number, to: number): Carried | null {
  const { forward, after } = alignment;
  const cluster = largestCluster(alignment, from, to);
  if (cluster === null) return replacedPlace(alignment, from, to);
  const { kept, first, last } = cluster;
  const total = wordsIn(alignment, from, to);
  const left = from > 0 ? forward[from - 1]! : -1;
  const right = to < forward.length ? forward[to]! : -1;
  const framed = left >= 0 && right > left && first > left && last < right;
  if (kept < KEPT_SHARE * total && !(framed && total <= 8)) return replacedPlace(alignment, from, to); // prettier-ignore
  const room = 3 * (to - from) + 8;
  const start = left >= 0 && left < first && first - left - 1 <= room ? left + 1 : first;
  const end = right > last && right - last - 1 <= room ? right - 1 : last;
  return changed(after.starts[start]!, after.ends[end]!);
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
function replacedPlace(alignment: Alignment, from: number, to: number): Carried | null {
  const { forward, after } = alignment;
  const left = from > 0 ? forward[from - 1]! : -1;
  const right = to < forward.length ? forward[to]! : after.starts.length;
  const length = right - left - 1;
  const framed = (from === 0 || left >= 0) && right >= 0;
  if (framed && length >= 1 && length <= 2 * (to - from) + 4) {
    return changed(after.starts[left + 1]!, after.ends[right - 1]!);
  }
  return besideNeighbour(alignment, from, to);
}

/** A short span gone, one neighbour there: the new words beside it, if they belong to nothing else. */
function besideNeighbour(
  { forward, back, before, after }: Alignment,
  from: number,
  to: number,
): Carried | null {
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
    return changed(after.starts[Math.min(x, y)]!, after.ends[Math.max(x, y)]!);
  }
  return null;
}

const LOST: Carried = { outcome: 'lost', span: null, places: [] };

function found(outcome: 'unchanged' | 'moved' | 'changed', span: Span): Carried {
  return { outcome, span, places: [] };
}

function changed(start: number, end: number): Carried {
  return found('changed', { start, end });
}

function ambiguous({ after }: Alignment, length: number, at: readonly number[]): Carried {
  const places = [...at]
    .sort((x, y) => x - y)
    .slice(0, MOST_PLACES)
    .map((first) => ({ start: after.starts[first]!, end: after.ends[first + length - 1]! }));
  return { outcome: 'ambiguous', span: null, places };
}
