import { parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import type { DatasetArticle } from '../article';
import { TABLES } from '../tables';
import { EXAMPLE } from '../testing/example';
import { writtenBytes } from '../testing/written';
import { LONG_PASSAGE, SPLITS, Splitter } from './splits';

const numbered = (number: number): DatasetArticle => ({
  ...EXAMPLE,
  id: `ARTICLE${number}`,
  annotations: EXAMPLE.annotations.map((one) => ({ ...one, id: `${one.id}-${number}` })),
});
const ARTICLES = Array.from({ length: 60 }, (_, number) => ({
  ...numbered(number),
  text: EXAMPLE.text,
}));

/** Words that no other passage has. */
const passage = (name: string, words: number) =>
  Array.from({ length: words }, (_, at) => `${name}${at}`).join(' ');

async function rowsOf(files: Readonly<Record<string, Buffer>>, table: string) {
  const all = await Promise.all(
    SPLITS.map((split) => {
      const bytes = files[`${table}-${split}.parquet`]!;
      const file = new Uint8Array(bytes).buffer;
      return parquetReadObjects({ file });
    }),
  );
  return all.flat();
}

test('each table comes back, row for row, from another reader', async () => {
  const files = writtenBytes('parquet', ARTICLES);
  for (const table of TABLES) {
    const rows = await rowsOf(files, table.name);
    const wanted = ARTICLES.flatMap((article) =>
      [...table.rowsOf(article)].map((row) =>
        Object.fromEntries(
          table.fields.map(({ name }, index) => [name, row[index] === '' ? null : row[index]]),
        ),
      ),
    );
    const key = (row: object) => JSON.stringify(row);
    expect(rows.map(key).sort()).toEqual(wanted.map(key).sort());
  }
});

test('is the same bytes twice, and whole files of nothing', async () => {
  expect(writtenBytes('parquet', ARTICLES)).toEqual(writtenBytes('parquet', ARTICLES));
  const empty = writtenBytes('parquet', []);
  expect(await rowsOf(empty, 'spans')).toEqual([]);
});

test('articles with a long passage in common are on one side, the others are spread', () => {
  const splitter = new Splitter();
  const shared = passage('shared', LONG_PASSAGE);
  const texts = Array.from({ length: 200 }, (_, number) => {
    const own = passage(`own${number}x`, 80);
    return number % 10 === 0 ? `${own} ${shared} ${passage(`end${number}x`, 30)}` : own;
  });
  for (const [number, text] of texts.entries()) splitter.add(`A${number}`, text);
  const splits = texts.map((_, number) => splitter.splitOf(`A${number}`));
  expect(new Set(splits.filter((_, number) => number % 10 === 0)).size).toBe(1);
  const counts = SPLITS.map((split) => splits.filter((one) => one === split).length);
  expect(counts[0]).toBeGreaterThan(120);
  expect(counts[1]).toBeGreaterThan(2);
  expect(counts[2]).toBeGreaterThan(2);
});

test('the card names every file with its rows, and Croissant every file with its hash', () => {
  const files = writtenBytes('parquet', ARTICLES);
  const card = files['README.md']!.toString();
  for (const table of TABLES) {
    for (const split of SPLITS) expect(card).toContain(`path: ${table.name}-${split}.parquet`);
  }
  expect(card.match(/num_examples: (\d+)/g)!.length).toBe(18);
  const described = JSON.parse(files['croissant.json']!.toString()) as {
    distribution: { name: string; sha256: string }[];
    recordSet: { field: unknown[] }[];
  };
  expect(described.distribution).toHaveLength(18);
  expect(described.distribution.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256))).toBe(true);
  expect(described.recordSet).toHaveLength(18);
  expect(files['DATASHEET.md']!.toString()).toContain('60 articles, with 120 annotations');
});
