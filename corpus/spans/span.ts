import { boundariesAround } from '../document/graphemes';
import type { Range } from '../document/block';

/** A range of one revision's text, in UTF-16 units, half-open, never inside a grapheme. */
export type Span = Range;

/** Length of the context kept on either side of a span's exact text, in UTF-16 units. */
export const CONTEXT_LENGTH = 32;

/** A span described so that it can be found again: position and quote selector in one. */
export interface AnchoredSpan extends Span {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

export class SpanError extends Error {
  override readonly name = 'SpanError';
}

/**
 * Describes a span of `text`. Throws SpanError for one that is empty, out of bounds, or that
 * splits a grapheme. Prefix and suffix are cut at grapheme boundaries, so they may be shorter
 * than CONTEXT_LENGTH.
 */
export function anchorSpan(text: string, span: Span): AnchoredSpan {
  const { start, end } = span;
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length) {
    throw new SpanError(`The span ${start}–${end} is outside the text of ${text.length} units.`);
  }
  if (start >= end) throw new SpanError('A span must hold at least one character.');
  for (const edge of [start, end]) {
    const { before, after } = boundariesAround(text, edge);
    if (before !== after) throw new SpanError(`The span's edge at ${edge} splits a character.`);
  }
  const prefixStart = boundariesAround(text, Math.max(0, start - CONTEXT_LENGTH)).after;
  const suffixEnd = boundariesAround(text, Math.min(text.length, end + CONTEXT_LENGTH)).before;
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(Math.min(prefixStart, start), start),
    suffix: text.slice(end, Math.max(suffixEnd, end)),
  };
}

/** Moves both edges outwards to grapheme boundaries; null where nothing is left. */
export function snapToGraphemes(text: string, span: Span): Span | null {
  const start = boundariesAround(text, Math.max(0, span.start)).before;
  const end = boundariesAround(text, Math.min(text.length, span.end)).after;
  return start < end ? { start, end } : null;
}

/**
 * Takes white space off both edges; null where nothing is left. White space that carries a
 * combining mark stays, because the mark cannot stand without it.
 */
export function trimSpan(text: string, span: Span): Span | null {
  let { start, end } = span;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  if (start >= end) return null;
  return {
    start: Math.max(span.start, boundariesAround(text, start).before),
    end: Math.min(span.end, boundariesAround(text, end).after),
  };
}

/**
 * Cuts a span at block boundaries into one piece a block, trimmed; blocks in which only white
 * space is covered give none.
 */
export function piecesOf(text: string, blocks: readonly Range[], span: Span): readonly Span[] {
  const pieces: Span[] = [];
  for (const block of blocks) {
    if (block.end <= span.start) continue;
    if (block.start >= span.end) break;
    const piece = trimSpan(text, {
      start: Math.max(block.start, span.start),
      end: Math.min(block.end, span.end),
    });
    if (piece !== null) pieces.push(piece);
  }
  return pieces;
}

export function spansOverlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

export function spanContains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
