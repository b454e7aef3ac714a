const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** How far around an offset graphemes are looked for; far beyond any real cluster (UTF-16 units). */
const REACH = 128;

/** Characters that can only stand alone: between two of these every offset is a boundary. */
const PLAIN = /[\x20-\x7e]/;

/**
 * The grapheme boundaries around `offset` (UTF-16 units): the nearest at or before it and the
 * nearest at or after it. Equal when the offset is itself a boundary. Looks at a window, so the
 * cost does not grow with the text.
 */
export function boundariesAround(text: string, offset: number): { before: number; after: number } {
  if (offset <= 0) return { before: 0, after: 0 };
  if (offset >= text.length) return { before: text.length, after: text.length };
  if (PLAIN.test(text[offset - 1]!) && PLAIN.test(text[offset]!)) {
    return { before: offset, after: offset };
  }
  const from = windowStart(text, offset);
  for (const { index, segment } of segmenter.segment(text.slice(from, offset + REACH))) {
    const start = from + index;
    const end = start + segment.length;
    if (start === offset) return { before: offset, after: offset };
    if (offset > start && offset < end) return { before: start, after: end };
  }
  return { before: offset, after: offset };
}

/** A sure boundary before the offset: a line break or a plain pair, else the window's edge. */
function windowStart(text: string, offset: number): number {
  const floor = Math.max(0, offset - REACH);
  for (let at = offset - 1; at > floor; at--) {
    if (text[at] === '\n') return at;
    if (PLAIN.test(text[at - 1]!) && PLAIN.test(text[at]!)) return at;
  }
  return floor;
}

export function isGraphemeBoundary(text: string, offset: number): boolean {
  const { before, after } = boundariesAround(text, offset);
  return before === after;
}

/** The next boundary after (`direction` 1) or before (-1) an offset; the text's edges are boundaries. */
export function stepGrapheme(text: string, offset: number, direction: 1 | -1): number {
  if (direction === 1) return boundariesAround(text, Math.min(offset + 1, text.length)).after;
  return boundariesAround(text, Math.max(offset - 1, 0)).before;
}
