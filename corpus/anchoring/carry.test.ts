import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awkwardText } from '../document/awkward.testing';
import { isGraphemeBoundary } from '../document/graphemes';
import { anchorSpan, snapToGraphemes } from '../spans/span';
import { carrySpan } from './carry';

const OLD =
  'The ferry was late on Monday, the harbour master said.\n\nMayor Anna Holt spoke of 12 delays in the month of June.';

function carry(words: string, text: string, old = OLD): ReturnType<typeof carrySpan> {
  const start = old.indexOf(words);
  return carrySpan(anchorSpan(old, { start, end: start + words.length }), text);
}

/** The words that a carried span covers in the new text, or its outcome. */
function carriedWords(words: string, text: string, old = OLD): string {
  const { outcome, span } = carry(words, text, old);
  return span === null ? outcome : `${outcome}: ${text.slice(span.start, span.end)}`;
}

describe('carrySpan', () => {
  it('keeps its place in a text that did not change before it', () => {
    expect(carry('harbour master', OLD).outcome).toBe('unchanged');
    expect(carriedWords('harbour master', OLD.replace('June', 'July'))).toBe('unchanged: harbour master'); // prettier-ignore
  });

  it('moves with its words', () => {
    const longer = `A new first paragraph.\n\n${OLD}`;
    expect(carriedWords('harbour master', longer)).toBe('moved: harbour master');
    expect(carriedWords('Mayor Anna Holt', longer)).toBe('moved: Mayor Anna Holt');
  });

  it('is found by one context where the other was rewritten', () => {
    const text = OLD.replace('spoke of 12', 'complained about 12');
    expect(carriedWords('Mayor Anna Holt', text)).toBe('unchanged: Mayor Anna Holt');
    expect(carriedWords('12 delays', text)).toBe('moved: 12 delays');
  });

  it('is lost with its words', () => {
    expect(carriedWords('12 delays', OLD.replace('12', '14'))).toBe('lost');
    expect(carriedWords('Mayor Anna Holt', '')).toBe('lost');
  });

  it('never chooses between several places', () => {
    const words = 'the harbour master said';
    const elsewhere = `Again ${words} so. And ${words} no.`;
    expect(carriedWords(words, elsewhere)).toBe('ambiguous');
    expect(carriedWords(words, `${OLD}\n\n${OLD}`)).toBe('ambiguous');
  });

  it('never chooses between the place that the words before and the one that the words after tell', () => {
    const old = 'One two three four five six seven WORDS eight nine ten eleven twelve thirteen.';
    const text =
      'One two three four five six seven WORDS changed here. Now WORDS eight nine ten eleven twelve thirteen.';
    expect(carriedWords('WORDS', text, old)).toBe('ambiguous');
  });

  it('takes no short word for itself elsewhere, nor a part of a longer one', () => {
    expect(carriedWords('12', 'In 2012 nothing of the kind was said.')).toBe('lost');
    expect(carriedWords('June', 'Something else happened to June Miller.')).toBe('lost');
    const old = 'It is the international harbour';
    expect(carriedWords('international harbour', 'All international harbours', old)).toBe('lost');
  });

  it('never splits a character of the new text', () => {
    const old = 'They met in the small cafe by the old harbour.';
    const text = old.replace('cafe', 'cafe\u0301');
    expect(carriedWords('met in the small cafe', text, old)).toBe('lost');
  });

  it('finds words in a script without spaces by one context', () => {
    const old = '市長は月曜日に港で演説し、来年の予算について長い間詳しく説明したと言われている。';
    const text = old.replace('言われている', '伝えられた');
    expect(carriedWords('来年の予算', `新聞。${text}`, old)).toBe('moved: 来年の予算');
  });

  it('gives the very words again or nothing, whatever the texts', () => {
    fc.assert(
      fc.property(awkwardText, awkwardText, fc.nat(), fc.nat(), (old, added, a, b) => {
        const range = { start: Math.min(a, b) % (old.length + 1), end: Math.max(a, b) % (old.length + 1) }; // prettier-ignore
        const span = snapToGraphemes(old, range);
        if (span === null) return;
        const anchored = anchorSpan(old, span);
        for (const text of [old, added + old, old + added, added]) {
          const carried = carrySpan(anchored, text);
          if (carried.span === null) continue;
          expect(text.slice(carried.span.start, carried.span.end)).toBe(anchored.exact);
          expect(isGraphemeBoundary(text, carried.span.start)).toBe(true);
          expect(isGraphemeBoundary(text, carried.span.end)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
