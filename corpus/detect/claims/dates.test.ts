import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datesIn } from './dates';

const PUBLISHED = '2026-03-04';
const read = (text: string, published: string | null = PUBLISHED) =>
  datesIn(text, { start: 0, end: text.length }, published);
const brief = (text: string, published?: string | null) =>
  read(text, published).map(({ span, from, to }) => {
    const words = text.slice(span.start, span.end);
    return from === to ? `${words}: ${from}` : `${words}: ${from}..${to}`;
  });

describe('dates of an article published on Wednesday, 4 March 2026', () => {
  it.each([
    ['The dam burst on Tuesday.', ['Tuesday: 2026-03-03']],
    ['It opened on Wednesday.', ['Wednesday: 2026-03-04']],
    ['Talks will resume on Thursday.', ['Thursday: 2026-03-05']],
    ['He left last Monday.', ['last Monday: 2026-03-02']],
    ['She came yesterday and leaves tomorrow.', ['yesterday: 2026-03-03', 'tomorrow: 2026-03-05']],
    ['The bill passed last week.', ['last week: 2026-02-23..2026-03-01']],
    ['Prices fell last month.', ['last month: 2026-02-01..2026-02-28']],
    ['It opens next year.', ['next year: 2027-01-01..2027-12-31']],
    ['The mill closed in November.', ['in November: 2025-11-01..2025-11-30']],
    ['The road will open in May.', ['in May: 2026-05-01..2026-05-31']],
    ['He died on December 30.', ['December 30: 2025-12-30']],
    ['They met on 3 March 2014.', ['3 March 2014: 2014-03-03']],
    ['They met on Jan. 5, 2019.', ['Jan. 5, 2019: 2019-01-05']],
    ['It was built in April 1931.', ['April 1931: 1931-04-01..1931-04-30']],
    ['It has stood since 1931.', ['since 1931: 1931-01-01..1931-12-31']],
    ['The 1990s were dry; the 1990s were long.', ['the 1990s: 1990-01-01..1999-12-31']],
    ['The silo burned two days ago.', ['two days ago: 2026-03-02']],
    ['She left three years ago.', ['three years ago: 2023-01-01..2023-12-31']],
  ])('%s', (text, expected) => {
    expect(brief(text)).toEqual(expected);
  });

  it.each([
    'They may march on.',
    'In 2,014 cases it failed.',
    'There is no 31 February 2014.',
    'See page 2014.',
  ])('are none: %s', (text) => {
    expect(brief(text)).toEqual([]);
  });
});

describe('dates', () => {
  it('that lean on the day of publication are left out where it is unknown', () => {
    expect(brief('It fell on Tuesday, 3 March 2014, and in May.', null)).toEqual([
      '3 March 2014: 2014-03-03',
    ]);
  });

  it('say whether they lean on it', () => {
    expect(read('On Tuesday, 3 March 2014.').map(({ relative }) => relative)).toEqual([
      true,
      false,
    ]);
  });

  it('lie in any text, in order and apart, and never end before they begin', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (around, n) => {
        const text = `${around} on Friday, March ${n}, in 2014 and ${n} weeks ago ${around}`;
        let last = 0;
        for (const { span, from, to } of read(text)) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          expect(from <= to).toBe(true);
          last = span.end;
        }
      }),
    );
  });
});
