import type { Alignment } from './alignment';
import { sentenceAround } from './look-alikes';
import { placesOf } from './places';
import { surroundings } from './support';
import { isWord } from './tokens';

/** So near to a run, in tokens, stand the words that frame it. */
const FRAME = 4;

/** Of the sentence around a framed run, WINDOW tokens to each side, so many words must be there. */
const WINDOW = 8;
const FRAME_WORDS = 4;
const FRAME_SHARE = 0.5;

/** What stands beside a run in both texts: a tied word, or where its sentence ends. */
interface Edge {
  readonly at: number;
  readonly place: number;
}

/**
 * True where a run stands between the words that it stood between, be there other ones directly
 * beside it: a tied word or its sentence's end near it on both sides, the run once between them in
 * both texts, and most of its sentence about it.
 */
export function isFramed(alignment: Alignment, from: number, to: number, there: number): boolean {
  const { a, b, before, forward } = alignment;
  const length = to - from;
  const left = edgeOf(alignment, from, to, there, -1);
  const right = edgeOf(alignment, from, to, there, 1);
  if (left === null || right === null) return false;
  const isOnce = (tokens: Int32Array, low: number, high: number, own: number) =>
    placesOf(tokens, a, from, to).every((at) => at === own || at <= low || at + length > high);
  if (!isOnce(a, left.at, right.at, from) || !isOnce(b, left.place, right.place, there)) return false; // prettier-ignore
  const words = surroundings(before, from, to, WINDOW);
  const tied = words.filter((at) => forward[at]! >= 0 && Math.abs(forward[at]! - there - (at - from)) <= FRAME).length; // prettier-ignore
  return tied >= FRAME_WORDS && tied >= FRAME_SHARE * words.length;
}

/** The frame on one side of a run (−1: before it); null where none is near, or it went elsewhere. */
function edgeOf(
  { before, after, forward }: Alignment,
  from: number,
  to: number,
  there: number,
  step: 1 | -1,
): Edge | null {
  const own = sentenceAround(before, from, to);
  const fresh = sentenceAround(after, there, there + to - from);
  const [limit, freshLimit] = step < 0 ? [own.first, fresh.first] : [own.last, fresh.last];
  const [begin, freshBegin] = step < 0 ? [from, there] : [to - 1, there + to - from - 1];
  const reach = Math.min(FRAME, Math.abs(limit - begin));
  for (let far = 1; far <= reach; far++) {
    const at = begin + far * step;
    const place = forward[at]!;
    if (place < 0 || !isWord(before.keys[at]!)) continue;
    const gap = (place - freshBegin) * step;
    return gap > 0 && gap <= FRAME ? { at, place } : null;
  }
  const isAtEnd = Math.abs(limit - begin) <= FRAME && Math.abs(freshLimit - freshBegin) <= FRAME;
  return isAtEnd ? { at: limit + step, place: freshLimit + step } : null;
}
