import type { Kind } from '../annotation/model';
import type { Block } from '../document/block';
import type { Span } from '../spans/span';
import { alignTexts, type Alignment } from './alignment';
import { isWord, type BlockText, type Tokens } from './tokens';

/** A revision's text and its blocks, in order and apart. */
export interface WholeText extends BlockText {
  readonly blocks: readonly Span[];
}

/** A revision's text with what is marked in it. */
export interface MarkedText extends WholeText {
  readonly blocks: readonly (Span & Pick<Block, 'role' | 'formatting'>)[];
  readonly marks: readonly (Span & { readonly id: string; readonly kind: Kind })[];
}

/** Words that stand in both texts or in one; `start` is their place in the text they come from. */
export interface Run {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
  readonly start: number;
}

/** A block of one text: its number from 0, and runs that join to its whole text. */
export interface ComparedSide {
  readonly index: number;
  readonly runs: readonly Run[];
}

/** An old block beside what it became; one side is null where a block was removed or added. */
export interface ComparedBlock {
  readonly change: 'same' | 'changed' | 'removed' | 'added';
  /** True for a pair that no longer stands in the order of the others. */
  readonly moved: boolean;
  readonly before: ComparedSide | null;
  readonly after: ComparedSide | null;
  /** Both sides in one: what is the same is taken from the new text, with its white space. */
  readonly together: readonly Run[];
}

/** Two blocks are one block changed when so much (a share) of the shorter one is tied. */
const PAIRED_SHARE = 0.25;

/** Words tell more than signs about where a block went. */
const WORD_WEIGHT = 4;

interface Comparison {
  readonly alignment: Alignment;
  readonly before: WholeText;
  readonly after: WholeText;
  /** The tokens of each block, as half-open ranges. */
  readonly old: readonly Span[];
  readonly fresh: readonly Span[];
}

interface Pairing {
  /** The new block of each old one and the reverse; −1: none. */
  readonly partners: Int32Array;
  readonly sources: Int32Array;
  readonly weights: Float64Array;
}

/**
 * Lays two texts side by side, block by block, in the new text's order; removed blocks stand where
 * they were. Each block of either text is in exactly one row. White space belongs to the word
 * before it, and does not make a block changed. Pure.
 */
export function compareTexts(before: WholeText, after: WholeText): ComparedBlock[] {
  const alignment = alignTexts(before, after);
  const old = tokenRanges(alignment.before, before.blocks.length);
  const fresh = tokenRanges(alignment.after, after.blocks.length);
  const comparison = { alignment, before, after, old, fresh };
  return rowsOf(comparison, pairBlocks(comparison));
}

function tokenRanges({ blocks }: Tokens, count: number): Span[] {
  let at = 0;
  return Array.from({ length: count }, (_, block) => {
    const start = at;
    while (at < blocks.length && blocks[at] === block) at++;
    return { start, end: at };
  });
}

function weightOf({ keys }: Tokens, { start, end }: Span): number {
  let weight = 0;
  for (let at = start; at < end; at++) weight += isWord(keys[at]!) ? WORD_WEIGHT : 1;
  return weight;
}

function pairBlocks(comparison: Comparison): Pairing {
  const { alignment, old, fresh } = comparison;
  const pairing: Pairing = {
    partners: new Int32Array(old.length).fill(-1),
    sources: new Int32Array(fresh.length).fill(-1),
    weights: new Float64Array(old.length),
  };
  const { partners, sources, weights } = pairing;
  for (const { from, to, weight } of candidates(comparison)) {
    if (partners[from]! >= 0 || sources[to]! >= 0) continue;
    const most = Math.min(
      weightOf(alignment.before, old[from]!),
      weightOf(alignment.after, fresh[to]!),
    );
    if (weight < PAIRED_SHARE * most) continue;
    partners[from] = to;
    sources[to] = from;
    weights[from] = weight;
  }
  pairBlank(comparison, pairing);
  return pairing;
}

