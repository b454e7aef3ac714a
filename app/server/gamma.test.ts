import { afterEach, beforeEach, expect, test } from 'vitest';
import { continuaOf, gamma } from '@/corpus/agreement/gamma/gamma';
import { iterateCompared } from '@/db/queries/compared-layers';
import { makeDesk, type TestDesk } from '@/db/testing/desk';
import { fillDesk } from '@/db/testing/fill';
import { gammaStream, isGammaBusy } from './gamma';

let desk: TestDesk;
let known: string | undefined;
beforeEach(() => {
  desk = makeDesk();
  known = process.env['STET_DATABASE'];
  process.env['STET_DATABASE'] = desk.desk.path;
});
afterEach(() => {
  if (known === undefined) delete process.env['STET_DATABASE'];
  else process.env['STET_DATABASE'] = known;
  desk.close();
});

/** Articles that `layers` people marked; returns what is asked for. */
function marked(articles: number, annotationsPerArticle: number, layers: number) {
  fillDesk(desk.desk, { articles, annotationsPerArticle, seed: 3, words: false });
  desk.desk.sqlite.prepare("UPDATE annotation SET layer = 'L' || (rowid % ?)").run(layers);
  const collectionId = desk.desk.sqlite
    .prepare<[], string>('SELECT collection_id FROM article LIMIT 1')
    .pluck()
    .get()!;
  return { collectionId, viewer: { id: desk.actor.id, role: 'admin' as const } };
}

test('γ of the page is the figure that is counted without it', async () => {
  const order = marked(3, 8, 2);
  const lines = (await new Response(gammaStream(order)).text()).trim().split('\n');
  const expected = await gamma(continuaOf(iterateCompared(desk.desk, order.collectionId)));
  expect(JSON.parse(lines.at(-1)!)).toEqual({ gamma: JSON.parse(JSON.stringify(expected)) as unknown }); // prettier-ignore
  expect(expected.interval).not.toBeNull();
});

test('it tells how far it is, for two people at a time, and ends when they go away', async () => {
  const order = marked(40, 60, 6);
  const readers = [gammaStream(order), gammaStream(order)].map((stream) => stream.getReader());
  expect(isGammaBusy()).toBe(true);
  const { value } = await readers[0]!.read();
  const { done } = JSON.parse(new TextDecoder().decode(value)) as { done: number };
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(1);
  for (const reader of readers) await reader.cancel();
  expect(isGammaBusy()).toBe(false);
});
