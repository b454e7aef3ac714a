import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AgreementReport, ArticleAgreement } from '@/corpus/agreement/report';
import { AWKWARD, mark, markInLayer } from '@/db/testing/dataset-marks';
import { makeDesk, type TestDesk } from '@/db/testing/desk';
import { main } from './main';

let made: TestDesk;
const out: string[] = [];
const err: string[] = [];
beforeEach(() => {
  made = makeDesk();
  vi.stubEnv('STET_DATABASE', made.desk.path);
  vi.spyOn(console, 'log').mockImplementation((line) => out.push(String(line)));
  vi.spyOn(console, 'error').mockImplementation((line) => err.push(String(line)));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  out.length = 0;
  err.length = 0;
  made.close();
});

/** Two people mark the same in articles of several scripts; Ben leaves one claim out. */
function markTwice(): void {
  for (const [number, text] of AWKWARD.entries()) {
    const article = made.article(text);
    for (const person of ['Ana', 'Ben']) {
      const { claim } = markInLayer(made, article, person);
      if (person === 'Ben' && number === 0) {
        made.desk.sqlite.prepare('UPDATE annotation SET removed = 1 WHERE id = ?').run(claim);
      }
    }
  }
}

const stet = (...args: string[]) => main(['agreement', ...args]);

test('tells the figures of a collection’s layers, with their intervals', async () => {
  markTwice();
  expect(await stet('--collection', 'Desk')).toBe(0);
  const text = out.join('\n');
  expect(text).toContain('2 layers (Ana, Ben) on 5 articles: 14 of 15 cases agreed.');
  expect(text).toMatch(/quote\n {2}spans that overlap, F1 +1\.000 {2}\(95 %: 1\.000 to 1\.000\)/);
  expect(text).toMatch(/claim\n {2}spans that overlap, F1 +0\.889 {2}\(95 %: 0\.\d+ to 1\.000\)/);
  expect(text).toContain('attribute type');
  expect(err).toEqual([]);
});

test('--json prints the figures, then a line for each article and each case', async () => {
  markTwice();
  expect(await stet('--collection', 'Desk', '--gamma', '--json')).toBe(0);
  const lines = out.map((line) => JSON.parse(line) as Record<string, unknown>);
  const [{ figures }, ...rest] = lines as [
    { figures: AgreementReport & { gamma: { value: number } } },
  ];
  expect(figures.layers).toEqual(['Ana', 'Ben']);
  expect(figures.gamma.value).toBeGreaterThan(0.8);
  expect(rest.map((line) => Object.keys(line)[0])).toEqual([
    ...Array.from({ length: 5 }, () => 'article'),
    ...Array.from({ length: 15 }, () => 'case'),
  ]);
  const claims = figures.rows.find(({ kind }) => kind === 'claim')!;
  expect(claims.cases).toHaveLength(1);
  expect(rest).toContainEqual({
    case: expect.objectContaining({ id: claims.cases[0], missing: ['Ben'] }) as unknown,
  });
  const text = made.desk.sqlite
    .prepare('SELECT text FROM revision LIMIT 1')
    .pluck()
    .get() as string;
  const [first] = rest.flatMap((line) =>
    'article' in line ? [line['article'] as ArticleAgreement] : [],
  );
  const words = first!.marked.claim.map(({ start, end }) => [...text].slice(start, end).join(''));
  expect(words).toEqual(['Ridership fell 12% in 2025']);
  const again = [...out];
  out.length = 0;
  await stet('--collection', 'Desk', '--gamma', '--json');
  expect(out).toEqual(again);
});

test('compares the layers that are named; the adjudicated one only then', async () => {
  markTwice();
  mark(made, made.article(`Again ${AWKWARD[0]}`));
  made.desk.sqlite.exec("UPDATE annotation SET layer = 'adjudicated' WHERE layer = 'shared'");
  await stet('--collection', 'Desk');
  expect(out[0]).toMatch(/^2 layers \(Ana, Ben\) on 5 articles/);
  out.length = 0;
  await stet('--collection', 'Desk', '--layer', 'Ana', '--layer', 'adjudicated');
  expect(out[0]).toMatch(/^2 layers \(Ana, adjudicated\) on 6 articles/);
  expect(out[0]).toContain('undefined: There are no two layers on the same article.');
});

test('one layer, none, and a layer that is not there are told in one sentence', async () => {
  expect(await stet('--collection', 'Desk')).toBe(1);
  mark(made, made.article(AWKWARD[0]!));
  expect(await stet('--collection', 'Desk')).toBe(1);
  expect(await stet('--collection', 'Desk', '--layer', 'Zoe')).toBe(1);
  expect(await stet('--collection', 'Nowhere')).toBe(1);
  expect(err).toEqual([
    '“Desk” has no layer with annotations: agreement needs two.',
    '“Desk” has one layer, “shared”: agreement needs two.',
    '“Desk” has no annotation in a layer “Zoe”.',
    'There is no collection “Nowhere”; there are “Desk”.',
  ]);
});

test.each([
  [[], 'Name the collection with --collection.'],
  [['Desk'], '“Desk” is too much: name the collection with --collection.'],
  [
    ['--collection', 'Desk', '--seed', 'x'],
    '“x” is no seed: give a whole number of up to nine digits.',
  ],
])('%j is wrong usage', async (args, sentence) => {
  expect(await stet(...args)).toBe(2);
  expect(err[0]!.split('\n')[0]).toBe(sentence);
});
