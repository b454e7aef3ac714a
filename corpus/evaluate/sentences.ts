import { BLOCK_SEPARATOR } from '../document/text';
import { sentencesOf } from '../spans/sentences';
import type { Span } from '../spans/span';

/** The sentences of a whole text, whose blocks end every sentence. Offsets are UTF-16. */
export interface Sentences {
  /** The sentence of a span, or from the first to the last of those that it runs through. */
  around(span: Span): Span;
  /** So many sentences that end before an offset, the nearest first; one cut by it begins them. */
  before(offset: number, count: number): Span[];
  /** The same after it. */
  after(offset: number, count: number): Span[];
}

export function sentencesIn(text: string): Sentences {
  const all = sentencesByBlock(text);
  const isFilled = ({ start, end }: Span) => /[\p{L}\p{N}]/u.test(text.slice(start, end));
  return {
    around({ start, end }) {
      const first = all[reaching(all, start)]?.start ?? start;
      const last = all[reaching(all, end - 1)];
      const close = last !== undefined && last.start < end ? last.end : end;
      return { start: Math.min(start, first), end: Math.max(end, close) };
    },
    before(offset, count) {
      const cut = all.slice(
        Math.max(0, reaching(all, offset) - count - 1),
        reaching(all, offset) + 1,
      );
      return cut
        .map(({ start, end }) => ({ start, end: Math.min(end, offset) }))
        .filter((part) => part.start < part.end && isFilled(part))
        .reverse()
        .slice(0, count);
    },
    after(offset, count) {
      return all
        .slice(reaching(all, offset), reaching(all, offset) + count + 1)
        .map(({ start, end }) => ({ start: Math.max(start, offset), end }))
        .filter((part) => part.start < part.end && isFilled(part))
        .slice(0, count);
    },
  };
}

function sentencesByBlock(text: string): Span[] {
  let origin = 0;
  return text.split(BLOCK_SEPARATOR).flatMap((block) => {
    const from = origin;
    origin += block.length + BLOCK_SEPARATOR.length;
    return sentencesOf(block).map(({ start, end }) => ({ start: from + start, end: from + end }));
  });
}

/** The index of the first sentence that ends after an offset. */
function reaching(sentences: readonly Span[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function wordsOf(text: string, { start, end }: Span): string[] {
  return text.slice(start, end).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** How many words two sentences have in common, in the same order. */
export function sharedInOrder(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    for (const [at, other] of b.entries()) {
      next.push(word === other ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!));
    }
    row = next;
  }
  return row.at(-1)!;
}
