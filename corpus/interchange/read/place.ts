import { findShapeProblem, type PartSpan } from '../../annotation/model';
import { placeQuotedSpans, type OffsetUnit } from '../quoted-span';
import type { LooseAnnotation, LoosePiece, ReadAnnotation, ReadRemark } from './model';

const ASTRAL = /[\ud800-\udbff]/;

/** Annotations with their places, and what their offsets count: null where both units mean the same. */
export interface Placed {
  readonly unit: OffsetUnit | null;
  readonly annotations: readonly ReadAnnotation[];
  readonly remarks: readonly ReadRemark[];
}

/**
 * Finds the place of each annotation's pieces in a text. The unit is found by the words that the
 * file quotes; a piece without words is taken only where both units mean the same place. A piece
 * that lies nowhere takes its annotation with it, and that is said.
 */
export function placeAnnotations(text: string, loose: readonly LooseAnnotation[]): Placed {
  const first = text.search(ASTRAL);
  const sureEnd = first < 0 ? text.length : first;
  const pieces = loose.flatMap((annotation) => annotation.pieces);
  const quoted = pieces.filter((piece) => piece.quoted !== null);
  const placed = placeQuotedSpans(
    text,
    quoted.map(({ start, end, quoted: words }) => ({ ranges: [{ start, end }], quoted: words! })),
  );
  const unit = first < 0 || quoted.length === 0 ? null : placed.unit;
  const found = new Map(quoted.map((piece, index) => [piece, placed.spans[index]!]));
  const remarks: ReadRemark[] = [];
  const annotations: ReadAnnotation[] = [];
  for (const { pieces: own, at, ...annotation } of loose) {
    const spans: PartSpan[] = [];
    let problem: string | null = null;
    for (const piece of own) {
      const place = found.get(piece) ?? withoutWords(piece, sureEnd);
      if (place.ranges === null) {
        problem ??= place.refused;
        continue;
      }
      if (place.repaired !== null) {
        const message = `A span was put right: ${place.repaired}.`;
        remarks.push({ at, outcome: 'repaired', message });
      }
      const { part, ordinal } = piece;
      spans.push({ part, ordinal, piece: 0, ...place.ranges[0]! });
    }
    const numbered = inTextOrder(spans);
    problem ??= findShapeProblem(annotation.kind, numbered);
    if (problem === null) annotations.push({ ...annotation, spans: numbered });
    else {
      const sentence = /[.!?]$/.test(problem) ? problem : `${problem}.`;
      remarks.push({ at, outcome: 'refused', message: `The mark was left out: ${sentence}` });
    }
  }
  return { unit, annotations, remarks };
}

function withoutWords({ start, end }: LoosePiece, sureEnd: number) {
  if (start >= 0 && start < end && end <= sureEnd) {
    return { ranges: [{ start, end }], repaired: null };
  }
  return {
    ranges: null,
    refused: `the file neither quotes the words at ${start} nor says what it counts, and its text has characters that count differently`,
  };
}

/** Pieces of a part are counted in the order of the text. */
export function inTextOrder(spans: readonly PartSpan[]): readonly PartSpan[] {
  const counts = new Map<string, number>();
  return [...spans]
    .sort((a, b) => a.start - b.start)
    .map((span) => {
      const key = `${span.part} ${span.ordinal}`;
      const piece = counts.get(key) ?? 0;
      counts.set(key, piece + 1);
      return { ...span, piece };
    });
}
