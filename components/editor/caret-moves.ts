import { stepGrapheme } from '@/corpus/document/graphemes';
import { quotationAt } from '@/corpus/spans/quotations';
import { sentenceAt, sentencesOf } from '@/corpus/spans/sentences';
import { wordAt, stepWord } from '@/corpus/spans/words';
import type { Span } from '@/corpus/spans/span';
import type { EditorView } from 'prosemirror-view';
import type { ReadingBlock } from '@/corpus/annotation/reading';

/** What the caret moves in: a Reader, as far as these keys know it. */
export interface CaretField {
  readonly view: EditorView;
  readonly text: string;
  readonly blocks: readonly ReadingBlock[];
  readonly head: number;
  blockIndexAt(offset: number): number;
  select(span: Span): void;
}

/** Moves and selections by word, sentence, quotation and block; the keys of `CARET_KEY_NAMES`. */
export function caretMoves(reader: CaretField): Readonly<Record<string, () => void>> {
  return {
    ']': () => moveBySentence(reader, 1),
    '[': () => moveBySentence(reader, -1),
    '}': () => moveByBlock(reader, 1),
    '{': () => moveByBlock(reader, -1),
    w: () => selectSpan(reader, wordAt(reader.text, reader.head)),
    s: () => selectSpan(reader, sentenceAround(reader, reader.head)),
    d: () => selectSpan(reader, hull(quotationAround(reader, reader.head))),
  };
}

/** The sentence around an offset, inside its block. */
export function sentenceAround(reader: CaretField, offset: number): Span | null {
  const block = reader.blocks[reader.blockIndexAt(offset)];
  if (block === undefined) return null;
  const found = sentenceAt(block.text, offset - block.start);
  return found && { start: block.start + found.start, end: block.start + found.end };
}

/** The pieces of the quotation around an offset, one a paragraph; null outside of any. */
export function quotationAround(reader: CaretField, offset: number): readonly Span[] | null {
  return quotationAt(reader.text, reader.blocks, reader.blockIndexAt(offset), offset);
}

/**
 * One edge moved by a word or a character, never across the other edge or out of the block:
 * `which` edge, `direction` in reading order.
 */
export function moveEdge(
  text: string,
  span: Span,
  which: 'start' | 'end',
  direction: 1 | -1,
  unit: 'word' | 'character',
  within: Span,
): Span {
  const step = unit === 'word' ? stepWord : stepGrapheme;
  let edge = step(text, span[which], direction);
  if (unit === 'word' && which === 'start' && direction === 1) edge = nextWordStart(text, edge);
  edge = Math.min(Math.max(edge, within.start), within.end);
  const moved = { ...span, [which]: edge };
  return moved.start < moved.end ? moved : span;
}

function nextWordStart(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at]!)) at++;
  return at;
}

function selectSpan(reader: CaretField, span: Span | null): void {
  if (span !== null) reader.select(span);
}

function hull(pieces: readonly Span[] | null): Span | null {
  const first = pieces?.[0];
  const last = pieces?.at(-1);
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

function moveBySentence(reader: CaretField, direction: 1 | -1): void {
  const { head } = reader;
  const starts = nearbySentenceStarts(reader, direction);
  const target =
    direction === 1 ? starts.find((at) => at > head) : starts.findLast((at) => at < head);
  if (target !== undefined) reader.select({ start: target, end: target });
}

function nearbySentenceStarts(reader: CaretField, direction: 1 | -1): readonly number[] {
  const here = reader.blockIndexAt(reader.head);
  const there = nextTextBlock(reader, here, direction);
  return [here, ...(there === null ? [] : [there])]
    .sort((a, b) => a - b)
    .flatMap((index) => {
      const block = reader.blocks[index]!;
      return sentencesOf(block.text).map((sentence) => block.start + sentence.start);
    });
}

function moveByBlock(reader: CaretField, direction: 1 | -1): void {
  const here = reader.blockIndexAt(reader.head);
  const start = reader.blocks[here]?.start ?? 0;
  const target =
    direction === -1 && reader.head > start ? here : nextTextBlock(reader, here, direction);
  const block = target === null ? undefined : reader.blocks[target];
  if (block !== undefined) reader.select({ start: block.start, end: block.start });
}

/** The nearest block with text that is on the page (folded ones are not). */
function nextTextBlock(reader: CaretField, from: number, direction: 1 | -1): number | null {
  for (let at = from + direction; at >= 0 && at < reader.blocks.length; at += direction) {
    const element = reader.view.dom.children[at];
    const shown = element instanceof HTMLElement && element.offsetParent !== null;
    if (shown && reader.blocks[at]!.text !== '') return at;
  }
  return null;
}
