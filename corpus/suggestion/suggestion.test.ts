import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kind, PartSpan } from '../annotation/model';
import { confidenceWords, reasonSentence, shownConfidence } from './confidence';
import { sameWordsFinder } from './same-words';

const piece = (start: number, end: number, at = 0): PartSpan => ({
  part: 'content',
  ordinal: 0,
  piece: at,
  start,
  end,
});

describe('the confidence that is shown', () => {
  it('is the stated one until the desk decides, and nears the desk’s own share', () => {
    expect(shownConfidence(0.9, { accepted: 0, rejected: 0 })).toBeCloseTo(0.9);
    expect(shownConfidence(0.9, { accepted: 0, rejected: 20 })).toBeCloseTo(0.45);
    expect(shownConfidence(0.5, { accepted: 9980, rejected: 20 })).toBeCloseTo(0.997, 3);
    expect(confidenceWords(shownConfidence(0.98, { accepted: 3, rejected: 0 }))).toBe('right 98 of 100 times'); // prettier-ignore
  });

  it('is told with the reason in one sentence', () => {
    const why = {
      detector: 'stet',
      reason: 'quotation with “said” and a person',
      speaker: 'Ivo Tarn',
    };
    expect(reasonSentence({ ...why, confidence: 0.976 })).toBe('Quotation with “said” and a person; speaker: Ivo Tarn; right 98 of 100 times.'); // prettier-ignore
    expect(reasonSentence({ ...why, detector: 'ner-box', speaker: '', confidence: 0.5 })).toBe('Quotation with “said” and a person; ner-box, right 50 of 100 times.'); // prettier-ignore
  });

  it('stays between 0 and 1 and never falls by an acceptance', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, fc.nat(1000), fc.nat(1000), (stated, accepted, rejected) => {
        const now = shownConfidence(stated, { accepted, rejected });
        const next = shownConfidence(stated, { accepted: accepted + 1, rejected });
        expect(now >= 0 && now <= 1 && next >= now - 1e-12).toBe(true);
      }),
    );
  });
});

describe('marks about the same words', () => {
  const text = 'one two three four five six seven eight nine ten';
  const at = (words: string): PartSpan => piece(text.indexOf(words), text.indexOf(words) + words.length); // prettier-ignore
  const finds = (kind: Kind, words: string, by: string, byKind: Kind = 'claim') =>
    sameWordsFinder(text, [{ kind: byKind, spans: [at(by)] }])({ kind, spans: [at(words)] }) !== null; // prettier-ignore

  it('have half of their words in common, and one kind', () => {
    expect(finds('claim', 'two three four five', 'three four five six')).toBe(true);
    expect(finds('claim', 'two three', 'one two three four')).toBe(true);
    expect(finds('claim', 'two three', 'one two three four five')).toBe(false);
    expect(finds('quote', 'two three', 'two three')).toBe(false);
    expect(finds('claim', 'nine ten', 'one two')).toBe(false);
  });

  it('are found as by comparing all with all', () => {
    const span = fc.tuple(fc.nat(46), fc.integer({ min: 1, max: 24 }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), span, (others, [start, length]) => {
        const mark = ([from, size]: [number, number]) => ({ kind: 'claim' as const, spans: [piece(from, from + size)] }); // prettier-ignore
        const one = mark([start, length]);
        const together = sameWordsFinder(text, others.map(mark))(one) !== null;
        const apart = others.some((other) => sameWordsFinder(text, [mark(other)])(one) !== null);
        expect(together).toBe(apart);
      }),
    );
  });
});
