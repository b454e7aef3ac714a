import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findShapeProblem } from '../annotation/model';
import { awkwardBlocks } from '../document/awkward.testing';
import { isGraphemeBoundary } from '../document/graphemes';
import { layOut } from '../document/text';
import { ATTRIBUTION_CASES, markedBy, paragraph } from './cases/attributions.testing';
import { detect } from './detect';

describe('an attribution is proposed', () => {
  it.each(ATTRIBUTION_CASES.filter(({ isKnown }) => isKnown))('$marked', ({ text, marked }) => {
    expect(markedBy(text).marked).toBe(marked);
  });

  it.each(ATTRIBUTION_CASES.filter(({ isKnown }) => !isKnown))(
    'not yet: $marked',
    ({ text, marked }) => {
      expect(markedBy(text).marked).not.toBe(marked);
    },
  );
});

describe('the speaker', () => {
  it('is the same for a full name, a last name and a pronoun', () => {
    const text = 'Lt. Gen. Ada Orm said the wall held. “It held,” Orm said. She said it was dry.';
    const found = detect({ ...layOut([paragraph(text)]), date: null });
    const names = found.filter(({ kind }) => kind === 'attribution').map((s) => s.speaker?.name);
    expect(names).toEqual(['Ada Orm', 'Ada Orm', 'Ada Orm']);
  });

  it('of a quotation that goes on in the next paragraph is the one before', () => {
    const drafts = ['“We waited,” Orm said.', '“Then nobody came to the wall.”'].map(paragraph);
    const found = detect({ ...layOut(drafts), date: null });
    const attributions = found.filter(({ kind }) => kind === 'attribution');
    expect(attributions).toHaveLength(1);
    expect(attributions[0]!.spans.filter(({ part }) => part === 'content')).toHaveLength(2);
  });
});

describe('suggestions', () => {
  it('are well formed whatever the text', () => {
    fc.assert(
      fc.property(
        awkwardBlocks,
        fc.constantFrom('', 'Orm said “', '” said Orm.'),
        (drafts, words) => {
          const laidOut = layOut([...drafts, paragraph(words + 'the wall held.')]);
          const { text } = laidOut;
          for (const { kind, spans } of detect({ ...laidOut, date: null })) {
            expect(findShapeProblem(kind, spans)).toBeNull();
            for (const { start, end } of spans) {
              expect(start).toBeLessThan(end);
              expect(isGraphemeBoundary(text, start) && isGraphemeBoundary(text, end)).toBe(true);
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('stay the same when more text follows', () => {
    const text = '“The wall held,” said Ada Orm. The council denied the charge.';
    const alone = detect({ ...layOut([paragraph(text)]), date: null });
    const longer = [paragraph(text), paragraph('The mayor said he would resign.')];
    const more = detect({ ...layOut(longer), date: null });
    expect(more.slice(0, alone.length)).toEqual(alone);
  });

  it('never come from reader comments', () => {
    const comment = {
      ...paragraph('“The wall held well,” said Orm.'),
      role: 'reader_comment' as const,
    };
    expect(detect({ ...layOut([comment]), date: null })).toEqual([]);
  });
});
