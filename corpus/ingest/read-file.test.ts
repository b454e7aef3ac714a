import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readFiles, type ReadFile } from './read-file';

const STORY = 'Ferry late again\n\nPORT HALLEN – The ferry was late on Monday, the county said.\n';
const PAGE = `<!doctype html><html><body><article><h1>Wall breaks</h1><p>The wall broke on Monday, the county said, and forty houses were flooded.</p></article></body></html>`;

async function read(bytes: Uint8Array, name: string): Promise<ReadFile[]> {
  const files: ReadFile[] = [];
  for await (const file of readFiles(bytes, { name, url: null, contentType: null })) {
    files.push(file);
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
