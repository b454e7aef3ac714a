import type { Span } from './span';

const WORD = /[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}'’\-.]*[\p{L}\p{N}\p{M}]|[\p{L}\p{N}\p{M}]/gu;

/** How far from an offset a word's edge is looked for, in UTF-16 units. */
const REACH = 200;

/** The words of a text, in their order. */
export function wordsOf(text: string): readonly Span[] {
  return Array.from(text.matchAll(WORD), ({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
}

/** The word that an offset stands in or at the edge of; null between words. */
export function wordAt(text: string, offset: number): Span | null {
  const from = Math.max(0, offset - REACH);
  for (const match of text.slice(from, offset + REACH).matchAll(WORD)) {
    const start = from + match.index;
    const end = start + match[0].length;
    if (start <= offset && offset <= end) return { start, end };
    if (start > offset) return null;
  }
  return null;
}

/**
 * The nearest word edge beyond an offset: the next word's end going forward, the word's start
 * going back; the text's edge where there is none within reach.
 */
export function stepWord(text: string, offset: number, direction: 1 | -1): number {
  if (direction === 1) {
    for (const match of text.slice(offset, offset + REACH).matchAll(WORD)) {
      const end = offset + match.index + match[0].length;
      if (end > offset) return end;
    }
    return Math.min(text.length, offset + REACH);
  }
  const from = Math.max(0, offset - REACH);
  let found = from;
  for (const match of text.slice(from, offset).matchAll(WORD)) found = from + match.index;
  return found;
}
