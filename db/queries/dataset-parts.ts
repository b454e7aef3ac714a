import { PARTS } from '@/corpus/annotation/model';
import type { OffsetTable } from '@/corpus/document/positions';
import type { DatasetPart, DatasetPiece } from '@/corpus/interchange/article';
import { DeskError } from '../client';
import type { SpanRow } from './article-rows';

/** Where an annotation stands on the exported revision. */
export interface PlacedParts {
  /** The first offset of any part, in code points. */
  readonly start: number;
  /** How many spans the parts have together. */
  readonly spans: number;
  /** Content first, then source, cue and addressee. */
  readonly parts: readonly DatasetPart[];
}

/** Parts while their pieces come in. */
type Growing = { part: DatasetPart['part']; ordinal: number; pieces: DatasetPiece[] }[];

/**
 * Puts the spans of one annotation together; null where it has none. Throws DeskError where a span’s
 * words are not those of the text: a dataset with a wrong span is worse than none.
 */
export function placeParts(
  annotationId: string,
  spans: readonly SpanRow[],
  text: string,
  offsets: OffsetTable,
): PlacedParts | null {
  if (spans.length === 0) return null;
  const inOrder = spans.length === 1 ? spans : [...spans].sort(bySpan);
  const parts: Growing = [];
  let first = Infinity;
  for (const [part, ordinal, , start, end, exact] of inOrder) {
    if (!text.startsWith(exact, start) || end - start !== exact.length) {
      throw wrongSpan(annotationId, exact);
    }
    const piece = { start: offsets.toCodePoints(start), end: offsets.toCodePoints(end), exact };
    first = Math.min(first, piece.start);
    const last = parts.at(-1);
    if (last?.part === part && last.ordinal === ordinal) last.pieces.push(piece);
    else parts.push({ part, ordinal, pieces: [piece] });
  }
  return { start: first, spans: spans.length, parts };
}

function bySpan(a: SpanRow, b: SpanRow): number {
  return PARTS.indexOf(a[0]) - PARTS.indexOf(b[0]) || a[1] - b[1] || a[2] - b[2];
}

function wrongSpan(annotationId: string, exact: string): DeskError {
  const words = exact.length > 40 ? `${exact.slice(0, 40)}…` : exact;
  return new DeskError(
    `The words “${words}” (annotation ${annotationId}) are not where the database says they are, so nothing was exported: run stet doctor.`,
  );
}
