import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut } from '../document/text';
import { quotationAt } from './quotations';
import { segmentsOf, type DrawnPiece } from './segments';
import { sentencesOf } from './sentences';
import { stepWord, wordAt } from './words';

const wordsOf = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it('do not end after titles, initials and abbreviations', () => {
    const text = 'Lt. Gen. A. B. Orm of the U.S. fleet spoke at 5 p.m. to Mr. Vale. He left.';
    expect(wordsOf(text)).toEqual([
      'Lt. Gen. A. B. Orm of the U.S. fleet spoke at 5 p.m. to Mr. Vale.',
      'He left.',
    ]);
  });

  it('keep their closing quotation mark, and go on after one before a small letter', () => {
    expect(wordsOf('“It held!” said Orm. “We saw it.” Then rain.')).toEqual([
      '“It held!” said Orm.',
      '“We saw it.”',
      'Then rain.',
    ]);
  });

  it('end after an abbreviation only before a word that begins sentences', () => {
    expect(
      wordsOf('She left the U.S. The port closed. Marl Inc. rose. The U.S. Navy came.'),
    ).toEqual(['She left the U.S.', 'The port closed.', 'Marl Inc. rose.', 'The U.S. Navy came.']);
  });

  it('hold a question with the words that say who asked, and part the sentences of one quotation', () => {
    expect(wordsOf('“Will it hold?” Orm asked. “It held. We saw it,” he said.')).toEqual([
      '“Will it hold?” Orm asked.',
      '“It held.',
      'We saw it,” he said.',
    ]);
  });

  it('lie in order, apart, and hold every character but white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sentences = sentencesOf(text);
        let last = 0;
        for (const { start, end } of sentences) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(last, start).trim()).toBe('');
          last = end;
        }
        expect(text.slice(last).trim()).toBe('');
      }),
    );
  });
});

describe('words', () => {
  it('are found at their edges and inside, with apostrophes and hyphens', () => {
    const text = 'The harbour’s deep-sea pilot';
    const at = (offset: number) => {
      const word = wordAt(text, offset);
      return word && text.slice(word.start, word.end);
    };
    expect([at(0), at(6), at(20), at(28)]).toEqual(['The', 'harbour’s', 'deep-sea', 'pilot']);
    expect(stepWord(text, 3, 1)).toBe(13);
    expect(stepWord(text, 13, -1)).toBe(4);
  });
});

describe('quotations', () => {
  const blocks = (...texts: string[]) =>
    layOut(
      texts.map((text) => ({ role: 'paragraph', text, depth: 0, group: null, original: null })),
    );
  const found = (document: ReturnType<typeof layOut>, block: number, words: string) => {
    const offset = document.text.indexOf(words);
    const pieces = quotationAt(document.text, document.blocks, block, offset);
    return pieces?.map(({ start, end }) => document.text.slice(start, end)) ?? null;
  };

  it('hold their marks, and single marks inside them', () => {
    const document = blocks('He said: “The ‘old’ wall fell,” and left.');
    expect(found(document, 0, 'wall')).toEqual(['“The ‘old’ wall fell,”']);
    expect(found(document, 0, 'and left')).toBeNull();
  });

  it('run over paragraphs that begin with an opening mark, one piece each', () => {
    const document = blocks('“First the water.', '“Then the mud.', '“Then us,” she said.');
    const pieces = ['“First the water.', '“Then the mud.', '“Then us,”'];
    expect(found(document, 0, 'water')).toEqual(pieces);
    expect(found(document, 2, 'us,')).toEqual(pieces);
  });

  it('end with their paragraph where the closing mark is missing', () => {
    const document = blocks('“No mark at the end.', 'A plain paragraph.');
    expect(found(document, 0, 'mark')).toEqual(['“No mark at the end.']);
    expect(found(document, 1, 'plain')).toBeNull();
  });
});

describe('segments', () => {
  const piece = fc
    .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }), fc.uuid())
    .map(([start, length, id]): DrawnPiece => ({
      id,
      kind: 'claim',
      part: 'content',
      start,
      end: start + length,
    }));

  it('cover each character with exactly the pieces that hold it, each in one lane of its own', () => {
    fc.assert(
      fc.property(fc.uniqueArray(piece, { selector: ({ id }) => id, maxLength: 12 }), (pieces) => {
        const segments = segmentsOf(pieces);
        const lanes = new Map<string, number>();
        for (let at = 0; at < 90; at++) {
          const covering = pieces.filter(({ start, end }) => start <= at && at < end);
          const segment = segments.find(({ start, end }) => start <= at && at < end);
          const drawn = segment?.pieces ?? [];
          expect(new Set(drawn.map(({ piece }) => piece.id))).toEqual(
            new Set(covering.map(({ id }) => id)),
          );
          expect(new Set(drawn.map(({ lane }) => lane)).size).toBe(drawn.length);
          for (const { piece, lane } of drawn) {
            expect(lanes.get(piece.id) ?? lane).toBe(lane);
            lanes.set(piece.id, lane);
          }
        }
      }),
    );
  });
});
