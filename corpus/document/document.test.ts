import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awkwardBlocks, awkwardText } from './awkward.testing';
import { boundariesAround, graphemesOf, isGraphemeBoundary, stepGrapheme } from './graphemes';
import { offsetOf, offsetTable, positionOf } from './positions';
import { documentOf, textOf } from './schema';
import { BLOCK_SEPARATOR, blockIndexAt, layOut } from './text';

/** Every boundary of the whole text, told by Intl.Segmenter at once. */
function allBoundaries(text: string): readonly number[] {
  const segments = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)];
  return [...segments.map((segment) => segment.index), text.length];
}

describe('the text rule: position = offset + 1', () => {
  it('finds every character of every block at its offset plus one', () => {
    fc.assert(
      fc.property(awkwardBlocks, (drafts) => {
        const { text, blocks } = layOut(drafts);
        const document = documentOf(blocks);
        for (const block of blocks) {
          for (let offset = block.start; offset <= block.end; offset++) {
            const position = positionOf(offset);
            expect(offsetOf(position)).toBe(offset);
            const place = document.resolve(position);
            expect(place.index(0)).toBe(block.ordinal);
            expect(place.parentOffset).toBe(offset - block.start);
            if (offset === block.end) continue;
            expect(document.textBetween(position, position + 1)).toBe(text[offset]);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('costs two positions for a block boundary, as the separator costs two units', () => {
    const { text, blocks } = layOut([
      { role: 'paragraph', text: 'one', depth: 0, group: null, original: null },
      { role: 'paragraph', text: '', depth: 0, group: null, original: null },
      { role: 'paragraph', text: 'two\nlines', depth: 0, group: null, original: null },
    ]);
    expect(BLOCK_SEPARATOR).toHaveLength(2);
    expect(text).toBe('one\n\n\n\ntwo\nlines');
    expect(blocks.map(({ start, end }) => [start, end])).toEqual([[0, 3], [5, 5], [7, 16]]); // prettier-ignore
    expect(documentOf(blocks).content.size).toBe(text.length + 2);
  });

  it('gives the text back from the document', () => {
    fc.assert(
      fc.property(awkwardBlocks, (drafts) => {
        const { text, blocks } = layOut(drafts);
        expect(textOf(documentOf(blocks))).toBe(text);
      }),
    );
    expect(textOf(documentOf([]))).toBe('');
  });

  it('names the block that holds an offset, a separator going with the block before it', () => {
    fc.assert(
      fc.property(awkwardBlocks, (drafts) => {
        const { text, blocks } = layOut(drafts);
        for (let offset = 0; offset <= text.length; offset++) {
          const naive = blocks.findLastIndex((block) => block.start <= offset);
          expect(blockIndexAt(blocks, offset)).toBe(naive);
        }
      }),
    );
    expect(blockIndexAt([], 3)).toBe(0);
  });
});

describe('offsetTable', () => {
  it('agrees with counting code points one by one, in both directions', () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        const table = offsetTable(text);
        let codePoint = 0;
        let offset = 0;
        for (const character of text) {
          expect(table.toCodePoints(offset)).toBe(codePoint);
          expect(table.toUtf16(codePoint)).toBe(offset);
          if (character.length === 2) expect(table.toCodePoints(offset + 1)).toBe(codePoint);
          offset += character.length;
          codePoint += 1;
        }
        expect(table.toCodePoints(text.length)).toBe(codePoint);
        expect(table.toUtf16(codePoint)).toBe(text.length);
        expect(table.rangeToCodePoints({ start: 0, end: text.length })).toEqual({
          start: 0,
          end: codePoint,
        });
      }),
      { numRuns: 500 },
    );
  });
});

describe('graphemes', () => {
  const expectAgreement = (text: string): void => {
    const boundaries = allBoundaries(text);
    const known = new Set(boundaries);
    for (let offset = 0; offset <= text.length; offset++) {
      const before = boundaries.findLast((boundary) => boundary <= offset)!;
      const after = boundaries.find((boundary) => boundary >= offset)!;
      expect(boundariesAround(text, offset)).toEqual({ before, after });
      expect(isGraphemeBoundary(text, offset)).toBe(known.has(offset));
      const next = boundaries.find((boundary) => boundary > offset) ?? text.length;
      const previous = boundaries.findLast((boundary) => boundary < offset) ?? 0;
      expect(stepGrapheme(text, offset, 1)).toBe(next);
      expect(stepGrapheme(text, offset, -1)).toBe(previous);
    }
  };

  it('agree with Intl.Segmenter over the whole text', () => {
    fc.assert(fc.property(awkwardText, expectAgreement), { numRuns: 1000 });
  });

  it('are the same when all are asked for at once, in however long a run', () => {
    const expectSame = (text: string): void => {
      const boundaries = allBoundaries(text);
      const { starts, ends } = graphemesOf(text);
      expect([...new Set(starts), text.length]).toEqual(boundaries);
      expect([0, ...new Set(ends)]).toEqual(boundaries);
    };
    fc.assert(
      fc.property(awkwardText, fc.integer({ min: 1, max: 200 }), (text, times) => {
        expectSame(`x${text.repeat(times)}`);
      }),
      { numRuns: 100 },
    );
    for (const part of ['🇩🇪', '🇫', '\u0301', '👩‍', '\u1112\u1161\u11ab', 'क्']) {
      expectSame(`x${part.repeat(1500)}x`);
    }
  });

  it('agree where a run has no sure boundary for longer than any window', () => {
    expectAgreement('🇩🇪'.repeat(70));
    expectAgreement('x' + '🇫'.repeat(141));
    expectAgreement('o' + '\u0301'.repeat(300) + 'x');
    expectAgreement('👩‍'.repeat(120) + 'x');
    expectAgreement('\u1112\u1161\u11ab'.repeat(60));
    expectAgreement('क्'.repeat(120) + 'ष');
  });

  it('treat offsets outside the text as its edges', () => {
    expect(boundariesAround('abc', -5)).toEqual({ before: 0, after: 0 });
    expect(boundariesAround('abc', 9)).toEqual({ before: 3, after: 3 });
    expect(stepGrapheme('', 0, 1)).toBe(0);
  });
});
