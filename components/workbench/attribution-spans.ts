import type { PartSpan } from '@/corpus/annotation/model';
import { proposeAttribution } from '@/corpus/detect/attribution';
import type { Span } from '@/corpus/spans/span';
import { sentenceAround } from '../editor/caret-moves';
import type { Reader } from '../editor/reader';
import { partOf, quotedPieces } from './spans-for';

/**
 * Source, cue and content for the selection, or without one for the attribution under the caret.
 * Null where there is none. Loaded when the first attribution is tagged.
 */
export function attributionSpans(reader: Reader): PartSpan[] | null {
  const content = quotedPieces(reader);
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
