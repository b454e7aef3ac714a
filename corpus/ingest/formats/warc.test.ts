import { brotliCompressSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { articlesOf, damaged, DAMAGES, expectSound, page, story } from './html-pages.testing';
import { warcReader } from './warc';

const FACTS = { name: 'crawl.warc', url: null, contentType: null };

function record(type: string, content: Buffer, url = 'https://post.example/1'): Buffer {
  const head =
    `WARC/1.1\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\n` +
    `Content-Length: ${content.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n\r\n')]);
}

function response(body: Buffer | string, fields = '', status = '200 OK'): Buffer {
  const head = `HTTP/1.1 ${status}\r\nContent-Type: text/html; charset=utf-8\r\n${fields}\r\n`;
  return Buffer.concat([Buffer.from(head), Buffer.from(body)]);
}

const PAGE = page(story());

it('reads the pages that were fetched, and counts the rest', async () => {
  const bytes = Buffer.concat([
    record('warcinfo', Buffer.from('software: none')),
    record('response', response(PAGE)),
    record('response', response('gone', '', '404 Not Found')),
    record('revisit', Buffer.from('')),
  ]);
  const outcome = await warcReader.read(bytes, FACTS);
  const articles = articlesOf(outcome);
  expect(articles.map(({ headline }) => headline)).toEqual(['Harbour cranes stay closed']);
  expect(articles[0]?.metadata?.url).toBe('https://post.example/1');
  expect(outcome.ok && outcome.notes).toEqual([
    'Records left out: 1 × warcinfo, 1 × HTTP 404, 1 × revisit.',
  ]);
});

it('undoes chunks and compression', async () => {
  const half = PAGE.length / 2;
  const chunks = [PAGE.slice(0, half), PAGE.slice(half)]
    .map((part) => `${Buffer.byteLength(part).toString(16)}\r\n${part}\r\n`)
    .join('');
  const bodies = [
    response(`${chunks}0\r\n\r\n`, 'Transfer-Encoding: chunked\r\n'),
    response(gzipSync(PAGE), 'Content-Encoding: gzip\r\n'),
    response(brotliCompressSync(PAGE), 'Content-Encoding: br\r\n'),
  ];
  const bytes = Buffer.concat(bodies.map((body) => gzipSync(record('response', body))));
  const articles = articlesOf(await warcReader.read(bytes, { ...FACTS, name: 'a.warc.gz' }));
  expect(articles.map(({ headline }) => headline)).toEqual(
    Array(3).fill('Harbour cranes stay closed'),
  );
});

it('reads a file that is cut off as far as its records are whole', async () => {
  const one = record('response', response(PAGE));
  const cut = Buffer.concat([one, one.subarray(0, 300)]);
  const outcome = await warcReader.read(cut, FACTS);
  expect(articlesOf(outcome)).toHaveLength(1);
  expect(outcome.ok && outcome.notes.join()).toContain('cut off');
  expect((await warcReader.read(one.subarray(0, 300), FACTS)).ok).toBe(false);
  expect((await warcReader.read(gzipSync(one).subarray(0, 90), FACTS)).ok).toBe(false);
});

it('never throws for damaged archives', async () => {
  const bytes = Buffer.concat([
    record('response', response(gzipSync(PAGE), 'Content-Encoding: gzip\r\n')),
    record('response', response(PAGE)),
  ]);
  await fc.assert(
    fc.asyncProperty(DAMAGES, async (damages) => {
      expectSound(await warcReader.read(damages.reduce(damaged, bytes), FACTS));
    }),
    { numRuns: 80 },
  );
});
