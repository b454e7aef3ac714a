import { offsetTable } from '../../document/positions';
import type { DraftBlock } from '../../document/block';
import { layOut } from '../../document/text';
import type { Span } from '../../spans/span';
import type { ReadDocument } from './model';

/** A document's text as blocks, and where a span of it comes to lie in them. */
export interface LaidOut {
  readonly drafts: readonly DraftBlock[];
  /** The spans of the laid-out text that hold a span's words, one a block. */
  readonly placesOf: (span: Span) => readonly Span[];
}

/** The longest first line that is taken for a headline, in UTF-16 units. */
const HEADLINE = 200;

/**
 * The blocks that the file tells, where they are those of its text; else each line of the text that
 * holds something is a block, the first one its headline where it is short.
 */
export function layOutDocument({ text, facts }: ReadDocument): LaidOut {
  if (facts !== null) {
    const offsets = offsetTable(text);
    const drafts = facts.blocks.map(({ role, start, end, depth, group }): DraftBlock => {
      const own = text.slice(offsets.toUtf16(start), offsets.toUtf16(end));
      return { role, text: own, depth, group, original: null };
    });
    const laid = layOut(drafts);
    if (laid.text === text) return { drafts, placesOf: (span) => inBlocks(laid.blocks, span) };
  }
  const lines = linesOf(text);
  const drafts = lines.map(({ start, end }, index): DraftBlock => {
    const role =
      index === 0 && lines.length > 1 && end - start <= HEADLINE ? 'headline' : 'paragraph';
    return { role, text: text.slice(start, end), depth: 0, group: null, original: null };
  });
  const { blocks } = layOut(drafts);
  return {
    drafts,
    placesOf: (span) =>
      lines.flatMap((line, index) => {
        const [start, end] = [Math.max(line.start, span.start), Math.min(line.end, span.end)];
        const by = blocks[index]!.start - line.start;
        return start < end ? [{ start: start + by, end: end + by }] : [];
      }),
  };
}

/** The parts of a span that lie in blocks; a span within one block stays as it is. */
export function inBlocks(blocks: readonly Span[], span: Span): readonly Span[] {
  return blocks.flatMap((block) => {
    const [start, end] = [Math.max(block.start, span.start), Math.min(block.end, span.end)];
    return start < end ? [{ start, end }] : [];
  });
}

/** Lines with something in them, white space at their edges left out. */
function linesOf(text: string): readonly Span[] {
  return Array.from(text.matchAll(/\S(?:[^\n\r]*\S)?/g), ({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }));
}
