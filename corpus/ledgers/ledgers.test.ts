import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awkwardBlocks } from '../document/awkward.testing';
import { layOut } from '../document/text';
import { readCases, withBraces } from './cases/cases.testing';
import { checkSentence, ledgersOf } from './ledgers';
import type { LedgerAttribution, LedgerInput } from './model';
import { checkNames } from './names';

const DATE = '2026-11-21';

describe('arithmetic', () => {
  it.each(readCases('arithmetic.md'))('$marked', ({ text, marked, computation }) => {
    const found = checkSentence(text, DATE);
    expect(withBraces(text, found)).toBe(marked);
    if (found.length > 0) expect(found[0]!.sentence).toContain(computation);
  });

  it('says nothing of weekdays without a year, and of ages, where the article has no date', () => {
    expect(checkSentence('The vote is on Monday, November 24.', null)).toEqual([]);
    expect(checkSentence('Ada Orm, 64, born in 1972, runs the port.', null)).toEqual([]);
    expect(checkSentence('It opened on Friday, 4 May 2022.', null)).toHaveLength(1);
  });

  it('never tells a conversion that was computed and rounded', () => {
    const figures = fc.integer({ min: 1, max: 90_000 });
    fc.assert(
      fc.property(figures, fc.constantFrom(0, 1), (value, places) => {
        const miles = (value / 1.609344).toFixed(places);
        const feet = (value / 0.3048).toFixed(places);
        const heat = (value * 1.8 + 32).toFixed(places);
        expect(checkSentence(`It is ${value} km (${miles} miles) away.`, DATE)).toEqual([]);
        expect(checkSentence(`It is ${value} metres (${feet} feet) high.`, DATE)).toEqual([]);
        expect(checkSentence(`It was ${value}°C (${heat}°F).`, DATE)).toEqual([]);
      }),
    );
  });

  it('never tells a percentage that was computed and rounded, and tells one that is twice as much', () => {
    const figures = fc.integer({ min: 10, max: 999 });
    fc.assert(
      fc.property(figures, figures, (from, to) => {
        const percent = Math.round(Math.abs((to - from) / from) * 100);
        const say = (n: number) => `Prices went from ${from} to ${to} crowns, a change of ${n} percent.`.replace('a change', to < from ? 'a fall' : 'a rise'); // prettier-ignore
        expect(checkSentence(say(percent), DATE)).toEqual([]);
        if (percent > 3) expect(checkSentence(say(percent * 2), DATE)).toHaveLength(1);
      }),
    );
  });

  it('tells a sum exactly where it is wrong', () => {
    const count = fc.integer({ min: 1, max: 900 });
    fc.assert(
      fc.property(count, count, fc.integer({ min: -5, max: 5 }), (men, women, off) => {
        const total = men + women + off;
        if (total < 1) return;
        const found = checkSentence(`The ${total} people, ${men} men and ${women} women, came.`, DATE); // prettier-ignore
        expect(found).toHaveLength(off === 0 ? 0 : 1);
      }),
    );
  });
});

describe('names', () => {
  it.each(readCases('names.md'))('$marked', ({ text, marked }) => {
    expect(withBraces(text, checkNames(text))).toBe(marked);
  });
});

const block = (text: string, role: 'paragraph' | 'furniture' = 'paragraph') => ({ role, text, depth: 0, group: null, original: null }); // prettier-ignore

function input(texts: readonly string[], attributions: (text: string) => LedgerAttribution[]): LedgerInput {
  const { text, blocks } = layOut(texts.map((words) => block(words)));
  return { text, blocks, date: DATE, attributions: attributions(text), checkedClaims: [], onAuthor: [] };
} // prettier-ignore

const given = (text: string, source: string, content: string, change: Partial<LedgerAttribution> = {}): LedgerAttribution => {
  const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  return {
    annotationId: source,
    isSuggested: false,
    content: [spanOf(content)],
    source: [spanOf(source)],
    sourceKey: source.toLowerCase(),
    sourceType: null,
    terms: null,
    anonymityReason: null,
    personsBehind: null,
    ...change,
  };
}; // prettier-ignore

