import { afterEach, beforeEach, expect, test } from 'vitest';
import { unzipSync } from 'fflate';
import { FORMATS } from '@/corpus/interchange/format-names';
import type { Manifest } from '@/corpus/interchange/manifest';
import { hashOf } from '@/db/ids';
import { hashOfText } from '@/corpus/interchange/testing/hash';
import { articlesFromCsv } from '@/corpus/interchange/testing/from-csv';
import { fillDesk } from '@/db/testing/fill';
import { makeDesk, type TestDesk } from '@/db/testing/desk';
import { exportResponse } from './download';

let made: TestDesk;
beforeEach(() => {
  made = makeDesk();
  fillDesk(made.desk, { articles: 6, annotationsPerArticle: 40, seed: 9 });
});
afterEach(() => made.close());

const get = (query: string) =>
  exportResponse(made.desk, new URLSearchParams(query), new AbortController().signal);
const text = async (query: string) => (await get(query)).text();

test('JSON Lines come as a download', async () => {
  const response = await get('format=jsonl');
  expect(response.headers.get('content-type')).toBe('application/x-ndjson');
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="articles.jsonl"');
  expect((await response.text()).trimEnd().split('\n')).toHaveLength(6);
});

test('each file of the CSV package has its own address, and its hash in the package', async () => {
  const described = JSON.parse(await text('format=csv&file=datapackage.json')) as {
    resources: { path: string; hash: string; bytes: number }[];
  };
  const files: Record<string, string> = {};
  for (const { path, hash, bytes } of described.resources) {
    const content = await text(`format=csv&file=${path}`);
    files[path] = content;
    expect([hash, bytes]).toEqual([`sha256:${hashOfText(content)}`, Buffer.byteLength(content)]);
  }
  const articles = (await text('format=jsonl')).trimEnd().split('\n');
  const read = articles.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(articlesFromCsv(files)).toEqual(
    read.map(({ schema: _schema, offsetUnit: _unit, ...article }) => article),
  );
});

test('other people’s formats come file by file, with what they lose', async () => {
  const ids = (await text('format=jsonl')).trimEnd().split('\n');
  const { id, text: words } = JSON.parse(ids[0]!) as { id: string; text: string };
  expect(await text(`format=brat&file=${id}.txt`)).toBe(words);
  expect(await text(`format=brat&file=${id}.ann`)).toMatch(/^T1\tClaim|^T1\tQuote|^T1\tContent/);
  expect(await text('format=polnear&file=annotation.conf')).toContain('Attribution-no-source');
  const annotations = JSON.parse(await text('format=w3c&file=annotations.json')) as unknown[];
  expect(annotations.length).toBeGreaterThan(240);
  const loss = JSON.parse(await text('format=polnear&file=loss.json')) as {
    lost: { what: string; count: number; ids: string[] }[];
  };
  const quotes = loss.lost.find(({ what }) => what === 'claims and quotes')!;
  expect(quotes.ids).toHaveLength(quotes.count);
});

test('a bundle comes as a download, whole articles only', async () => {
  const response = await get('format=bundle');
  expect(response.headers.get('content-disposition')).toContain('bundle.zip');
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  expect(Object.keys(files)).toContain('annotation.jsonl');
  const loss = JSON.parse(await text('format=bundle&file=loss.json')) as object;
  expect(loss).toMatchObject({ format: 'bundle', lost: [] });
  const refused = await get('format=bundle&kind=claim');
  expect([refused.status, await refused.text()]).toEqual([
    400,
    expect.stringContaining('A bundle holds whole articles'),
  ]);
});

const ARCHIVED = FORMATS.filter((format) => format !== 'bundle');

test.each(ARCHIVED)('%s comes whole as one archive, proved by its manifest', async (format) => {
  const response = await get(`format=${format}&file=`);
  expect(response.headers.get('content-type')).toBe('application/zip');
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  const manifest = JSON.parse(Buffer.from(files['manifest.json']!).toString()) as Manifest;
  expect(manifest).toMatchObject({ format, counts: { articles: 6 } });
  expect(Object.keys(files)).toEqual([...manifest.files.map(({ name }) => name), 'manifest.json']);
  for (const { name, sha256 } of manifest.files) expect(hashOf(files[name]!)).toBe(sha256);
});

test('the words of the address choose, as on the command line', async () => {
  const quotes = await text('format=csv&file=annotations.csv&kind=quote,claim&status=signed_off');
  for (const line of quotes.trimEnd().split('\r\n').slice(1)) {
    expect(line).toMatch(/,(quote|claim),shared,.*,signed_off,/);
  }
  const loss = JSON.parse(await text('format=csv&file=loss.json&collection=Filled 9')) as {
    withheld: { evidence: number };
  };
  expect(loss.withheld.evidence).toBeGreaterThan(0);
  expect(await text('format=jsonl&collection=Desk')).toBe('');
});

test.each([
  ['format=xml', 400, `“xml” is no format; choose from ${FORMATS.join(', ')}.`],
  [
    'format=w3c&file=x',
    404,
    'Choose a file with “file”: annotations.json, texts.jsonl, loss.json.',
  ],
  ['format=brat&file=x.ann', 404, 'loss.json, or an article’s ID.txt and ID.ann.'],
  ['format=doccano&file=x', 404, 'Choose a file with “file”: doccano.jsonl, loss.json.'],
  ['format=csv&file=people.csv', 404, 'Choose a file with “file”: articles.csv, '],
  ['format=jsonl&file=spans.csv', 404, 'Choose a file with “file”: articles.jsonl, '],
  ['kind=rumour', 400, '“rumour” is no kind; choose from claim, quote, attribution.'],
  ['from=today', 400, '“today” is no day for “from”; write it like 2026-11-21.'],
  ['collection=None', 404, 'There is no collection “None”.'],
])('%s is answered with %i and a sentence', async (query, status, sentence) => {
  const response = await get(query);
  expect(response.status).toBe(status);
  expect(await response.text()).toContain(sentence);
});

test('a client that goes away frees the database', async () => {
  fillDesk(made.desk, { articles: 60, annotationsPerArticle: 40, seed: 10 });
  const response = await get('format=jsonl');
  const reader = response.body!.getReader();
  await reader.read();
  await reader.cancel();
  const [row] = made.desk.sqlite.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  expect(row!.busy).toBe(0);
});
