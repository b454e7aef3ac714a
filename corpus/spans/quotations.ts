import type { Range } from '../document/block';
import type { Span } from './span';

const PAIRS: Readonly<Record<string, string>> = { '“': '”', '„': '“', '«': '»', '"': '"' };

/** How many paragraphs a quotation may run over before it is taken for a missing closing mark. */
const LONGEST = 12;

/**
 * The quotations of one block of a text, marks included. A quotation that the block leaves open
 * ends with the block and is `open`: by newspaper use it goes on in the next block when that one
 * begins with an opening mark again.
 */
function quotationsIn(text: string, block: Range): readonly (Span & { open: boolean })[] {
  const found: (Span & { open: boolean })[] = [];
  let start = -1;
  let closer = '';
  for (let at = block.start; at < block.end; at++) {
    const character = text[at]!;
    if (start >= 0) {
      if (character === closer) {
        found.push({ start, end: at + 1, open: false });
        start = -1;
      }
    } else if (character in PAIRS) {
      start = at;
      closer = PAIRS[character]!;
    }
  }
  if (start >= 0) found.push({ start, end: block.end, open: true });
  return found;
}

/**
 * The quotation around an offset as one piece a block, marks included; null outside of any. The
 * innermost is not looked for: single marks stay inside their double ones.
 */
export function quotationAt(
  text: string,
  blocks: readonly Range[],
  blockIndex: number,
  offset: number,
): readonly Span[] | null {
  let first = blockIndex;
  while (first > 0 && blockIndex - first < LONGEST && runsOn(text, blocks, first - 1)) first--;
  for (let index = first; index <= blockIndex; index++) {
    for (const quotation of quotationsIn(text, blocks[index]!)) {
      const pieces = [{ start: quotation.start, end: quotation.end }];
      if (quotation.open) pieces.push(...continuation(text, blocks, index));
      if (pieces.some((piece) => piece.start <= offset && offset <= piece.end)) return pieces;
    }
  }
  return null;
}

/** Whether a block's last quotation goes on in the next block. */
function runsOn(text: string, blocks: readonly Range[], index: number): boolean {
  const last = quotationsIn(text, blocks[index]!).at(-1);
  const next = blocks[index + 1];
  return last?.open === true && next !== undefined && text[next.start] === text[last.start];
}

function continuation(text: string, blocks: readonly Range[], from: number): readonly Span[] {
  const pieces: Span[] = [];
  for (let index = from; index - from < LONGEST && runsOn(text, blocks, index); index++) {
    const [first] = quotationsIn(text, blocks[index + 1]!);
    if (first === undefined) break;
    pieces.push({ start: first.start, end: first.end });
    if (!first.open) break;
  }
  return pieces;
}
