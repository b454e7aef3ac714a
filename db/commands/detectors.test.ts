import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { OWN_DETECTOR } from '@/corpus/suggestion/model';
import { newId } from '../ids';
import { findDetectable } from '../queries/detectable';
import { isReadByAll, listDetectors } from '../queries/detectors';
import { listOpenSuggestions, listSuggestions } from '../queries/suggestions';
import { makeDesk, type TestDesk } from '../testing/desk';
import { STORY, rowOf, step, versionOf } from '../testing/work';
import { suggestFor } from './suggest';
import { askOne } from './suggest-outside';

let test: TestDesk;
let servers: Server[];
let articleId: string;

beforeEach(() => {
  test = makeDesk();
  servers = [];
  articleId = test.article(STORY).articleId;
});
afterEach(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  test.close();
});

/** A detector on loopback, on the desk; returns its id. */
async function add(listener: RequestListener, seconds = 30): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const address = `http://localhost:${(server.address() as AddressInfo).port}/`;
  const id = newId();
  test.run(step('addDetector', { id, address, seconds }));
  return id;
}

const answering =
  (answer: unknown): RequestListener =>
  (_, response) =>
    response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));

const one = (more: object = {}) => ({
  kind: 'claim',
  spans: [{ start: 0, end: 7, exact: 'Harbour' }],
  rule: 'some-rule',
  reason: 'because',
  confidence: 0.5,
  ...more,
});
const from = (suggestions: unknown, name = 'odd') => ({
  detector: { name, version: '1' },
  unit: 'utf16',
  suggestions,
});

const ask = (id: string) => askOne(test.desk, test.actor, articleId, id);
const lineOf = (id: string) => listDetectors(test.desk).find((line) => line.id === id)!;

it.each([
  ['http://10.0.0.7/', /by https only/],
  ['http://detector.example/', /by https only/],
  ['ftp://127.0.0.1/', /no web address/],
  ['percent', /no web address/],
  ['https://ann:secret@detector.example/', /user name or a password/],
])('an address that may not be asked is refused: %s', (address, sentence) => {
  const input = { id: newId(), address, seconds: 30 };
  expect(() => test.run(step('addDetector', input))).toThrow(sentence);
  expect(listDetectors(test.desk)).toEqual([]);
});

it('a site of a private network is not asked, and that is told', async () => {
  const id = newId();
  test.run(step('addDetector', { id, address: 'https://192.168.7.7/', seconds: 5 }));
  expect(await ask(id)).toBe(false);
  expect(lineOf(id).said).toMatch(/private or reserved network/);
});

it('an address is on the desk once', async () => {
  const id = await add(answering(from([])));
  const { address } = lineOf(id);
  const again = () => test.run(step('addDetector', { id: newId(), address, seconds: 30 }));
  expect(again).toThrow(/on the desk already/);
  test.run(step('removeDetector', { id, version: 1 }));
  expect(again).not.toThrow();
});

it('what it proposes carries its name, and is kept with what came of it', async () => {
  const markup = '<img src=x onerror=alert(1)>';
  const lies = one({ spans: [{ start: 0, end: 7, exact: 'Rob' }] });
  const id = await add(answering(from([one({ reason: markup }), lies, one({ kind: 'rumour' })])));
  expect(await ask(id)).toBe(true);
  const [suggested, ...others] = listSuggestions(test.desk, articleId);
  expect(others).toEqual([]);
  expect(suggested!.suggestion).toMatchObject({ detector: 'odd', rule: 'some-rule', reason: markup }); // prettier-ignore
  expect(lineOf(id)).toMatchObject({ name: 'odd', release: '1', unit: 'utf16', isGood: true });
  expect(lineOf(id).said).toMatch(/3 suggestions, 1 new; 2 were dropped/);
});

