import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DatasetArticle } from '@/corpus/interchange/article';
import type { DatasetFilter } from '@/corpus/interchange/filter';
import { newTally } from '@/corpus/interchange/loss';
import { AWKWARD, mark } from '../testing/dataset-marks';
import { makeDesk, type TestDesk } from '../testing/desk';
import { fillDesk } from '../testing/fill';
import { iterateDataset } from './dataset';
import { openDatasetAhead } from './dataset-ahead';

let made: TestDesk;
beforeEach(() => (made = makeDesk()));
afterEach(() => made.close());

/** Gives the article and its collection the same new name, again and again. */
const WRITER = `
  const { parentPort, workerData } = require('node:worker_threads');
  const sqlite = require('better-sqlite3')(workerData.path);
  const article = sqlite.prepare('UPDATE article SET headline = ? WHERE id = ?');
  const collection = sqlite.prepare(
    'UPDATE collection SET name = ? WHERE id = (SELECT collection_id FROM article WHERE id = ?)',
  );
  const rename = sqlite.transaction((name) => {
    article.run(name, workerData.articleId);
    collection.run(name, workerData.articleId);
  });
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let state = 1; ; state += 1) {
    rename('State ' + state);
    if (state === 1) parentPort.postMessage('writing');
    Atomics.wait(pause, 0, 0, 1);
  }
`;

/** All that another thread reads, however small the desk. */
async function ahead(filter: DatasetFilter = {}, tally = newTally()): Promise<DatasetArticle[]> {
  const dataset = await openDatasetAhead(made.desk, filter, 0);
  try {
    const articles: DatasetArticle[] = [];
    for await (const article of dataset.articles(tally)) articles.push(article);
    return articles;
  } finally {
    dataset.close();
  }
}

describe('a dataset that another thread reads', () => {
  test('is the one that is read alone, whatever the filter chooses', async () => {
    for (const text of AWKWARD) mark(made, made.article(text));
    made.article('An article of which nothing is marked.');
    const articleIds = [[...iterateDataset(made.desk)][1]!.id];
    const filters: readonly DatasetFilter[] = [
      {},
      { kinds: ['quote'] },
      { statuses: ['signed_off'] },
      { articleIds },
    ];
    for (const filter of filters) {
      const [counted, alone] = [newTally(), newTally()];
      expect(await ahead(filter, counted)).toEqual([...iterateDataset(made.desk, filter, alone)]);
      expect(counted).toEqual(alone);
    }
    expect(await ahead({ statuses: ['signed_off'] })).toEqual([]);
  });

  test('holds a large article, and none at all', async () => {
    expect(await ahead()).toEqual([]);
    fillDesk(made.desk, { articles: 2, annotationsPerArticle: 600, seed: 5 });
    const articles = await ahead();
    expect(articles.map(({ annotations }) => annotations.length)).toEqual([600, 600]);
    expect(articles).toEqual([...iterateDataset(made.desk)]);
  });

  test('is one state of the desk, while another thread writes without end', async () => {
    const { articleId } = made.article('Water rose to the third step, the harbour master said.');
    const writer = new Worker(WRITER, {
      eval: true,
      workerData: { path: made.desk.path, articleId },
    });
    try {
      await once(writer, 'message');
      for (let opened = 0; opened < 20; opened += 1) {
        const dataset = await openDatasetAhead(made.desk, {}, 0);
        const { name } = dataset.about();
        const headlines: string[] = [];
        for await (const { headline } of dataset.articles()) headlines.push(headline);
        dataset.close();
        expect(name).toMatch(/^State \d+$/);
        expect(headlines).toEqual([name]);
      }
    } finally {
      await writer.terminate();
    }
  });

  test('can be closed before it is read to its end', async () => {
    fillDesk(made.desk, { articles: 30, annotationsPerArticle: 100, seed: 6 });
    const dataset = await openDatasetAhead(made.desk, {}, 0);
    for await (const article of dataset.articles()) {
      expect(article.annotations).toHaveLength(100);
      break;
    }
    dataset.close();
  });

  test('says what the other thread met', async () => {
    mark(made, made.article(AWKWARD[0]!));
    made.desk.sqlite.exec('ALTER TABLE span RENAME TO gone');
    await expect(ahead()).rejects.toThrow('no such table: span');
  });
});
