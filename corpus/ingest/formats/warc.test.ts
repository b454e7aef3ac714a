import { brotliCompressSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { damaged, DAMAGES, expectSound, page, story } from './html-pages.testing';
import type { IngestedArticle } from '../model';
import { readFiles } from '../read-file';

const FACTS = { name: 'crawl.warc', url: null, contentType: null };

/** What was read of an archive: its articles, its notes, and what was refused. */
async function read(bytes: Uint8Array, name = 'crawl.warc') {
  const [articles, notes, refusals]: [IngestedArticle[], string[], string[]] = [[], [], []];
  for await (const part of readFiles(bytes, { ...FACTS, name })) {
    if ('note' in part) notes.push(part.note);
    else if (!part.outcome.ok) refusals.push(part.outcome.refused);
    else {
      expectSound(part.outcome);
      articles.push(...part.outcome.articles);
    }
  }
  return { articles, notes, refusals };
}

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
  const { articles, notes } = await read(bytes);
  expect(articles.map(({ headline }) => headline)).toEqual(['Harbour cranes stay closed']);
  expect(articles[0]?.metadata?.url).toBe('https://post.example/1');
  expect(notes).toEqual(['Records left out: 1 × warcinfo, 1 × HTTP 404, 1 × revisit.']);
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
  const { articles } = await read(bytes, 'a.warc.gz');
  expect(articles.map(({ headline }) => headline)).toEqual(
    Array(3).fill('Harbour cranes stay closed'),
  );
});

it('reads a file that is cut off as far as its records are whole', async () => {
  const one = record('response', response(PAGE));
  const cut = Buffer.concat([one, one.subarray(0, 300)]);
  const { articles, notes } = await read(cut);
  expect(articles).toHaveLength(1);
  const told =
    'The archive is cut off or damaged: its one whole record was read, what follows is missing.';
  expect(notes).toEqual([told]);
  for (const bytes of [one.subarray(0, 300), gzipSync(one).subarray(0, 90)]) {
    expect((await read(bytes, 'a.warc.gz')).refusals).toEqual([
      'This is no web archive, or it ends in its first record; download it again.',
    ]);
  }
});

it.each([
  ['one gzip member', (records: Buffer[]) => gzipSync(Buffer.concat(records))],
  [
    'a gzip member each',
    (records: Buffer[]) => Buffer.concat(records.map((each) => gzipSync(each))),
  ],
])('reads the whole records of a packed file that is cut off: %s', async (_, pack) => {
  const urls = [1, 2, 3, 4].map((number) => `https://post.example/${number}`);
  const noise = Buffer.from(Array.from({ length: 4000 }, (__, at) => (at * 7919) % 251));
  const records = urls.map((url) =>
    record('response', response(PAGE + noise.toString('hex')), url),
  );
  const packed = pack(records);
  const whole = await read(packed, 'a.warc.gz');
  expect([whole.articles.length, whole.notes]).toEqual([4, []]);
  const { articles, notes } = await read(packed.subarray(0, packed.length - 60), 'a.warc.gz');
  expect(articles).toHaveLength(3);
  expect(notes).toEqual([
    'The archive is cut off or damaged: its 3 whole records were read, what follows is missing.',
  ]);
});

it('never throws for damaged archives', async () => {
  const bytes = Buffer.concat([
    record('response', response(gzipSync(PAGE), 'Content-Encoding: gzip\r\n')),
    record('response', response(PAGE)),
  ]);
  await fc.assert(
    fc.asyncProperty(DAMAGES, async (damages) => {
      await read(damages.reduce(damaged, bytes));
    }),
    { numRuns: 80 },
  );
});
