import { expect, it } from 'vitest';
import { articleOf, claimsOf } from './blocks.testing';

/** The figures of a sentence in an article of 4 March 2026: value, and the days it is of. */
function asOf(sentence: string, date: string | null = '2026-03-04'): readonly string[] {
  const figures = claimsOf(articleOf(['Why?', sentence], 'paragraph', date)).flatMap(
    (claim) => claim.figures,
  );
  return figures.map(({ value, asOf: days }) =>
    days === null
      ? `${value}`
      : `${value} of ${days.from}${days.to === days.from ? '' : `–${days.to}`}`,
  );
}

it.each([
  ['As of Tuesday, 41 people were missing at Osk.', ['41 of 2026-03-03']],
  ['Some 300 boats had sunk as of March 1, the coastguard said.', ['300 of 2026-03-01']],
  ['The bank held 4 million crowns as at 31 December 2025.', ['4000000 of 2025-12-31']],
  ['As of February, 12 percent had no work.', ['12 of 2026-02-01–2026-02-28']],
  ['As of 2019, the union had 900 members.', ['900 of 2019-01-01–2019-12-31']],
  ['As of late Tuesday, 41 people were missing.', ['41 of 2026-03-03']],
  [
    'As of Monday, 41 people were missing, up from 30 people as of Sunday.',
    ['41 of 2026-03-02', '30 of 2026-03-01'],
  ],
  ['On Tuesday 41 people were missing at Osk.', ['41']],
  ['Norland sees 41 boats as of use to the fleet.', ['41']],
])('a figure has the date it is of: %s', (sentence, expected) => {
  expect(asOf(sentence)).toEqual(expected);
});

it('a weekday is left out where nobody knows when the article was published', () => {
  expect(asOf('As of Tuesday, 41 people were missing at Osk.', null)).toEqual(['41']);
});
