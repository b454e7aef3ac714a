import type { Kind, Part, PartSpan } from '@/corpus/annotation/model';
import { withoutDateline } from '@/corpus/detect/dateline';
import { piecesOf, snapToGraphemes, type Span } from '@/corpus/spans/span';
import { quotationAround, sentenceAround } from '../editor/caret-moves';
import type { Reader } from '../editor/reader';

/** Pieces as spans of one part, in text order. */
export function partOf(part: Part, pieces: readonly Span[]): PartSpan[] {
  return pieces.map(({ start, end }, piece) => ({ part, ordinal: 0, piece, start, end }));
}

/** The selected text as pieces, one a block; empty for a caret or for white space. */
export function selectedPieces(reader: Reader): readonly Span[] {
  const { start, end } = reader.selection;
  if (start === end) return [];
  const snapped = snapToGraphemes(reader.text, { start, end });
  return snapped === null ? [] : piecesOf(reader.text, reader.blocks, snapped);
}

/** The selection, or without one the quotation under the caret; null where there is none. */
export function quotedPieces(reader: Reader): readonly Span[] | null {
  const selected = selectedPieces(reader);
  return selected.length > 0 ? selected : quotationAround(reader, reader.head);
}

/**
 * What tagging marks: the selection, or without one the whole sentence without its dateline (claim), as
 * suggestions have it, or the quotation (quote) under the caret. Null where there is none. Attributions: attribution-spans.ts.
 */
export function spansFor(kind: Exclude<Kind, 'attribution'>, reader: Reader): PartSpan[] | null {
  const selected = selectedPieces(reader);
  if (kind === 'claim') {
    const sentence = sentenceAround(reader, reader.head);
    if (selected.length > 0) return partOf('content', selected);
    return sentence && partOf('content', [withoutDateline(reader.text, sentence)]);
  }
  const quotation = quotedPieces(reader);
  return quotation === null ? null : partOf('content', quotation);
}
