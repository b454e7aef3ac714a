import type { Block, DraftBlock, Formatting } from '../document/block';
import { layOut } from '../document/text';
import { alignTexts, type Alignment } from './alignment';
import { tokenFrom, tokenUpTo } from './tokens';

interface Older {
  readonly text: string;
  readonly blocks: readonly Pick<
    Block,
    'role' | 'depth' | 'group' | 'start' | 'end' | 'formatting'
  >[];
}

/** The blocks of a plain text: cut at empty lines, each a paragraph. */
export function paragraphBlocks(text: string): readonly DraftBlock[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n\s*/)
    .map((words) => words.trim())
    .filter((words) => words !== '')
    .map((words) => ({ role: 'paragraph', text: words, depth: 0, group: null, original: null }));
}

/**
 * Blocks of a text that says nothing of roles and formatting, with those of the older text: a
 * block has the role, depth and group of the older block that half of its words, or half of that
 * one's, are from; words that stand keep their emphasis and links, and so do words put in between.
 */
export function keepRoles(before: Older, drafts: readonly DraftBlock[]): readonly DraftBlock[] {
  const fresh = layOut(drafts);
  const alignment = alignTexts(before, fresh);
  const formatting = keptFormatting(before, alignment, fresh.blocks);
  const from = olderBlocks(alignment, drafts.length);
  return drafts.map((draft, index) => {
    const { role, depth, group } = before.blocks[from[index]!] ?? draft;
    const kept = formatting[index]!;
    return { ...draft, role, depth, group, ...(kept.length > 0 ? { formatting: kept } : {}) };
  });
}

/** For each new block the older one that it is made from; −1: none. */
function olderBlocks({ before, after, back }: Alignment, count: number): readonly number[] {
  const votes = Array.from({ length: count }, () => new Map<number, number>());
  for (const [token, from] of back.entries()) {
    if (from < 0) continue;
    const mine = votes[after.blocks[token]!]!;
    mine.set(before.blocks[from]!, (mine.get(before.blocks[from]!) ?? 0) + 1);
  }
  const [old, fresh] = [sizesOf(before.blocks), sizesOf(after.blocks)];
  return votes.map((mine, index) => {
    const [best, words] = [...mine].sort(([, x], [, y]) => y - x)[0] ?? [-1, 0];
    return words * 2 >= Math.min(fresh.get(index) ?? 0, old.get(best) ?? Infinity) ? best : -1;
  });
}

function sizesOf(blocks: Int32Array): ReadonlyMap<number, number> {
  const sizes = new Map<number, number>();
  for (const block of blocks) sizes.set(block, (sizes.get(block) ?? 0) + 1);
  return sizes;
}

function keptFormatting(
  before: Older,
  alignment: Alignment,
  fresh: readonly Block[],
): readonly (readonly Formatting[])[] {
  const kept = fresh.map((): Formatting[] => []);
  for (const { start, formatting = [] } of before.blocks) {
    for (const one of formatting) {
      const range = { ...one, start: start + one.start, end: start + one.end };
      for (const { block, ...placed } of placesOf(alignment, range)) {
        const at = fresh[block]!.start;
        kept[block]!.push({ ...placed, start: placed.start - at, end: placed.end - at });
      }
    }
  }
  for (const ranges of kept) ranges.sort(inOrder);
  return kept;
}

/** Where the words of a formatted range stand now; offsets of the whole texts. */
function placesOf(
  { before, after, forward, back }: Alignment,
  range: Formatting,
): readonly (Formatting & { readonly block: number })[] {
  const [first, end] = [tokenFrom(before, range.start), tokenUpTo(before, range.end)];
  const places: { block: number; to: number; start: number; end: number }[] = [];
  for (let token = first; token < end; token++) {
    const to = forward[token]!;
    if (to < 0) continue;
    const block = after.blocks[to]!;
    // An edge within a word is as far into the word there.
    const start = after.starts[to]! + Math.max(0, range.start - before.starts[token]!);
    const ending = after.ends[to]! - Math.max(0, before.ends[token]! - range.end);
    const last = places.at(-1);
    if (last?.block === block && last.to < to && isNew(back, last.to + 1, to)) {
      [last.to, last.end] = [to, ending];
    } else places.push({ block, to, start, end: ending });
  }
  return places.map(({ block, start, end: ending }) => ({ ...range, block, start, end: ending }));
}

function isNew(back: Int32Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (back[at]! >= 0) return false;
  return true;
}

function inOrder(x: Formatting, y: Formatting): number {
  return x.start - y.start || y.end - x.end || (x.kind < y.kind ? -1 : 1);
}
