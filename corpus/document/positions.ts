import type { Range } from './block';

/** ProseMirror position of a UTF-16 offset in the revision's text. */
export function positionOf(offset: number): number {
  return offset + 1;
}

/** UTF-16 offset in the revision's text of a ProseMirror position inside a block. */
export function offsetOf(position: number): number {
  return position - 1;
}

/**
 * Translates between UTF-16 offsets and code-point offsets of one text. Built once in O(n) over
 * the astral characters only; each question costs O(log n of those).
 */
export interface OffsetTable {
  /** Code-point offset of a UTF-16 offset. Inside a surrogate pair: the pair's start. */
  toCodePoints(offset: number): number;
  /** UTF-16 offset of a code-point offset. */
  toUtf16(codePoint: number): number;
  rangeToCodePoints(range: Range): Range;
}

export function offsetTable(text: string): OffsetTable {
  const pairs: number[] = [];
  for (const match of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) pairs.push(match.index);
  const pairsBefore = (offset: number, value: (index: number) => number): number => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value(middle) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const toCodePoints = (offset: number): number =>
    offset - pairsBefore(offset, (index) => pairs[index]!);
  return {
    toCodePoints,
    toUtf16: (codePoint) => codePoint + pairsBefore(codePoint, (index) => pairs[index]! - index),
    rangeToCodePoints: ({ start, end }) => ({ start: toCodePoints(start), end: toCodePoints(end) }),
  };
}
