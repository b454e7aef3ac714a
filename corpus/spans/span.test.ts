import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awkwardBlocks, awkwardText } from '../document/awkward.testing';
import { isGraphemeBoundary } from '../document/graphemes';
import { layOut } from '../document/text';
import {
  CONTEXT_LENGTH,
  SpanError,
  anchorSpan,
  piecesOf,
  snapToGraphemes,
  spanContains,
  spansOverlap,
  trimSpan,
} from './span';

/** A text of several blocks, and a range of it in either order of its edges. */
const textAndRange = fc.tuple(awkwardBlocks, fc.nat(), fc.nat()).map(([drafts, a, b]) => {
  const { text, blocks } = layOut(drafts);
  const edges = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
  return { text, blocks, start: edges[0]!, end: edges[1]! };
});

describe('anchorSpan', () => {
  it('takes exactly the spans that hold something and split no character', () => {
    fc.assert(
      fc.property(textAndRange, ({ text, start, end }) => {
        const fine =
          start < end && isGraphemeBoundary(text, start) && isGraphemeBoundary(text, end);
        if (!fine) {
          expect(() => anchorSpan(text, { start, end })).toThrow(SpanError);
          return;
        }
        const anchored = anchorSpan(text, { start, end });
        expect(anchored.exact).toBe(text.slice(start, end));
        const { prefix, suffix } = anchored;
        expect(text.slice(start - prefix.length, start)).toBe(prefix);
        expect(text.slice(end, end + suffix.length)).toBe(suffix);
        expect(Math.max(prefix.length, suffix.length)).toBeLessThanOrEqual(CONTEXT_LENGTH);
        expect(isGraphemeBoundary(text, start - prefix.length)).toBe(true);
        expect(isGraphemeBoundary(text, end + suffix.length)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps the whole 32 units of context where the text is plain', () => {
    const text = 'x'.repeat(40) + 'words' + 'y'.repeat(40);
    const { prefix, exact, suffix } = anchorSpan(text, { start: 40, end: 45 });
    expect([prefix.length, exact, suffix.length]).toEqual([32, 'words', 32]);
  });

  it('says in a sentence what is wrong with a span', () => {
    const refusal = (start: number, end: number) => () => anchorSpan('café 👍🏽 ok', { start, end });
    expect(refusal(3, 99)).toThrow('The span 3–99 is outside the text of 12 units.');
    expect(refusal(-1, 3)).toThrow('outside the text');
    expect(refusal(0.5, 3)).toThrow('outside the text');
    expect(refusal(Number.NaN, 3)).toThrow('outside the text');
    expect(refusal(3, 3)).toThrow('A span must hold at least one character.');
    expect(refusal(5, 3)).toThrow('A span must hold at least one character.');
    expect(refusal(0, 7)).toThrow('The span’s edge at 7 splits a character.'.replace('’', "'"));
  });
});

describe('cutting and mending spans', () => {
  it('snap outwards to whole characters, and only as far as needed', () => {
    expect(snapToGraphemes('a👍🏽b', { start: 2, end: 4 })).toEqual({ start: 1, end: 5 });
    expect(snapToGraphemes('abc', { start: 1, end: 1 })).toBeNull();
    expect(snapToGraphemes('abc', { start: -4, end: 99 })).toEqual({ start: 0, end: 3 });
    fc.assert(
      fc.property(textAndRange, ({ text, start, end }) => {
        const snapped = snapToGraphemes(text, { start, end });
        if (start < end) {
          expect(spanContains(snapped!, { start, end })).toBe(true);
          expect(snapToGraphemes(text, snapped!)).toEqual(snapped);
          anchorSpan(text, snapped!);
        }
      }),
    );
  });

  it('trim white space, but never off the mark that stands on it', () => {
    expect(trimSpan('  two words \n', { start: 0, end: 13 })).toEqual({ start: 2, end: 11 });
    expect(trimSpan('   ', { start: 0, end: 3 })).toBeNull();
    expect(trimSpan('x \u0301y', { start: 1, end: 4 })).toEqual({ start: 1, end: 4 });
    fc.assert(
      fc.property(awkwardText, (text) => {
        const trimmed = trimSpan(text, { start: 0, end: text.length });
        if (trimmed === null) expect(text.trim()).toBe('');
        else anchorSpan(text, trimmed);
      }),
      { numRuns: 500 },
    );
  });

  it('cut a selection into one piece a block, in order, that all can be anchored', () => {
    fc.assert(
      fc.property(textAndRange, ({ text, blocks, start, end }) => {
        const selection = snapToGraphemes(text, { start, end });
        if (selection === null) return;
        const pieces = piecesOf(text, blocks, selection);
        for (const [index, piece] of pieces.entries()) {
          anchorSpan(text, piece);
          expect(blocks.some((block) => spanContains(block, piece))).toBe(true);
          expect(spanContains(selection, piece)).toBe(true);
          if (index > 0) expect(piece.start).toBeGreaterThan(pieces[index - 1]!.end);
        }
        const kept = pieces.map((piece) => text.slice(piece.start, piece.end)).join('');
        const squeezed = (value: string) => value.replace(/\s/g, '');
        expect(squeezed(kept)).toBe(squeezed(text.slice(selection.start, selection.end)));
      }),
      { numRuns: 1000 },
    );
  });

  it('know overlap and containment of half-open ranges', () => {
    expect(spansOverlap({ start: 0, end: 3 }, { start: 3, end: 5 })).toBe(false);
    expect(spansOverlap({ start: 0, end: 4 }, { start: 3, end: 5 })).toBe(true);
    expect(spanContains({ start: 0, end: 4 }, { start: 0, end: 4 })).toBe(true);
    expect(spanContains({ start: 1, end: 4 }, { start: 0, end: 4 })).toBe(false);
  });
});
