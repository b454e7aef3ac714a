const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** How far past an offset its grapheme is first looked for, in UTF-16 units; doubled where it ends later. */
const REACH = 64;

/** Characters that can only stand alone, and never join the one after or before them. */
const PLAIN = /[\x20-\x7e\u2010-\u2027\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]/;

/** Letters and digits that begin a grapheme after any plain character. */
const STARTER = /[\p{L}\p{N}]/u;

/** The few letters that join the character before them all the same. */
const JOINING = /[\u0e33\u0eb3\uff9e\uff9f\u{16fe4}\u{16ff0}\u{16ff1}]|\p{Grapheme_Extend}/u;

/**
 * The grapheme boundaries around `offset` (UTF-16 units): the nearest at or before it and the
 * nearest at or after it. Equal when the offset is itself a boundary. Looks at a window that
 * begins where a grapheme surely does, so the cost does not grow with the text.
 */
export function boundariesAround(text: string, offset: number): { before: number; after: number } {
  if (offset <= 0) return { before: 0, after: 0 };
  if (offset >= text.length) return { before: text.length, after: text.length };
  if (isSureBoundary(text, offset)) return { before: offset, after: offset };
  let from = offset - 1;
  while (from > 0 && !isSureBoundary(text, from)) from--;
  for (let reach = REACH; ; reach *= 2) {
    let to = Math.min(text.length, offset + reach);
    if (/[\ud800-\udbff]/.test(text[to - 1]!)) to = Math.min(text.length, to + 1);
    for (const { index, segment } of segmenter.segment(text.slice(from, to))) {
      const start = from + index;
      const end = start + segment.length;
      if (start === offset) return { before: offset, after: offset };
      if (offset < end) {
        if (end === to && to < text.length) break;
        return { before: start, after: end };
      }
    }
    if (to === text.length) return { before: offset, after: offset };
  }
}

/** True only where the two characters around the offset can never belong together. */
function isSureBoundary(text: string, offset: number): boolean {
  const before = text[offset - 1]!;
  const after = text[offset]!;
  if (before === '\n') return true;
  if (!PLAIN.test(before)) return false;
  return PLAIN.test(after) || after === '\n' || (STARTER.test(after) && !JOINING.test(after));
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

/** For each unit of a stretch of text where its grapheme starts and ends; offsets of the stretch. */
export interface GraphemeTable {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/**
 * All graphemes of a stretch at once, for whoever asks for many of them. They are looked for in
 * windows, because the segmenter's cost for a run of emoji grows with the run squared; a window's last
 * grapheme may go on behind it and is looked for again.
 */
export function graphemesOf(stretch: string): GraphemeTable {
  const starts = new Uint32Array(stretch.length);
  const ends = new Uint32Array(stretch.length);
  for (let from = 0, reach = WINDOW; from < stretch.length;) {
    const edge = from + reach;
    const to = /[\ud800-\udbff]/.test(stretch[edge - 1] ?? '') ? edge + 1 : edge;
    let next = from;
    for (const { index, segment } of segmenter.segment(stretch.slice(from, to))) {
      const start = from + index;
      const end = start + segment.length;
      if (end >= to && to < stretch.length) break;
      starts.fill(start, start, end);
      ends.fill(end, start, end);
      next = end;
    }
    reach = next === from ? reach * 2 : WINDOW;
    from = next;
  }
  return { starts, ends };
}

/** In UTF-16 units. */
const WINDOW = 1024;
