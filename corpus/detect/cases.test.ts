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

describe('an attribution in another one', () => {
  const cuesIn = (text: string) =>
    detect({ ...layOut([paragraph(text)]), date: null })
      .filter(({ kind }) => kind === 'attribution')
      .map(({ spans }) => spans.find(({ part }) => part === 'cue')!)
      .map(({ start, end }) => text.slice(start, end));

  it('is proposed where somebody else said, promised or asked it', () => {
    expect(cuesIn('Orm said Vale had promised to pay.')).toEqual(['said', 'had promised']);
    expect(cuesIn('Orm said Vale had refused to pay.')).toEqual(['said', 'had refused']);
    expect(cuesIn('Orm said that police had warned that the dam could fail.')).toEqual([
      'said',
      'had warned',
    ]);
  });

  it('is proposed where others make the claim that is rejected, and where it is told that there are fears', () => {
    expect(cuesIn('Orm rejects claims that the wall fell.')).toEqual(['rejects', 'claims']);
    expect(cuesIn('Orm took offence at suggestions that she had lied.')).toEqual([
      'took offence at',
    ]);
    expect(cuesIn('Orm said there were fears that the wall would fall.')).toEqual([
      'said',
      'there were fears',
    ]);
  });

  it.each([
    'Orm said she expected rain.',
    'Orm said that he was confident that the wall would hold.',
    'The ministry said it condemned the vote.',
    'Orm said Vale admired the divers.',
    'Orm said Vale hoped to sail.',
    'Orm said that Vale feared the wall would fall.',
    'Orm said they share the belief that the wall will hold.',
    'Orm said the north had come to believe “that the wall would hold”.',
  ])('is not, for a view inside of what is said: %s', (text) => {
    expect(cuesIn(text)).toEqual(['said']);
  });
});

describe('the speaker', () => {
  it('is the same for a full name, a last name and a pronoun', () => {
    const text = 'Lt. Gen. Ada Orm said the wall held. “It held,” Orm said. She said it was dry.';
    const found = detect({ ...layOut([paragraph(text)]), date: null });
    const names = found.filter(({ kind }) => kind === 'attribution').map((s) => s.speaker?.name);
    expect(names).toEqual(['Ada Orm', 'Ada Orm', 'Ada Orm']);
  });

  it('is the person named behind a role, and the role where a body or nobody is', () => {
    const text =
      'The county’s chief engineer, Joss Amberly, said the wall held. The director, Dr. Nadia Ferrant, said it was dry. ' +
      '“It held,” Amberly said. A hospital spokesman, on Friday, said nobody was hurt.';
    const found = detect({ ...layOut([paragraph(text)]), date: null });
    const names = found.filter(({ kind }) => kind === 'attribution').map((s) => s.speaker?.name);
    expect(names.slice(0, 3)).toEqual(['Joss Amberly', 'Nadia Ferrant', 'Joss Amberly']);
    expect(names[3]).toMatch(/^A hospital spokesman/);
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

describe('a quotation in a paragraph of its own', () => {
  const read = (first: string, second: string, role: 'paragraph' | 'block_quote') => {
    const laidOut = layOut([paragraph(first), { ...paragraph(second), role }]);
    const found = detect({ ...laidOut, date: null });
    return found.map(({ kind, spans, speaker }) => ({
      kind,
      speaker: speaker?.name,
      content: spans
        .filter(({ part }) => part === 'content')
        .map(({ start, end }) => laidOut.text.slice(start, end)),
    }));
  };

  it('belongs to who is announced with a colon before it, in marks or set off', () => {
    for (const [words, role] of [
      ['“The wall will hold. It has to.”', 'paragraph'],
      ['The wall will hold. It has to.', 'block_quote'],
    ] as const) {
      const found = read('Mayor Ada Orm added:', words, role);
      expect(found).toContainEqual({ kind: 'attribution', speaker: 'Ada Orm', content: [words] });
      expect(found).toContainEqual({ kind: 'quote', speaker: 'Ada Orm', content: [words] });
    }
  });

  it('is a quote without a speaker where nobody announces it', () => {
    const found = read('The plaque is old.', 'Here the sea came in and stayed.', 'block_quote');
    const [quote] = found.filter(({ kind }) => kind === 'quote');
    expect(quote).toEqual({
      kind: 'quote',
      speaker: undefined,
      content: ['Here the sea came in and stayed.'],
    });
  });
});

it('a paragraph’s suggestions are the same alone and among others that say nothing', () => {
  const texts = ATTRIBUTION_CASES.map(({ text }) => text);
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.constantFrom(...texts), (words, other) => {
      const shape = (drafts: readonly string[], from: string) => {
        const laidOut = layOut(drafts.map(paragraph));
        const start = laidOut.text.lastIndexOf(from);
        return detect({ ...laidOut, date: null })
          .filter(({ kind, spans }) => kind === 'attribution' && spans[0]!.start >= start)
          .map(({ rule, spans }) => ({
            rule,
            spans: spans.map((span) => [span.part, span.start - start, span.end - start]),
          }));
      };
      const alone = shape(['A bell rang.', words], words);
      expect(shape([other, 'A bell rang somewhere.', words], words)).toEqual(alone);
    }),
    { numRuns: 150 },
  );
});
