import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeDesk, openDesk } from '@/db/client';
import { detector } from '@/db/schema';

const STET = resolve('cli/stet.mjs');
const ARTICLE = `Prices rise 🚆

The 🚆 fare rose by 12 percent in a year. Nobody was glad.

“It is 8 percent,” said Ana Ruiz.
`;

let folder: string;
let server: Server | null;
let example: ChildProcess | null;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-detector-'));
  server = null;
  example = null;
  writeFileSync(join(folder, 'fare.txt'), ARTICLE);
  expect((await stet('import', 'fare.txt')).code).toBe(0);
});
afterEach(() => {
  example?.kill();
  server?.closeAllConnections();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function stet(...args: string[]): Promise<{ code: number | null; said: string }> {
  const env = { ...process.env, STET_DATABASE: join(folder, 'stet.db') };
  const child = spawn(process.execPath, [STET, ...args], { cwd: folder, env });
  let said = '';
  child.stdout.on('data', (data) => (said += String(data)));
  child.stderr.on('data', (data) => (said += String(data)));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

/** A detector of the test's own on loopback; returns its address. */
async function listen(listener: RequestListener): Promise<string> {
  server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** A detector that answers the same to every text. */
const answering = (answer: unknown) =>
  listen((_, response) => response.end(typeof answer === 'string' ? answer : JSON.stringify(answer))); // prettier-ignore

/** The suggestions that are stored, with the words of their content. */
function stored(): readonly { words: string; detector: string; rule: string; reason: string }[] {
  const desk = openDesk(join(folder, 'stet.db'));
  const rows = desk.sqlite
    .prepare<[], ReturnType<typeof stored>[number]>(
      `SELECT p.exact AS words, s.detector, s.rule, s.reason FROM suggestion s
       JOIN annotation a ON a.id = s.id JOIN span p ON p.target_id = a.target_id ORDER BY p.start`,
    )
    .all();
  closeDesk(desk);
  return rows;
}

function addToDesk(id: string, address: string): void {
  const desk = openDesk(join(folder, 'stet.db'));
  const createdBy = desk.sqlite.prepare<[], string>('SELECT id FROM person').pluck().get()!;
  const row = { id, address, seconds: 5, off: false, createdBy, version: 1 };
  desk.orm
    .insert(detector)
    .values({ ...row, createdAt: new Date().toISOString() })
    .run();
  closeDesk(desk);
}

const one = (more: object) => ({
  kind: 'claim',
  spans: [{ start: 15, end: 18 }],
  rule: 'some-rule',
  reason: 'because',
  confidence: 0.5,
  ...more,
});
const from = (suggestions: unknown, more = {}) => ({
  detector: { name: 'odd', version: '1' },
  unit: 'codepoint',
  suggestions,
  ...more,
});

test('the example of the documentation runs and is used', async () => {
  const code = /```js\n([\s\S]*?)```/.exec(readFileSync(resolve('docs/detectors.md'), 'utf8'))![1]!;
  const lines = code.trim().split('\n');
  expect(lines.length).toBeLessThanOrEqual(40);
  writeFileSync(join(folder, 'percent.mjs'), code);
  const env = { ...process.env, PORT: '0' };
  example = spawn(process.execPath, [join(folder, 'percent.mjs')], { env });
  const [line] = (await once(example.stdout!, 'data')) as [Buffer];
  const ran = await stet('suggest', '--detector', String(line).trim());
  expect(ran).toMatchObject({ code: 0 });
  expect(ran.said).toContain('2 suggestions in 1 article');
  expect(stored()).toEqual([
    { words: 'The 🚆 fare rose by 12 percent in a year.', detector: 'percent', rule: 'has-a-percentage', reason: 'a percentage that can be computed again' }, // prettier-ignore
    { words: '“It is 8 percent,” said Ana Ruiz.', detector: 'percent', rule: 'has-a-percentage', reason: 'a percentage that can be computed again' }, // prettier-ignore
  ]);
});

test('a desk’s own detector that came later is asked about what was read, once, and a failing one no more', async () => {
  expect((await stet('suggest')).code).toBe(0);
  let asked = 0;
  const works = await listen((_, response) => {
    asked++;
    response.end(JSON.stringify(from([one({})])));
  });
  addToDesk('works', works);
  expect((await stet('suggest')).said).toContain('1 were read before');
  expect((await stet('suggest')).code).toBe(0);
  expect(asked).toBe(1);
  expect(stored().filter(({ detector }) => detector === 'odd')).toHaveLength(1);
  addToDesk('fails', 'http://127.0.0.1:1/');
  const ran = await stet('suggest');
  expect(ran.code).toBe(1);
  expect(ran.said).toMatch(/127\.0\.0\.1:1\/ is not asked any more: .*could not be asked/);
});

test('what lies about its place is dropped and told, the rest is kept, markup stays text', async () => {
  const markup = '<img src=x onerror=alert(1)>';
  const address = await answering(
    from([
      one({ reason: markup, spans: [{ start: 15, end: 18, exact: 'The' }] }),
      one({ spans: [{ start: 15, end: 18, exact: 'Rob' }] }),
      one({ spans: [{ start: 15, end: 9_000 }] }),
      one({ spans: [{ start: 10, end: 30 }] }),
      one({ spans: [{ start: 18, end: 15 }] }),
      one({ kind: 'rumour' }),
      one({ rule: 'No Rule' }),
      'nothing',
    ]),
  );
  const ran = await stet('suggest', '--detector', address);
  expect(ran.code).toBe(0);
  expect(ran.said).toContain('7 suggestions were dropped');
  expect(stored()).toEqual([{ words: 'The', detector: 'odd', rule: 'some-rule', reason: markup }]);
});

test('offsets are read in the unit that the detector declares', async () => {
  const at = ARTICLE.indexOf('The ');
  const address = await answering(from([one({ spans: [{ start: at, end: at + 3, exact: 'The' }] })], { unit: 'utf16' })); // prettier-ignore
  expect((await stet('suggest', '--detector', address)).code).toBe(0);
  expect(stored().map(({ words }) => words)).toEqual(['The']);
});

const BAD: readonly (readonly [string, () => Promise<string>, RegExp])[] = [
  ['hangs', () => listen(() => undefined), /did not answer within 1 seconds/],
  ['sends no JSON', () => answering('<html>'), /is not JSON/],
  ['sends something else', () => answering({ hello: 1 }), /is not understood/],
  ['takes the name of Stet’s own', () => answering(from([], { detector: { name: 'stet', version: '1' } })), /is Stet’s own/], // prettier-ignore
  ['sends far too many', () => answering(from(Array.from({ length: 5001 }, () => 1))), /5001 suggestions/], // prettier-ignore
  ['sends without end', () => listen((_, response) => { const more = () => { while (response.write(' '.repeat(1 << 20))); }; response.on('drain', more); more(); }), /larger than 20 MB/], // prettier-ignore
  ['fails', () => listen((_, response) => response.writeHead(500).end()), /status 500/],
  ['leads elsewhere', () => listen((_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()), /status 302/], // prettier-ignore
  ['is not there', () => Promise.resolve('http://127.0.0.1:1/'), /could not be asked/],
];

test.each(BAD)(
  'a detector that %s changes nothing and is told in one sentence',
  async (_, start, sentence) => {
    const timeout = sentence.source.includes('within') ? '1' : '30';
    const ran = await stet('suggest', '--detector', await start(), '--timeout', timeout);
    expect(ran.code).toBe(1);
    expect(ran.said).toMatch(sentence);
    expect(stored()).toEqual([]);
  },
);

test('an address that is none is wrong usage', async () => {
  expect(await stet('suggest', '--detector', 'percent')).toMatchObject({ code: 2 });
  expect(await stet('suggest', '--detector', 'http://10.0.0.7/')).toMatchObject({ code: 2, said: expect.stringContaining('by https only') }); // prettier-ignore
  expect(await stet('suggest', '--detector', 'http://127.0.0.1:1/', '--timeout', 'soon')).toMatchObject({ code: 2 }); // prettier-ignore
});
