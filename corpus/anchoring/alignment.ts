import { commonSequence } from './common-sequence';
import { placesOf } from './places';
import { tokensOf, type BlockText, type Tokens } from './tokens';

/** Lengths of the word runs by which two texts are tied together, the telling ones first. */
const RUN_LENGTHS = [12, 8, 5, 3] as const;

/** Which token of one text is which of the other; each at most once. −1: none. */
export interface Alignment {
  readonly before: Tokens;
  readonly after: Tokens;
  /** Tokens as numbers, the same for the same key in both. */
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly forward: Int32Array;
  readonly back: Int32Array;
}

/**
 * Aligns two texts word by word, in whatever order paragraphs and sentences stand: runs of words
 * that stand once in each text tie them together, the ties grow while the words agree, and what
 * lies between two ties is compared by its longest common sequence. Words that stand twice are
 * tied only by what is around them. Pure; time grows with the texts' length.
 */
export function alignTexts(before: BlockText, after: BlockText): Alignment {
  const [old, fresh] = [tokensOf(before), tokensOf(after)];
  const numbers = new Map<string, number>();
  const [a, b] = [numbered(old, numbers), numbered(fresh, numbers)];
  const alignment: Alignment = {
    before: old,
    after: fresh,
    a,
    b,
    forward: new Int32Array(a.length).fill(-1),
    back: new Int32Array(b.length).fill(-1),
  };
  growEdges(alignment);
  tieBlocks(alignment);
  for (const length of RUN_LENGTHS) {
    tieRuns(alignment, length);
    fillGaps(alignment, length);
  }
  gather(alignment);
  return alignment;
}

function numbered({ keys }: Tokens, numbers: Map<string, number>): Int32Array {
  return Int32Array.from(keys, (key) => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  });
}

function tie({ forward, back }: Alignment, before: number, after: number): void {
  forward[before] = after;
  back[after] = before;
}

