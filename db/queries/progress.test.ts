import { afterEach, beforeEach, expect, it } from 'vitest';
import { AGES, THROUGHPUT_DAYS, daysUpTo, sharesOf } from '@/corpus/progress/model';
import { makeDesk, type TestDesk } from '../testing/desk';
import { STORY, mark, signOff, step, versionOf } from '../testing/work';
import { findProgress, listCollectionProgress } from './progress';

let test: TestDesk;

beforeEach(() => {
  test = makeDesk();
});
afterEach(() => test.close());

const DAY_MS = 86_400_000;
const progressAt = (daysLater = 0, after: string | null = null) =>
  findProgress(test.desk, { collectionId: test.collectionId, now: new Date(Date.now() + daysLater * DAY_MS), after }); // prettier-ignore

it('counts by status, age, day, finding and reason', () => {
  const article = test.article(STORY);
  const [signed, waiting, open] = ['41,000', 'two harbours', 'built in 1911'].map((words) => mark(test, article, words, 'claim', { types: ['number'] })); // prettier-ignore
  signOff(test, signed!);
  const version = () => versionOf(test.desk, 'check', waiting!.checkId);
  test.run(
    step('setStatus', { checkId: waiting!.checkId, version: version(), status: 'checking' }),
  );
  test.run(step('setStatus', { checkId: waiting!.checkId, version: version(), status: 'waiting', reason: 'The port calls back' })); // prettier-ignore
  const progress = progressAt();
  expect(progress.statuses).toEqual({ signed_off: 1, waiting: 1, unchecked: 1 });
  expect(sharesOf(progress.statuses)).toEqual({ settled: 1, inWork: 1, untouched: 1 });
  expect(progress.ages).toEqual([2, 0, 0, 0, 0, 0]);
  expect(progressAt(5).ages[AGES.findIndex(({ name }) => name === '3 to 7 days')]).toBe(2);
  expect(progressAt(400).ages.at(-1)).toBe(2);
  expect(progress.days).toHaveLength(THROUGHPUT_DAYS);
  expect(progress.days.at(-1)).toMatchObject({ checked: 1, signed: 1 });
  expect(progressAt(40).days.every(({ checked, signed: done }) => checked + done === 0)).toBe(true);
  expect(progress.findings).toEqual([{ type: 'number', counts: { supported: 1 } }]);
  expect(progress.waiting).toEqual([{ reason: 'The port calls back', count: 1 }]);
  expect(progress.articles).toMatchObject([{ id: article.articleId, statuses: progress.statuses }]);
  test.run(step('removeAnnotation', { id: open!.id, version: 1 }));
  expect(progressAt().statuses).toEqual({ signed_off: 1, waiting: 1 });
});

it('pages the articles, and tells every collection', () => {
  for (let number = 0; number < 33; number++) test.article(`Headline ${'abcdefghij'[number % 10]!.repeat(number + 3)}\n\nWords.`); // prettier-ignore
  const first = progressAt();
  expect(first.articles).toHaveLength(30);
  const second = progressAt(0, first.nextCursor);
  expect([second.articles.length, second.nextCursor]).toEqual([3, null]);
  expect(listCollectionProgress(test.desk)).toEqual([{ id: test.collectionId, name: 'Desk', statuses: {} }]); // prettier-ignore
});

it('of an empty collection is all noughts', () => {
  const { ages, days, findings, waiting, articles } = progressAt();
  expect([ages.every((count) => count === 0), days.length, findings, waiting, articles]).toEqual([true, THROUGHPUT_DAYS, [], [], []]); // prettier-ignore
});

it('counts days over the end of a month and a year', () => {
  expect(daysUpTo('2027-01-02', 4)).toEqual(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02']); // prettier-ignore
});
