import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { detect } from '@/corpus/detect/detect';
import { OWN_DETECTOR } from '@/corpus/suggestion/model';
import { listOpenSuggestions, listSuggestions } from '../queries/suggestions';
import { newId } from '../ids';
import { makeDesk, type TestDesk } from '../testing/desk';
import { STORY, checkIdOf, step } from '../testing/work';
import { findCheckDetail } from '../queries/check-detail';
import { suggestFor } from './suggest';

let test: TestDesk;
beforeEach(() => {
  test = makeDesk();
});
afterEach(() => test.close());

it('reads an article once, and none that is not there', () => {
  const { articleId } = test.article(STORY);
  const read = (id: string) => suggestFor(test.desk, test.actor, id, OWN_DETECTOR, detect);
  expect(read(articleId)).toMatchObject({ result: 'proposed', counts: { quote: 1 } });
  expect(read(articleId)).toEqual({ result: 'known' });
  expect(read(newId())).toEqual({ result: 'gone' });
});

it('what a claim says in figures, and of which day, is told of it and of its check', () => {
  const { articleId } = test.article(
    `Boats sink\n\nAs of 3 March 2026, 41 people were missing at Osk.`,
  );
  suggestFor(test.desk, test.actor, articleId, OWN_DETECTOR, detect);
  const day = { from: '2026-03-03', to: '2026-03-03' };
  const missing = expect.objectContaining({ value: 41, unit: 'people', asOf: day });
  const claim = listSuggestions(test.desk, articleId).find((one) => one.suggestion!.figures.length > 0)!; // prettier-ignore
  expect(claim.suggestion!.figures).toContainEqual(missing);
  test.run(step('acceptSuggestion', { id: claim.id, version: claim.version }));
  const detail = () => findCheckDetail(test.desk, checkIdOf(test.desk, claim.id), test.actor.id)!;
  expect(detail().figures).toContainEqual(missing);
});

it('is done by the worker thread on a database of its own connection', async () => {
  const { articleId } = test.article(STORY);
  const worker = new Worker(join(import.meta.dirname, '..', 'worker', 'thread.mjs'), {
    workerData: { script: 'suggest' },
    env: { ...process.env, STET_DATABASE: test.desk.path },
    execArgv: [],
  });
  try {
    worker.postMessage({ articleId, personId: test.actor.id, detectorId: null });
    const [answer] = (await once(worker, 'message')) as [unknown];
    expect(answer).toEqual({ problem: null, gaveUp: false });
    expect(listOpenSuggestions(test.desk, articleId).length).toBeGreaterThan(0);
  } finally {
    await worker.terminate();
  }
});