interface Candidate {
  readonly from: number;
  readonly to: number;
  weight: number;
}

/** Blocks that share tied tokens, the most tied first. */
function candidates({ alignment }: Comparison): Candidate[] {
  const { before, after, forward } = alignment;
  const found = new Map<string, Candidate>();
  for (const [at, there] of forward.entries()) {
    if (there < 0) continue;
    const [from, to] = [before.blocks[at]!, after.blocks[there]!];
    const key = `${from} ${to}`;
    const known = found.get(key) ?? { from, to, weight: 0 };
    known.weight += isWord(before.keys[at]!) ? WORD_WEIGHT : 1;
    found.set(key, known);
  }
  return [...found.values()].sort((x, y) => y.weight - x.weight || x.from - y.from);
}

/** Blocks without a single token go with the block before them. */
function pairBlank({ old, fresh }: Comparison, { partners, sources }: Pairing): void {
  const isBlank = (range: Span | undefined) => range !== undefined && range.start === range.end;
  for (const [at, range] of old.entries()) {
    const place = at === 0 ? 0 : partners[at - 1]! + 1;
    const follows = at === 0 || place > 0;
    if (!follows || !isBlank(range) || !isBlank(fresh[place]) || sources[place]! >= 0) continue;
    partners[at] = place;
    sources[place] = at;
  }
}

function rowsOf(comparison: Comparison, pairing: Pairing): ComparedBlock[] {
  const { partners, sources } = pairing;
  const steady = steadyBlocks(pairing);
  const rows: ComparedBlock[] = [];
  let next = 0;
  const passRemoved = () => {
    for (; next < partners.length && !steady.has(next); next++) {
      if (partners[next]! < 0) rows.push(removedRow(comparison, next));
    }
  };
  passRemoved();
  for (const [at, source] of sources.entries()) {
    if (source < 0) rows.push(addedRow(comparison, at));
    else rows.push(pairedRow(comparison, source, at, !steady.has(source)));
    if (source < 0 || !steady.has(source)) continue;
    next = source + 1;
    passRemoved();
  }
  return rows;
}

/** The old blocks that kept their order: as much of the text as possible. */
function steadyBlocks({ partners, weights }: Pairing): ReadonlySet<number> {
  const paired = [...partners.keys()].filter((at) => partners[at]! >= 0);
  const places = paired.map((at) => partners[at]!);
  const kept = heaviestRising(places, (index) => weights[paired[index]!]! + 1);
  return new Set(kept.map((index) => paired[index]!));
}

/**
 * The indices of the rising sequence with the greatest weight among distinct whole numbers, by a
 * Fenwick tree that knows the best sequence ending at or below each number. O(n log n).
 */
function heaviestRising(values: readonly number[], weigh: (index: number) => number): number[] {
  const least = values.reduce((x, y) => Math.min(x, y), Infinity);
  const size = values.reduce((x, y) => Math.max(x, y), 0) - least + 1;
  const tree = new Int32Array(values.length === 0 ? 0 : size + 1).fill(-1);
  const totals = new Float64Array(values.length);
  const previous = new Int32Array(values.length).fill(-1);
  const total = (index: number) => (index < 0 ? 0 : totals[index]!);
  const bestUpTo = (rank: number) => {
    let best = -1;
    for (let at = rank; at > 0; at -= at & -at)
      if (total(tree[at]!) > total(best)) best = tree[at]!;
    return best;
  };
  for (const [index, value] of values.entries()) {
    const rank = value - least + 1;
    previous[index] = bestUpTo(rank - 1);
    totals[index] = total(previous[index]) + weigh(index);
    for (let at = rank; at < tree.length; at += at & -at) {
      if (totals[index] > total(tree[at]!)) tree[at] = index;
    }
  }
  const chain: number[] = [];
  for (let at = bestUpTo(tree.length - 1); at >= 0; at = previous[at]!) chain.push(at);
  return chain.reverse();
}

