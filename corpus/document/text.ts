import type { Block, DraftBlock } from './block';

/**
 * What joins two blocks in a revision's text. Two units, because a block boundary costs two
 * positions in ProseMirror: so position = offset + 1 holds over the whole document.
 */
export const BLOCK_SEPARATOR = '\n\n';

export interface DocumentText {
  /** The blocks' texts joined by BLOCK_SEPARATOR. */
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** Gives each block its place in the joined text. Pure; keeps order; empty blocks are allowed. */
export function layOut(drafts: readonly DraftBlock[]): DocumentText {
  const blocks: Block[] = [];
  let start = 0;
  for (const [ordinal, draft] of drafts.entries()) {
    const end = start + draft.text.length;
    blocks.push({ ...draft, ordinal, start, end });
    start = end + BLOCK_SEPARATOR.length;
  }
  return { text: drafts.map((block) => block.text).join(BLOCK_SEPARATOR), blocks };
}

/**
 * The index of the block that holds `offset` (a UTF-16 offset of the revision's text); an offset
 * inside a separator belongs to the block before it. Binary search; 0 for offsets before the text.
 */
export function blockIndexAt(
  blocks: readonly { readonly start: number }[],
  offset: number,
): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (blocks[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
