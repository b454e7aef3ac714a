import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import {
  closeSync,
  fstatSync,
  mkdtempSync,
  openSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readFiles, type ReadFile } from './read-file';

const STORY = 'Ferry late again\n\nPORT HALLEN – The ferry was late on Monday, the county said.\n';
const PAGE = `<!doctype html><html><body><article><h1>Wall breaks</h1><p>The wall broke on Monday, the county said, and forty houses were flooded.</p></article></body></html>`;

async function all<T>(parts: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const part of parts) list.push(part);
  return list;
}

async function read(bytes: Uint8Array, name: string): Promise<ReadFile[]> {
  const files: ReadFile[] = [];
  for await (const file of readFiles(bytes, { name, url: null, contentType: null })) {
    if ('outcome' in file) files.push(file);
  }
  return files;
}

const headlines = (files: readonly ReadFile[]) =>
  files.map(({ file, outcome }) => [file, outcome.ok ? outcome.articles[0]!.headline : 'refused']);

it('reads each file by the format that it is, whatever its name', async () => {
  expect(headlines(await read(strToU8(PAGE), 'page.txt'))).toEqual([['page.txt', 'Wall breaks']]);
  expect(headlines(await read(strToU8(STORY), 'story'))).toEqual([['story', 'Ferry late again']]);
  const line = JSON.stringify({ text: STORY });
  expect(headlines(await read(strToU8(line), 'a.jsonl'))).toEqual([
    ['a.jsonl', 'Ferry late again'],
  ]);
});

it('reads an archive file by file, and refuses one without losing the others', async () => {
  const zip = zipSync({
    'a/story.txt': strToU8(STORY),
    'page.html': strToU8(PAGE),
    'empty.txt': new Uint8Array(),
    '__MACOSX/._page.html': strToU8('x'),
  });
  expect(headlines(await read(zip, 'desk.zip'))).toEqual([
    ['desk.zip/a/story.txt', 'Ferry late again'],
    ['desk.zip/page.html', 'Wall breaks'],
    ['desk.zip/empty.txt', 'refused'],
  ]);
  const [nothing] = await read(zipSync({}), 'nothing.zip');
  expect(nothing!.outcome).toMatchObject({ ok: false });
});

it('passes over the parts of an archive that were read before', async () => {
  const zip = zipSync({
    'a.txt': strToU8(STORY),
    'b.txt': strToU8(STORY),
    'c.html': strToU8(PAGE),
  });
  const facts = { name: 'desk.zip', url: null, contentType: null };
  const read = await all(readFiles(zip, facts, 2));
  expect(read).toMatchObject([{ file: 'desk.zip/c.html', at: 3, of: 3, share: 1 }]);
});

describe('files on disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-read-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  async function readPath(name: string, write: (path: string) => void) {
    const path = join(folder, name);
    write(path);
    const fd = openSync(path, 'r');
    try {
      const source = { fd, size: fstatSync(fd).size };
      return await all(readFiles(source, { name, url: null, contentType: null }));
    } finally {
      closeSync(fd);
    }
  }

  const large = (head: string, megabytes: number) => (path: string) => {
    writeFileSync(path, head);
    truncateSync(path, megabytes * 1024 * 1024);
  };

  it('are refused by their size before they are read', async () => {
    const before = process.memoryUsage.rss();
    for (const [name, head, megabytes, sentence] of [
      [
        'a.txt',
        STORY,
        300,
        'The file has 300.0 MB and the limit is 20 MB (300 MB for a zip archive or a WARC file); split it into smaller files.',
      ],
      ['a.zip', STORY, 40, 'The file has 40.0 MB and the limit is 20 MB'],
      [
        'a.warc',
        'WARC/1.0',
        301,
        'The file has 301.0 MB and the limit is 300 MB for a zip archive or a WARC file; split it into smaller ones.',
      ],
    ] as const) {
      // prettier-ignore
      const [only, ...more] = await readPath(name, large(head, megabytes));
      expect(more).toEqual([]);
      expect(only).toHaveProperty('outcome.refused', expect.stringContaining(sentence));
    }
    expect(process.memoryUsage.rss() - before).toBeLessThan(60 * 1024 * 1024);
  });

  it('are read part by part where they are archives of more than 20 MB', async () => {
    const noise = Uint8Array.from({ length: 12 * 1024 * 1024 }, () => Math.random() * 256);
    const zip = zipSync({
      'a.bin': [noise, { level: 0 }],
      'b.bin': [noise, { level: 0 }],
      'story.txt': strToU8(STORY),
    });
    const read = await readPath('large.zip', (path) => writeFileSync(path, zip));
    expect(read.map((part) => 'outcome' in part && part.outcome.ok)).toEqual([false, false, true]);
  });
});

it('answers any bytes with articles or one sentence', async () => {
  const names = [
    'a.html',
    'a.docx',
    'a.pdf',
    'a.md',
    'a.eml',
    'a.xml',
    'a.json',
    'a.warc',
    'a.zip',
  ];
  const seeds = [strToU8(PAGE), strToU8(STORY), zipSync({ 'a.txt': strToU8(STORY) })];
  const mutated = fc
    .tuple(fc.constantFrom(...seeds), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }))
    .map(([bytes, changes]) => {
      const copy = bytes.slice();
      for (const [at, value] of changes) copy[at % copy.length] = value;
      return copy.slice(0, 1 + ((changes[0]?.[0] ?? copy.length) % copy.length));
    });
  await fc.assert(
    fc.asyncProperty(mutated, fc.constantFrom(...names), async (bytes, name) => {
      for (const { outcome } of await read(bytes, name)) {
        if (outcome.ok)
          expect(outcome.articles.every(({ blocks }) => blocks.length > 0)).toBe(true);
        else expect(outcome.refused).toMatch(/^\S.*[.!]$/s);
      }
    }),
    { numRuns: 150 },
  );
});
