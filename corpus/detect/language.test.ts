import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awkwardBlocks } from '../document/awkward.testing';
import { isGraphemeBoundary } from '../document/graphemes';
import { layOut } from '../document/text';
import { readLanguage } from './language';

function read(...texts: string[]) {
  const { text, blocks } = layOut(
    texts.map((words) => ({
      role: 'paragraph',
      text: words,
      depth: 0,
      group: null,
      original: null,
    })),
  );
  return { text, language: [...readLanguage({ text, blocks, date: null })] };
}

describe('words', () => {
  it('have tags, lemmas, and offsets of the whole text', () => {
    const { text, language } = read('First.', 'Ada Orm didn’t say  so.');
    const tokens = language[1]!.sentences[0]!.tokens;
    expect(tokens.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Ada',
      'Orm',
      'did',
      'n’t',
      'say',
      'so',
      '.',
    ]);
    expect(tokens.map(({ lemma }) => lemma)).toContain('do');
    expect(tokens[0]!.tag).toBe('PROPN');
    expect(tokens[4]!.tag).toBe('VERB');
    expect(tokens[3]!.lower).toBe("n't");
  });

  it('keep compounds whole, so that "led" in "U.S.-led" is no verb', () => {
    const { language } = read('The U.S.-led force left the port.');
    const compound = language[0]!.sentences[0]!.tokens.find(({ lower }) => lower === 'u.s.-led');
    expect(compound?.tag).toBe('ADJ');
  });

  it('are read from the article’s own prose alone', () => {
    const { text, blocks } = layOut(
      (['paragraph', 'reader_comment', 'furniture', 'caption'] as const).map((role) => ({
        role,
        text: `A ${role}.`,
        depth: 0,
        group: null,
        original: null,
      })),
    );
    const read = [...readLanguage({ text, blocks, date: null })];
    expect(read.map(({ block }) => block.role)).toEqual(['paragraph', 'caption']);
  });

  it('hold every character but white space, in order, whole, whatever the text', () => {
    fc.assert(
      fc.property(awkwardBlocks, (drafts) => {
        const { text, blocks } = layOut(drafts);
        for (const { block, sentences } of readLanguage({ text, blocks, date: null })) {
          let last = block.start;
          for (const token of sentences.flatMap(({ tokens }) => tokens)) {
            expect(token.start).toBeGreaterThanOrEqual(last);
            expect(token.end).toBeGreaterThan(token.start);
            expect(isGraphemeBoundary(text, token.start)).toBe(true);
            expect(isGraphemeBoundary(text, token.end)).toBe(true);
            expect(text.slice(last, token.start).replace(/[\s\p{M}\p{Cf}]/gu, '')).toBe('');
            last = token.end;
          }
          expect(text.slice(last, block.end).replace(/[\s\p{M}\p{Cf}]/gu, '')).toBe('');
        }
      }),
      { numRuns: 1000 },
    );
  });
});
