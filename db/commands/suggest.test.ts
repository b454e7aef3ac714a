import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { detect } from '@/corpus/detect/detect';
import { OWN_DETECTOR } from '@/corpus/suggestion/model';
import { listOpenSuggestions } from '../queries/suggestions';
import { newId } from '../ids';
import { makeDesk, type TestDesk } from '../testing/desk';
import { STORY } from '../testing/work';
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
