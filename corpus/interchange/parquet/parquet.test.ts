import { parquetReadObjects } from 'hyparquet';
import jsonld from 'jsonld';
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
  expect(card).toContain('60 articles, with 120 annotations');
  expect(card).toContain('license: other\nlicense_name: not-stated');
  expect(card).toContain('- Licence: not stated');
});

const expand = jsonld.expand.bind(jsonld) as unknown as (
  document: unknown,
  options: unknown,
) => Promise<readonly object[]>;

const SAID = {
  name: 'Harbour: "desk"',
  licence: 'CC BY 4.0',
  citation: 'The Harbour desk, 2026',
  publisher: 'The Harbour Courier',
  homepage: 'https://courier.example/data',
  answers: { purpose: 'To count figures.', errors: 'Two of a hundred.', sensitive: 'No.', groups: 'Old men.' },
  release: { version: '1.2', date: '2026-11-22' },
} as const; // prettier-ignore

test('the card and Croissant say what people say of the dataset', async () => {
  const files = writtenBytes('parquet', ARTICLES, SAID);
  const card = files['README.md']!.toString();
  for (const words of [
    'pretty_name: "Harbour: \\"desk\\""\nlicense: cc-by-4.0\n',
    '# Harbour: "desk"',
    '- Version: 1.2 (2026-11-22)',
    '- To cite: The Harbour desk, 2026',
    '**Which errors and repetitions are known?**\n\n> Two of a hundred.',
    'Not answered:\n\n- Who made it, and for whom?',
  ]) {
    expect(card).toContain(words);
  }
  const text = files['croissant.json']!.toString();
  expect(JSON.parse(text)).toMatchObject({
    conformsTo: ['http://mlcommons.org/croissant/1.0', 'http://mlcommons.org/croissant/RAI/1.0'],
    license: 'https://spdx.org/licenses/CC-BY-4.0.html',
    citeAs: 'The Harbour desk, 2026',
    creator: { name: 'The Harbour Courier' },
    url: 'https://courier.example/data',
    version: '1.2',
    datePublished: '2026-11-22',
    'rai:dataLimitations': 'Two of a hundred.',
    'rai:dataBiases': 'Old men.',
    'rai:personalSensitiveInformation': 'No.',
  });
  const [read] = await expand(JSON.parse(text), { safe: true, base: 'https://courier.example/' });
  expect(read).toMatchObject({
    '@type': ['https://schema.org/Dataset'],
    'http://mlcommons.org/croissant/citeAs': [{ '@value': 'The Harbour desk, 2026' }],
    'http://mlcommons.org/croissant/RAI/dataBiases': [{ '@value': 'Old men.' }],
  });
  expect(read).toHaveProperty(['http://mlcommons.org/croissant/recordSet', '17']);
});
