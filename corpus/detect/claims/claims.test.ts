import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLAIM_CASES } from './cases.testing';
import { articleOf, claimsOf } from './blocks.testing';

const proposed = (sentence: string, role?: Parameters<typeof articleOf>[1]) =>
  claimsOf(articleOf(['Why?', sentence], role));

describe('claims', () => {
  const suggestions = CLAIM_CASES.map(([worth, sentence]) => ({
    worth,
    sentence,
    found: proposed(sentence),
  }));

  it('are the sentences that a checker would verify: 9 in 10 found, 8 in 10 of the found right', () => {
    const wanted = suggestions.filter(({ worth }) => worth !== 'none');
    const found = suggestions.filter((each) => each.found.length > 0);
    const right = found.filter(({ worth }) => worth !== 'none');
    expect(right.length / wanted.length).toBeGreaterThanOrEqual(0.9);
    expect(right.length / found.length).toBeGreaterThanOrEqual(0.8);
  });

  it('put what must be checked before what should be', () => {
    const score = (worth: string) =>
      suggestions
        .filter((each) => each.worth === worth)
        .map(({ found }) => found[0]?.score ?? 0)
        .sort((a, b) => a - b);
    const must = score('must');
    const should = score('should');
    expect(must[Math.floor(must.length / 4)]!).toBeGreaterThan(
      should[Math.floor(should.length / 2)]!,
    );
  });

  it.each([
    ['Two boats were bombed off Osk.', 'Norland asked Sudmark to stop bombing boats off Osk.'],
    ['Forty sailors died in the strait.', 'Forty sailors could be killed in the strait.'],
    ['The rebels enslaved the women of Osk.', 'The rebels attacked the harbour of Osk.'],
    ['Rockets hit some 200 houses in Osk.', 'Rockets hit the houses in Osk.'],
  ])('put what happened, and what people suffered, first: %s', (graver, lighter) => {
    const [first, second] = [graver, lighter].map((words) => proposed(words)[0]?.score ?? 0);
    expect(first).toBeGreaterThan(second!);
  });

  it('are one whole sentence, without the dateline', () => {
    const input = articleOf([
      'PORT ARLEN, Norland (Reedwire) – Two boats sank off Osk on Friday. Nobody was hurt.',
    ]);
    const words = claimsOf(input).map(({ spans: [span] }) =>
      input.text.slice(span!.start, span!.end),
    );
    expect(words[0]).toBe('Two boats sank off Osk on Friday.');
  });

  it('say why, in words, with the words that show it', () => {
    const [claim] = proposed('Eleven people were killed in Osk on Friday.');
    expect(claim?.reason).toMatch(/^says who died or was hurt; /);
    expect(claim?.rule).toBe('claim-casualty');
    expect(claim?.types.slice(0, 2)).toEqual(['number', 'event']);
    expect(claim?.flags).toEqual(['harm']);
    expect(claim?.evidence.length).toBeGreaterThan(0);
  });

  it('take no Secretary for a secret, and no “last of which” for a rank', () => {
    const rules = [
      'Defence Secretary Bo Marl opened the new pier.',
      'The board met twice, the last of which meetings was in May.',
      'The quarrel of two of their biggest backers split the rebels.',
    ].map((sentence) => proposed(sentence)[0]?.rule);
    for (const rule of rules) expect(rule).toMatch(/^claim-(?:event|figure)$/);
  });

  it('are load-bearing in the first paragraph', () => {
    const claims = claimsOf(articleOf(['Orm resigned on Friday.', 'Lund resigned on Friday.']));
    expect(claims.map(({ flags }) => flags.includes('load_bearing'))).toEqual([true, false]);
  });

  it('are not looked for in crossheads, bylines, readers’ comments and furniture', () => {
    for (const role of ['crosshead', 'byline', 'reader_comment', 'furniture'] as const) {
      expect(proposed('Eleven people were killed in Osk on Friday.', role)).toEqual([]);
    }
  });
});

describe('claims of any text', () => {
  const wordsOf = fc.array(
    fc.oneof(
      fc.constantFrom(...CLAIM_CASES.map(([, sentence]) => sentence)),
      fc.string({ unit: 'grapheme' }),
    ),
    { minLength: 1, maxLength: 4 },
  );

  it('lie in the text, in order, apart, each in one block, with a score', () => {
    fc.assert(
      fc.property(fc.array(wordsOf, { minLength: 1, maxLength: 4 }), (paragraphs) => {
        const input = articleOf(paragraphs.map((sentences) => sentences.join(' ')));
        let last = 0;
        for (const { spans, score, evidence, reason } of claimsOf(input)) {
          const [span] = spans;
          expect(spans).toHaveLength(1);
          expect(span!.start).toBeGreaterThanOrEqual(last);
          expect(span!.end).toBeGreaterThan(span!.start);
          expect(input.blocks.some((b) => b.start <= span!.start && span!.end <= b.end)).toBe(true);
          for (const piece of evidence) {
            expect(span!.start <= piece.start && piece.end <= span!.end).toBe(true);
          }
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(reason).not.toBe('');
          last = span!.end;
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are the same with other paragraphs behind them', () => {
    fc.assert(
      fc.property(wordsOf, wordsOf, (first, second) => {
        const alone = claimsOf(articleOf(['Why?', first.join(' ')]));
        const both = claimsOf(articleOf(['Why?', first.join(' '), second.join(' ')]));
        expect(both.slice(0, alone.length)).toEqual(alone);
      }),
      { numRuns: 60 },
    );
  });
});