/** The beginnings and the ends of the texts belong together where they agree. */
function growEdges(alignment: Alignment): void {
  const { a, b } = alignment;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  const rest = Math.min(a.length, b.length) - start;
  while (end < rest && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  for (let at = 0; at < start; at++) tie(alignment, at, at);
  for (let at = 1; at <= end; at++) tie(alignment, a.length - at, b.length - at);
}

/** Whole blocks that stand once in each text, however short: cross-heads, a one-line caption. */
function tieBlocks(alignment: Alignment): void {
  const { a, b, before, after } = alignment;
  const there = blocksOnce(b, after);
  for (const [words, at] of blocksOnce(a, before)) {
    const place = there.get(words) ?? -1;
    const length = words.split(' ').length;
    if (at < 0 || place < 0 || !free(alignment, at, place, length)) continue;
    for (let step = 0; step < length; step++) tie(alignment, at + step, place + step);
  }
  tieShortBlocks(alignment);
}

/** A short block (a cross-head) may have been joined to another: its words stand once in each. */
function tieShortBlocks(alignment: Alignment): void {
  const { a, b, before, forward } = alignment;
  for (const [words, at] of blocksOnce(a, before)) {
    const length = words.split(' ').length;
    if (at < 0 || length < 2 || length >= RUN_LENGTHS[2] || forward[at]! >= 0) continue;
    const [place, ...twins] = placesOf(b, a, at, at + length);
    if (place === undefined || twins.length > 0 || !free(alignment, at, place, length)) continue;
    if (placesOf(a, a, at, at + length).length > 1) continue;
    for (let step = 0; step < length; step++) tie(alignment, at + step, place + step);
  }
}

/** Each block's tokens → where it begins; −1 where the text has it twice. */
function blocksOnce(tokens: Int32Array, { blocks }: Tokens): Map<string, number> {
  const places = new Map<string, number>();
  for (let start = 0, end = 0; start < tokens.length; start = end) {
    while (end < tokens.length && blocks[end] === blocks[start]) end++;
    const words = tokens.subarray(start, end).join(' ');
    places.set(words, places.has(words) ? -1 : start);
  }
  return places;
}

/**
 * A lone token that was tied away from its neighbours comes back to them where the same word
 * stands free beside them: of several equal longest common sequences the closest is meant.
 */
function gather(alignment: Alignment): void {
  const { forward } = alignment;
  for (let at = forward.length - 2; at >= 0; at--) pull(alignment, at, 1);
  for (let at = 1; at < forward.length; at++) pull(alignment, at, -1);
}

function pull(alignment: Alignment, at: number, side: 1 | -1): void {
  const { a, b, forward, back } = alignment;
  const beside = forward[at + side]!;
  const wanted = beside - side;
  const now = forward[at]!;
  if (beside < 0 || now === wanted || wanted < 0 || wanted >= b.length) return;
  if (a[at] !== b[wanted]) return;
  if (now >= 0 && !isLone(forward, at)) return;
  const owner = back[wanted]!;
  if (owner >= 0 && !isLone(forward, owner)) return;
  if (owner >= 0) forward[owner] = -1;
  if (now >= 0) back[now] = -1;
  tie(alignment, at, wanted);
}

/** True for a tied token neither of whose neighbours went with it. */
function isLone(forward: Int32Array, at: number): boolean {
  const there = forward[at]!;
  return forward[at - 1] !== there - 1 && forward[at + 1] !== there + 1;
}

function tieRuns(alignment: Alignment, length: number): void {
  const { a, b, forward, back } = alignment;
  const after = runsOnce(b, back, length);
  for (const [hash, before] of runsOnce(a, forward, length)) {
    const there = after.get(hash);
    if (before < 0 || there === undefined || there < 0) continue;
    if (!free(alignment, before, there, length)) continue;
    for (let at = 0; at < length; at++) tie(alignment, before + at, there + at);
    grow(alignment, before, there, -1);
    grow(alignment, before + length - 1, there + length - 1, 1);
  }
}

/** Where each run of untied tokens begins, by its hash; −1 where the text has it twice. */
function runsOnce(tokens: Int32Array, tied: Int32Array, length: number): Map<number, number> {
  const places = new Map<number, number>();
  let last = -1;
  for (let at = 0; at < length - 1 && at < tokens.length; at++) if (tied[at]! >= 0) last = at;
  for (let start = 0; start + length <= tokens.length; start++) {
    if (tied[start + length - 1]! >= 0) last = start + length - 1;
    if (last >= start) continue;
    let hash = 17;
    for (let at = start; at < start + length; at++) hash = (Math.imul(hash, 31) + tokens[at]!) | 0;
    places.set(hash, places.has(hash) ? -1 : start);
  }
  return places;
}

function free({ a, b, forward, back }: Alignment, x: number, y: number, length: number): boolean {
  for (let at = 0; at < length; at++) {
    if (a[x + at] !== b[y + at] || forward[x + at]! >= 0 || back[y + at]! >= 0) return false;
  }
  return true;
}

function grow(alignment: Alignment, before: number, after: number, step: 1 | -1): void {
  const { a, b, forward, back } = alignment;
  let [x, y] = [before + step, after + step];
  while (x >= 0 && y >= 0 && x < a.length && y < b.length && a[x] === b[y]) {
    if (forward[x]! >= 0 || back[y]! >= 0) return;
    tie(alignment, x, y);
    x += step;
    y += step;
  }
}

/** Compares what lies between two ties; a gap whose ends lead to different places, by its block. */
function fillGaps(alignment: Alignment, length: number): void {
  const { a, b, forward, before } = alignment;
  for (let from = 0; from < a.length; from++) {
    if (forward[from]! >= 0) continue;
    let to = from;
    while (to < a.length && forward[to]! < 0) to++;
    const left = from > 0 ? forward[from - 1]! : -1;
    const right = to < a.length ? forward[to]! : b.length;
    const closed = left < right && isFree(alignment, left + 1, right);
    // Between far ends that were not tied by anything, only the last and shortest runs decide.
    if (closed && (length === 3 || to - from < 400)) join(alignment, from, to, left + 1, right);
    else if (length === 3) {
      const home = (at: number) => before.blocks[at]!;
      let cut = from;
      while (cut < to && from > 0 && home(cut) === home(from - 1)) cut++;
      let start = to;
      while (start > cut && to < a.length && home(start - 1) === home(to)) start--;
      if (left >= 0 && from > 0) join(alignment, from, cut, left + 1, freeEnd(alignment, left));
      if (to < a.length) join(alignment, start, to, freeStart(alignment, right), right);
    }
    from = to;
  }
}

function isFree({ back }: Alignment, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (back[at]! >= 0) return false;
  return true;
}

/** How far the free tokens after a tie reach, within its block. */
function freeEnd({ back, after }: Alignment, tied: number): number {
  let end = tied + 1;
  while (end < back.length && back[end]! < 0 && after.blocks[end] === after.blocks[tied]) end++;
  return end;
}

function freeStart({ back, after }: Alignment, tied: number): number {
  let start = tied;
  while (start > 0 && back[start - 1]! < 0 && after.blocks[start - 1] === after.blocks[tied]) {
    start--;
  }
  return start;
}

function join(alignment: Alignment, aFrom: number, aTo: number, bFrom: number, bTo: number): void {
  const { a, b } = alignment;
  if (aFrom >= aTo || bFrom >= bTo) return;
  for (const [x, y] of commonSequence({ a, aFrom, aTo, b, bFrom, bTo })) tie(alignment, x, y);
}