describe('sources without a name', () => {
  const told = (sentence: string, source: string, change: Partial<LedgerAttribution> = {}) => {
    const made = input([sentence], (text) => [given(text, source, 'it was late', { sourceType: 'anonymous', ...change })]); // prettier-ignore
    return ledgersOf(made).anonymous.map(({ sentence: said, asks }) => [asks, said]);
  };

  it('ask for a reason, which the desk notes or the article gives', () => {
    const plain = 'An official of the port said it was late.';
    expect(told(plain, 'An official of the port')).toEqual([[true, '“An official of the port”: no reason is given for leaving the name out.']]); // prettier-ignore
    const noted = { anonymityReason: 'fears for his job' };
    expect(told(plain, 'An official of the port', noted)).toEqual([[false, '“An official of the port”: fears for his job']]); // prettier-ignore
    const says = 'An official of the port, who asked not to be named because talks go on, said it was late.'; // prettier-ignore
    expect(told(says, 'An official of the port')[0]![0]).toBe(false);
    expect(told(says, 'An official of the port', { anonymityReason: 'none_given' })[0]![0]).toBe(true); // prettier-ignore
    const bare = 'An official of the port spoke on condition of anonymity and said it was late.';
    expect(told(bare, 'An official of the port')[0]![0]).toBe(true);
  });

  it('are told where they are no more than “a source”, marked or not', () => {
    expect(told('A source said it was late.', 'A source', { sourceType: null })).toEqual([[true, '“A source”: nothing is said of who this is or how they know.']]); // prettier-ignore
    const unmarked = (sentence: string) => ledgersOf(input([sentence], () => [])).anonymous.length;
    expect(unmarked('Sources said it was late, and a source told us so.')).toBe(2);
    expect(unmarked('The source of the river is in Norland.')).toBe(0);
    expect(unmarked('A source close to the port said so.')).toBe(0);
    expect(unmarked('It was late, according to two sources.')).toBe(1);
  });

  it('that are several must be several', () => {
    const sentence = 'Two port officials said it was late.';
    const reason = { anonymityReason: 'they fear for their jobs' };
    expect(told(sentence, 'Two port officials', { ...reason, personsBehind: 1 })).toEqual([[true, '“Two port officials” is plural, and the evidence comes from one person.']]); // prettier-ignore
    expect(told(sentence, 'Two port officials', { ...reason, personsBehind: 2 })[0]![0]).toBe(
      false,
    );
  });

  it('leaves named people alone', () => {
    expect(told('Ada Orm said it was late.', 'Ada Orm', { sourceType: 'named_person' })).toEqual(
      [],
    );
  });
});

describe('paragraphs with one source', () => {
  const paragraph = 'Ada Orm said it was late. She said nobody minded.';
  const both = (text: string) => [
    given(text, 'Ada Orm', 'it was late'),
    given(text, 'She', 'nobody minded', { sourceKey: 'ada orm' }),
  ];
  const count = (made: LedgerInput) => ledgersOf(made).single_source.length;

  it('are those of which every sentence is given to the same', () => {
    const [entry] = ledgersOf(input([paragraph], both)).single_source;
    expect(entry!.sentence).toBe('All 2 sentences of this paragraph are given to Ada Orm.');
    expect(count(input([paragraph], (text) => both(text).slice(0, 1)))).toBe(0);
    expect(count(input(['Ada Orm said it was late.'], (text) => both(text).slice(0, 1)))).toBe(0);
    const other = (text: string) => [both(text)[0]!, given(text, 'She', 'nobody minded', { sourceKey: 'mira vale' })]; // prettier-ignore
    expect(count(input([paragraph], other))).toBe(0);
    const proposed = (text: string) => both(text).map((one) => ({ ...one, isSuggested: true }));
    expect(count(input([paragraph], proposed))).toBe(0);
  });

  it('are not those in which a claim was checked by itself', () => {
    const made = input([paragraph], both);
    expect(count({ ...made, checkedClaims: [{ start: 20, end: 24 }] })).toBe(0);
  });
});

it('counts what is left on the author and asks for a reason', () => {
  const made = input(['It was late.'], () => []);
  const onAuthor = [
    { annotationId: 'A', spans: [{ start: 0, end: 2 }], reason: null },
    { annotationId: 'B', spans: [{ start: 3, end: 6 }], reason: 'She was there.' },
    { annotationId: 'C', spans: [], reason: null },
  ];
  const entries = ledgersOf({ ...made, onAuthor }).on_author;
  expect(entries.map(({ asks, sentence }) => [asks, sentence])).toEqual([
    [true, 'No reason is given in the rationale.'],
    [false, 'She was there.'],
  ]);
});

it('leaves furniture and readers’ comments alone', () => {
  const wrong = 'The road is 10 miles (6 km) long, said a source. Ada Okafor met Ada Okofor.';
  const { text, blocks } = layOut([block(wrong), block(wrong, 'furniture')]);
  const ledgers = ledgersOf({ text, blocks, date: DATE, attributions: [], checkedClaims: [], onAuthor: [] }); // prettier-ignore
  expect([ledgers.arithmetic, ledgers.anonymous, ledgers.names].map((entries) => entries.length)).toEqual([1, 1, 1]); // prettier-ignore
});

it('tells places inside the text, whatever the text is, and the same each time', () => {
  fc.assert(
    fc.property(awkwardBlocks, fc.constantFrom('', ' from 1 to 2, up 5 %', ' 3 km (9 miles)', 'Ada Orm Ada Orme'), (drafts, words) => {
      const { text, blocks } = layOut([...drafts, block(words)]);
      const made = { text, blocks, date: DATE, attributions: [], checkedClaims: [], onAuthor: [] };
      const ledgers = ledgersOf(made);
      expect(ledgersOf(made)).toEqual(ledgers);
      for (const { start, end } of Object.values(ledgers).flat()) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 200 },
  ); // prettier-ignore
});
