import { expect, test } from 'vitest';
import { sourceKey, sourceName } from './source-name';

test('a source goes by its full name where its words agree, else by its words', () => {
  expect(sourceName('Brevik', 'Ada Brevik')).toBe('Ada Brevik');
  expect(sourceName('she', 'Ada Brevik')).toBe('Ada Brevik');
  expect(sourceName('', 'the county')).toBe('the county');
  expect(sourceName('engineer Olav Sund', 'Ada Brevik')).toBe('engineer Olav Sund');
  expect(sourceName('She', null)).toBeNull();
  expect(sourceName(' ', '')).toBeNull();
});

test('names that differ in case, spacing, article or form of address are one', () => {
  expect(sourceKey('The  County')).toBe(sourceKey('county'));
  expect(sourceKey('Mr. Sund’s')).toBe('sund');
  expect(sourceKey('The')).toBe('the');
  expect(sourceKey('Ada Brevik')).not.toBe(sourceKey('Brevik'));
});
