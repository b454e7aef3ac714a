import { expect, it } from 'vitest';
import { articleOf, claimsOf } from '@/corpus/detect/claims/blocks.testing';
import { figureWords } from './figure-words';

it.each([
  ['As of Tuesday, 41 people were missing at Osk.', ['41 people, as of 3 Mar 2026']],
  ['As of February, about 12 percent had no work.', ['about 12 percent, as of 1 Feb 2026 to 28 Feb 2026']],
  ['Between 30 and 40 people died at Osk.', ['30 to 40 people']],
  ['At least 1,200 boats sank at Osk on Monday.', ['at least 1,200 boats']],
])('%s', (sentence, expected) => {
  const claims = claimsOf(articleOf(['Why?', sentence], 'paragraph', '2026-03-04'));
  expect(claims.flatMap(({ figures }) => figures.map(figureWords))).toEqual(expected);
}); // prettier-ignore