function removedRow({ alignment, before, old }: Comparison, index: number): ComparedBlock {
  const pieces = piecesOf(before, alignment.before, index, old[index]!, () => 'removed');
  const runs = joined(pieces);
  return { change: 'removed', moved: false, before: { index, runs }, after: null, together: runs };
}

function addedRow({ alignment, after, fresh }: Comparison, index: number): ComparedBlock {
  const pieces = piecesOf(after, alignment.after, index, fresh[index]!, () => 'added');
  const runs = joined(pieces);
  return { change: 'added', moved: false, before: null, after: { index, runs }, together: runs };
}

function pairedRow(
  comparison: Comparison,
  from: number,
  to: number,
  moved: boolean,
): ComparedBlock {
  const { alignment, before, after, old, fresh } = comparison;
  const kept = keptTokens(comparison, from, to);
  const there = new Set(kept.values());
  const left = piecesOf(before, alignment.before, from, old[from]!, (at) =>
    at < 0 || kept.has(at) ? 'same' : 'removed',
  );
  const right = piecesOf(after, alignment.after, to, fresh[to]!, (at) =>
    at < 0 || there.has(at) ? 'same' : 'added',
  );
  const changed = [...left, ...right].some(({ kind }) => kind !== 'same');
  return {
    change: changed ? 'changed' : 'same',
    moved,
    before: { index: from, runs: joined(left) },
    after: { index: to, runs: joined(right) },
    together: joined(merged(left, right)),
  };
}

/** Which tokens of an old block stand letter by letter in the new one, in the same order. */
function keptTokens(
  { alignment, old }: Comparison,
  from: number,
  to: number,
): ReadonlyMap<number, number> {
  const { forward, before, after } = alignment;
  const { start, end } = old[from]!;
  const written = ({ text, starts, ends }: Tokens, at: number) => text.slice(starts[at], ends[at]);
  const tied: number[] = [];
  for (let at = start; at < end; at++) {
    const there = forward[at]!;
    if (there < 0 || after.blocks[there] !== to) continue;
    if (written(before, at) === written(after, there)) tied.push(at);
  }
  const places = tied.map((at) => forward[at]!);
  const kept = heaviestRising(places, () => 1);
  return new Map(kept.map((index) => [tied[index]!, places[index]!]));
}

/** A block cut before each of its tokens but the first; a block without tokens is asked for as −1. */
function piecesOf(
  { text, blocks }: WholeText,
  { starts }: Tokens,
  index: number,
  tokens: Span,
  kindOf: (token: number) => Run['kind'],
): Run[] {
  const { start, end } = blocks[index]!;
  if (start === end) return [];
  if (tokens.start === tokens.end)
    return [{ kind: kindOf(-1), text: text.slice(start, end), start }];
  const pieces: Run[] = [];
  for (let at = tokens.start; at < tokens.end; at++) {
    const from = at === tokens.start ? start : starts[at]!;
    const to = at + 1 === tokens.end ? end : starts[at + 1]!;
    pieces.push({ kind: kindOf(at), text: text.slice(from, to), start: from });
  }
  return pieces;
}

/** Old and new pieces in one order: before each piece that is the same, what went, then what came. */
function merged(left: readonly Run[], right: readonly Run[]): Run[] {
  const pieces: Run[] = [];
  let next = 0;
  for (const piece of right) {
    if (piece.kind === 'same' || next === 0 || left[next - 1]!.kind === 'same') {
      while (next < left.length && left[next]!.kind === 'removed') pieces.push(left[next++]!);
    }
    pieces.push(piece);
    if (piece.kind === 'same') next++;
  }
  return [...pieces, ...left.slice(next).filter(({ kind }) => kind === 'removed')];
}

/** Neighbours of one kind as one run. */
function joined(pieces: readonly Run[]): Run[] {
  const runs: Run[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last?.kind === piece.kind && last.start + last.text.length === piece.start) {
      runs[runs.length - 1] = { ...last, text: last.text + piece.text };
    } else runs.push(piece);
  }
  return runs;
}
