import { PARTS } from '@/corpus/annotation/model';
import type { OffsetTable } from '@/corpus/document/positions';
import type { DatasetPart, DatasetPiece } from '@/corpus/interchange/article';
import { DeskError } from '../client';
import type { SpanRow } from './dataset-rows';

/** Where an annotation stands on the exported revision. */
export interface PlacedParts {
  /** The first offset of any part, in UTF-16 units. */
  readonly start: number;
  /** How many spans the parts have together. */
  readonly spans: number;
  /** Content first, then source, cue and addressee. */
  readonly parts: readonly DatasetPart[];
}

/**
 * Puts the spans of one revision together by target. `rows` come in the order of targets, parts,
 * ordinals and pieces. Throws DeskError where a span's words are not those of the text: a dataset
 * with a wrong span is worse than none.
 */
export function placeParts(
  rows: readonly SpanRow[],
  text: string,
  offsets: OffsetTable,
): ReadonlyMap<string, PlacedParts> {
  const places = new Map<string, PlacedParts>();
  for (let from = 0; from < rows.length;) {
    const target = rows[from]![0];
    let to = from + 1;
    while (to < rows.length && rows[to]![0] === target) to++;
    places.set(target, placeTarget(rows.slice(from, to), text, offsets));
    from = to;
  }
  return places;
}

function placeTarget(rows: readonly SpanRow[], text: string, offsets: OffsetTable): PlacedParts {
  const parts: { part: DatasetPart['part']; ordinal: number; pieces: DatasetPiece[] }[] = [];
  let first = Infinity;
  for (const [target, part, ordinal, , start, end, exact] of rows) {
    if (text.slice(start, end) !== exact) throw wrongSpan(target, exact);
    if (start < first) first = start;
    const piece = {
      start: offsets.toCodePoints(start),
      end: offsets.toCodePoints(end),
      exact,
    };
    const last = parts.at(-1);
    if (last?.part === part && last.ordinal === ordinal) last.pieces.push(piece);
    else parts.push({ part, ordinal, pieces: [piece] });
  }
  if (parts.length > 1) parts.sort((a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part));
  return { start: first, spans: rows.length, parts };
}

function wrongSpan(target: string, exact: string): DeskError {
  const words = exact.length > 40 ? `${exact.slice(0, 40)}…` : exact;
  return new DeskError(
    `The words “${words}” (target ${target}) are not where the database says they are, so nothing was exported: run stet doctor.`,
  );
}
