import {
  closeSync,
  fstatSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { zipSync, strToU8 } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ImportLine } from '@/corpus/ingest/report';
import { makeDesk, type TestDesk } from '@/db/testing/desk';
import { importStream } from './import-stream';
import { receiveFile } from './upload';

const MEGABYTE = new Uint8Array(1024 * 1024).fill(0x61);

/** A request whose body is made while it is read; tells how much of it was asked for. */
function upload(megabytes: number, headers: Record<string, string> = {}) {
  const asked = { megabytes: 0 };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (asked.megabytes++ < megabytes) controller.enqueue(MEGABYTE);
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  const init = { method: 'POST', body, headers, duplex: 'half' } as RequestInit;
  return { asked, request: new Request('http://127.0.0.1/api/import', init) };
}

const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('stet-import-'));

it('refuses a large text before a byte of it is read', async () => {
  const { asked, request } = upload(300, { 'content-length': String(300 * 1024 * 1024) });
  expect(await receiveFile(request, 'all.txt')).toEqual({
    refused:
      'The file has 300.0 MB and the limit is 20 MB (300 MB for a zip archive or a WARC file); split it into smaller files.',
  });
  expect(asked.megabytes).toBe(0);
});

it('refuses a body that does not say how long it is as soon as there is too much', async () => {
  const { asked, request } = upload(300);
  expect(await receiveFile(request, 'all.txt')).toHaveProperty('refused', expect.stringContaining('limit is 20 MB')); // prettier-ignore
  expect(asked.megabytes).toBeLessThan(23);
  expect(leftovers()).toEqual([]);
});

it('keeps a large archive out of memory and leaves no file behind', async () => {
  const before = process.memoryUsage().rss;
  const file = await receiveFile(upload(200).request, 'month.zip');
  expect(file).toHaveProperty('size', 200 * 1024 * 1024);
  expect(process.memoryUsage().rss - before).toBeLessThan(80 * 1024 * 1024);
  expect(leftovers()).toEqual([]);
  if ('fd' in file) closeSync(file.fd);
});

it('throws where the sender goes away, and leaves no file behind', async () => {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(MEGABYTE);
    },
    pull(controller) {
      controller.error(new Error('aborted'));
    },
  });
  const init = { method: 'POST', body, duplex: 'half' } as RequestInit;
  const request = new Request('http://127.0.0.1/api/import', init);
  await expect(receiveFile(request, 'a.zip')).rejects.toThrow('aborted');
  expect(leftovers()).toEqual([]);
});

describe('an archive that is imported part by part', () => {
  let test: TestDesk;
  let folder: string;
  beforeEach(() => {
    // The thread that suggests reads the desk of the server, not this one.
    vi.stubEnv('STET_SUGGEST', 'off');
    test = makeDesk();
    folder = mkdtempSync(join(tmpdir(), 'stet-upload-test-'));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    test.close();
    rmSync(folder, { recursive: true });
  });

  function start(from = 0) {
    const stories = Array.from({ length: 6 }, (_, at) => {
      const text = `Ferry report ${at}\n\nPORT HALLEN – ${at * 31} people sailed on day ${at}.\n`;
      return [`${at}.txt`, strToU8(at === 2 ? '' : text)] as const;
    });
    const path = join(folder, 'month.zip');
    writeFileSync(path, zipSync(Object.fromEntries(stories)));
    const fd = openSync(path, 'r');
    const { desk, actor, collectionId } = test;
    const facts = { name: 'month.zip', url: null, contentType: null };
    const source = { fd, size: fstatSync(fd).size };
    return {
      fd,
      stream: importStream({ desk, actor, collectionId, source, facts, from, arrangement: null }),
    };
  }

  const articles = () =>
    test.desk.sqlite.prepare<[], number>('SELECT count(*) FROM article').pluck().get();

  async function linesOf(stream: ReadableStream<Uint8Array>): Promise<ImportLine[]> {
    const lines = (await new Response(stream).text()).trim().split('\n');
    return lines.map((line) => JSON.parse(line) as ImportLine);
  }

  it('tells each part as it is stored, and the end', async () => {
    const { fd, stream } = start();
    const lines = await linesOf(stream);
    expect(lines.map((line) => ('report' in line ? [line.at, line.of] : line))).toEqual([
      [1, 6], [2, 6], [3, 6], [4, 6], [5, 6], [6, 6], { end: true },
    ]); // prettier-ignore
    expect(lines[2]).toHaveProperty('report.refused', expect.stringContaining('empty'));
    expect(articles()).toBe(5);
    expect(() => fstatSync(fd)).toThrow('EBADF');
  });

  it('stops when its reader goes away, keeps what is stored, and goes on from there', async () => {
    const { fd, stream } = start();
    const reader = stream.getReader();
    await reader.read();
    await reader.cancel();
    const stored = articles()!;
    expect(stored).toBeLessThan(4);
    expect(() => fstatSync(fd)).toThrow('EBADF');
    const rest = await linesOf(start(1).stream);
    expect(rest).toHaveLength(6);
    expect(articles()).toBe(5);
    await linesOf(start().stream);
    expect(articles()).toBe(5);
  });
});
