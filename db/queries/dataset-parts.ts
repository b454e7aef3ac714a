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

/** Parts while their rows come in. */
interface Growing {
  start: number;
  spans: number;
  readonly parts: { part: DatasetPart['part']; ordinal: number; pieces: DatasetPiece[] }[];
}

/**
 * Puts the spans of one revision together by target. `rows` come in the order of targets, parts,
 * ordinals and pieces. Throws DeskError where a span's words are not those of the text: a dataset
 * with a wrong span is worse than none.
 */
export function placeParts(
  rows: Iterable<SpanRow>,
  text: string,
  offsets: OffsetTable,
): ReadonlyMap<string, PlacedParts> {
  const places = new Map<string, Growing>();
  let target = '';
  let place: Growing = { start: 0, spans: 0, parts: [] };
  for (const row of rows) {
    if (row[0] !== target || place.spans === 0) {
      target = row[0];
      place = { start: Infinity, spans: 0, parts: [] };
      places.set(target, place);
    }
    addPiece(place, row, pieceOf(row, text, offsets));
  }
  for (const { parts } of places.values()) {
    if (parts.length > 1) parts.sort((a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part));
  }
  return places;
}

function pieceOf(row: SpanRow, text: string, offsets: OffsetTable): DatasetPiece {
  const start = row[4];
  const end = row[5];
  const exact = row[6];
  if (!text.startsWith(exact, start) || end - start !== exact.length) {
    throw wrongSpan(row[0], exact);
  }
  return { start: offsets.toCodePoints(start), end: offsets.toCodePoints(end), exact };
}

function addPiece(place: Growing, row: SpanRow, piece: DatasetPiece): void {
  const part = row[1];
  const ordinal = row[2];
  place.start = Math.min(place.start, piece.start);
  place.spans += 1;
  const last = place.parts.at(-1);
  if (last?.part === part && last.ordinal === ordinal) last.pieces.push(piece);
  else place.parts.push({ part, ordinal, pieces: [piece] });
}

function wrongSpan(target: string, exact: string): DeskError {
  const words = exact.length > 40 ? `${exact.slice(0, 40)}…` : exact;
  return new DeskError(
    `The words “${words}” (target ${target}) are not where the database says they are, so nothing was exported: run stet doctor.`,
  );
}
