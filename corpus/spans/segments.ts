import type { Kind, Part } from '../annotation/model';
import type { Span } from './span';

/** One piece of an annotation as it is drawn in one block. */
export interface DrawnPiece extends Span {
  readonly id: string;
  readonly kind: Kind;
  readonly part: Part;
}

/** A run of text that is covered by the same pieces all along. */
export interface Segment extends Span {
  /** The pieces in drawing order; their lanes are stable over the block. */
  readonly pieces: readonly { readonly piece: DrawnPiece; readonly lane: number }[];
}

/**
 * Cuts overlapping and nested pieces of one block into segments, each piece in a lane of its own
 * so that its line can be drawn unbroken. Longer pieces get the upper lanes. O(n log n + output).
 */
export function segmentsOf(pieces: readonly DrawnPiece[]): readonly Segment[] {
  if (pieces.length === 0) return [];
  const laned = laneOut(pieces);
  const cuts = [...new Set(pieces.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const segments: Segment[] = [];
  let next = 0;
  let open: typeof laned = [];
  for (let index = 0; index + 1 < cuts.length; index++) {
    const start = cuts[index]!;
    const end = cuts[index + 1]!;
    open = open.filter(({ piece }) => piece.end > start);
    while (next < laned.length && laned[next]!.piece.start <= start) open.push(laned[next++]!);
    if (open.length > 0) segments.push({ start, end, pieces: [...open] });
  }
  return segments;
}

function laneOut(pieces: readonly DrawnPiece[]): { piece: DrawnPiece; lane: number }[] {
  const sorted = [...pieces].sort((a, b) => a.start - b.start || b.end - a.end);
  const ends: number[] = [];
  return sorted.map((piece) => {
    const free = ends.findIndex((end) => end <= piece.start);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = piece.end;
    return { piece, lane };
  });
}
