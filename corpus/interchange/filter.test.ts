import { expect, test } from 'vitest';
import { choosesAnnotations, parseFilter, type FilterWords } from './filter';

const NOTHING: FilterWords = {
  ...{ kind: [], layer: [], status: [], finding: [], article: [], from: null, to: null },
};
const parse = (words: Partial<FilterWords>) => parseFilter({ ...NOTHING, ...words });

test('no words are no filter', () => {
  expect(parse({})).toEqual({ ok: true, filter: {} });
  expect(parse({ kind: ['', ' , '] })).toEqual({ ok: true, filter: {} });
});

test('words may be repeated or joined by commas', () => {
  expect(parse({ kind: ['claim,quote'], status: ['checked', 'signed_off'] })).toEqual({
    ok: true,
    filter: { kinds: ['claim', 'quote'], statuses: ['checked', 'signed_off'] },
  });
});

test('a layer is its whole name, commas and all', () => {
  const filter = { layers: ['Reis, Ana', 'shared'] };
  expect(parse({ layer: ['Reis, Ana', '', 'shared'] })).toEqual({ ok: true, filter });
  expect(choosesAnnotations(filter)).toBe(true);
});

test.each([
  [{ kind: ['opinion'] }, '“opinion” is no kind; choose from claim, quote, attribution.'],
  [{ from: '21.11.2026' }, '“21.11.2026” is no day for “from”; write it like 2026-11-21.'],
  [{ to: '2026-02-30' }, '“2026-02-30” is no day for “to”; write it like 2026-11-21.'],
  [
    { from: '2026-03-01', to: '2026-02-01' },
    'There is no day from 2026-03-01 to 2026-02-01: the first is the later one.',
  ],
])('refuses %o', (words, refused) => {
  expect(parse(words)).toEqual({ ok: false, refused });
});

test('kinds, statuses and findings choose annotations; days do not', () => {
  expect(choosesAnnotations({ findings: ['refuted'] })).toBe(true);
  expect(choosesAnnotations({ from: '2026-01-01', articleIds: ['A'] })).toBe(false);
});
