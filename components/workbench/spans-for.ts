import type { Kind, Part, PartSpan } from '@/corpus/annotation/model';
import { proposeAttribution } from '@/corpus/detect/attribution';
import { piecesOf, snapToGraphemes, type Span } from '@/corpus/spans/span';
import { quotationAround, sentenceAround } from '../editor/caret-keys';
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

/**
 * What tagging marks: the selection, or without one the sentence (claim), the quotation (quote)
 * or the attribution (source, cue and content) under the caret. Null where there is none.
 */
export function spansFor(kind: Kind, reader: Reader): PartSpan[] | null {
  const selected = selectedPieces(reader);
  if (kind === 'claim') {
    const sentence = sentenceAround(reader, reader.head);
    if (selected.length > 0) return partOf('content', selected);
    return sentence === null ? null : partOf('content', [withoutStop(reader.text, sentence)]);
  }
  const quotation = selected.length > 0 ? selected : quotationAround(reader, reader.head);
  if (kind === 'quote') return quotation === null ? null : partOf('content', quotation);
  return attributionSpans(reader, quotation);
}

function attributionSpans(reader: Reader, content: readonly Span[] | null): PartSpan[] | null {
  if (content === null) {
    const sentence = sentenceAround(reader, reader.head);
    const proposal = sentence && proposeAttribution(reader.text, sentence, null);
    return proposal === null ? null : proposal.map((span) => ({ ...span, ordinal: 0, piece: 0 }));
  }
  const frames = [content[0]!, content.at(-1)!].map((piece) => frameOf(reader, piece));
  for (const [index, frame] of frames.entries()) {
    const piece = index === 0 ? content[0]! : content.at(-1)!;
    const proposal = frame && proposeAttribution(reader.text, frame, piece);
    const around = proposal?.filter(({ part }) => part !== 'content') ?? [];
    if (around.length > 0) {
      const parts = around.map((span) => ({ ...span, ordinal: 0, piece: 0 }));
      return [...partOf('content', content), ...parts];
    }
  }
  return partOf('content', content);
}

/** The sentences that a piece of content stands in: where its source and cue are looked for. */
function frameOf(reader: Reader, piece: Span): Span | null {
  const first = sentenceAround(reader, piece.start + 1);
  const last = sentenceAround(reader, piece.end);
  if (first === null || last === null) return null;
  return { start: Math.min(first.start, piece.start), end: Math.max(last.end, piece.end) };
}

function withoutStop(text: string, span: Span): Span {
  const stop = text.slice(span.start, span.end).match(/[.。]$/)?.[0].length ?? 0;
  return { start: span.start, end: span.end - stop };
}