it('a text that it has read is not sent again, until it changes', async () => {
  let asked = 0;
  const id = await add((_, response) => {
    asked++;
    response.end(JSON.stringify(from([one()])));
  });
  await ask(id);
  await ask(id);
  expect(asked).toBe(1);
  test.run(step('editArticle', { id: articleId, version: versionOf(test.desk, 'article', articleId), date: '2026-11-01' })); // prettier-ignore
  await ask(id);
  expect(asked).toBe(2);
});

const BAD: readonly (readonly [string, RequestListener, RegExp])[] = [
  ['hangs', () => undefined, /did not answer within 1 seconds/],
  ['sends markup', answering('<html>'), /is not JSON/],
  ['sends something else', answering({ hello: 1 }), /is not understood/],
  ['calls itself Stet', answering(from([], 'stet')), /is Stet’s own/],
  ['sends a million suggestions', answering(from(Array.from({ length: 1_000_000 }, () => 1))), /1000000 suggestions/], // prettier-ignore
  ['leads elsewhere', (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end(), /status 302/], // prettier-ignore
  ['breaks off', (_, response) => response.destroy(), /could not be asked/],
];

it.each(BAD)('one that %s does no harm and is told in one sentence', async (_, listener, words) => {
  const id = await add(listener, words.source.includes('within') ? 1 : 60);
  expect(await ask(id)).toBe(false);
  expect(lineOf(id)).toMatchObject({ isGood: false, said: expect.stringMatching(words) });
  expect(lineOf(id).said).toContain('Harbour repairs');
  expect(listOpenSuggestions(test.desk, articleId)).toEqual([]);
});

it('a suggestion of endless spans is dropped alone', async () => {
  const spans = Array.from({ length: 200_000 }, () => ({ start: 0, end: 1 }));
  const id = await add(answering(from([one({ spans }), one()])), 60);
  expect(await ask(id)).toBe(true);
  expect(lineOf(id).said).toMatch(/2 suggestions, 1 new; 1 was dropped/);
  expect(listOpenSuggestions(test.desk, articleId)).toHaveLength(1);
});

it('two that call themselves the same are told apart by a refusal', async () => {
  const first = await add(answering(from([one()])));
  const second = await add(answering(from([])));
  await ask(first);
  expect(await ask(second)).toBe(false);
  expect(lineOf(second).said).toContain('calls itself “odd”');
  expect(listOpenSuggestions(test.desk, articleId)).toHaveLength(1);
});

it('one that is off is not asked, and what it has proposed is not shown until it is on again', async () => {
  const id = await add(answering(from([one()])));
  await ask(id);
  const turn = (off: boolean) => test.run(step('switchDetector', { id, version: versionOf(test.desk, 'detector', id), off })); // prettier-ignore
  turn(true);
  expect(listOpenSuggestions(test.desk, articleId)).toEqual([]);
  turn(false);
  expect(listOpenSuggestions(test.desk, articleId)).toHaveLength(1);
  test.run(step('removeDetector', { id, version: versionOf(test.desk, 'detector', id) }));
  expect(listOpenSuggestions(test.desk, articleId)).toEqual([]);
  expect(listDetectors(test.desk)).toEqual([]);
  expect(rowOf(test.desk, 'detector', id)).toMatchObject({ removed: 1 });
});

it('an article waits for each detector that is on, has not read its text and did not fail', async () => {
  const isRead = () => isReadByAll(test.desk, findDetectable(test.desk, articleId)!);
  expect(isRead()).toBe(false);
  suggestFor(test.desk, test.actor, articleId, OWN_DETECTOR, () => []);
  expect(isRead()).toBe(true);
  const id = await add(answering(from([one()])));
  expect(isRead()).toBe(false);
  await ask(id);
  expect(isRead()).toBe(true);
  test.run(step('addDetector', { id: newId(), address: 'https://192.168.7.7/', seconds: 5 }));
  expect(isRead()).toBe(false);
  await ask(listDetectors(test.desk)[1]!.id);
  expect(isRead()).toBe(true);
});
