import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type Database from 'better-sqlite3';
import type { DatasetArticle } from '@/corpus/interchange/article';
import type { DatasetFilter } from '@/corpus/interchange/filter';
import { newTally, type Tally } from '@/corpus/interchange/loss';
import { HOME, openReaderOf, type Desk } from '../client';
import { besideArticles, openDataset, readingOf, type Dataset } from './dataset';
import { ArticleAssembly, type Reading } from './article-assembly';
import type { ArticlePiece } from './article-rows';
import type { DatasetReads } from './dataset-reads';

/** A dataset whose articles come as another thread has read them. */
export interface DatasetAhead extends Omit<Dataset, 'articles'> {
  /** As `Dataset.articles`; once only. */
  articles(tally?: Tally): AsyncGenerator<DatasetArticle, void, undefined>;
}

/** What the thread is asked: to begin, what to read (which has no answer), and for more of it. */
type Asked =
  | { readonly ask: 'begin' }
  | { readonly ask: 'read'; readonly reads: DatasetReads }
  | { readonly ask: 'more' };

/** From how many annotations on a desk another thread is worth its start. */
const LARGE = 20_000;

/** How many answers are asked for ahead. */
const AHEAD = 4;

/** How often two connections may fail to begin on the same state before one does it alone. */
const TRIES = 20;

/**
 * Opens a dataset as `openDataset` does; on a large desk a second thread reads its rows, while
 * this one makes articles of them.
 */
export async function openDatasetAhead(
  desk: Desk,
  filter: DatasetFilter,
  large = LARGE,
): Promise<Dataset | DatasetAhead> {
  const counted = desk.sqlite
    .prepare<[number], number>('SELECT count(*) FROM (SELECT 1 FROM annotation LIMIT ?)')
    .pluck();
  if (counted.get(large)! < large) return openDataset(desk, filter);
  const reader = openReaderOf(desk);
  const thread = new RowsThread(desk);
  try {
    if (await beginTogether(reader, thread)) return aheadOf(reader, thread, filter);
  } catch (error) {
    reader.close();
    thread.end();
    throw error;
  }
  reader.close();
  thread.end();
  return openDataset(desk, filter);
}

function aheadOf(
  reader: Database.Database,
  thread: RowsThread,
  filter: DatasetFilter,
): DatasetAhead {
  const reading = readingOf(reader, filter);
  const beside = besideArticles(reader, reading, filter);
  return {
    articles: (tally = newTally()) => articlesOf(thread, reading, tally),
    ...beside,
    close() {
      thread.end();
      beside.close();
    },
  };
}

async function* articlesOf(
  thread: RowsThread,
  reading: Reading,
  tally: Tally,
): AsyncGenerator<DatasetArticle, void, undefined> {
  const assembly = new ArticleAssembly(reading, tally);
  for await (const pieces of thread.pieces(reading.reads)) {
    for (const piece of pieces) {
      const article = assembly.take(piece);
      if (article !== null) yield article;
    }
  }
  const last = assembly.last();
  if (last !== null) yield last;
}

/**
 * Begins a transaction here and in the thread; true where both see one state of the database:
 * nothing was committed from before the thread’s first read until this one’s.
 */
async function beginTogether(reader: Database.Database, thread: RowsThread): Promise<boolean> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const before = reader.pragma('data_version', { simple: true });
    await thread.ask({ ask: 'begin' });
    reader.exec('BEGIN');
    reader.prepare('SELECT 1 FROM article LIMIT 1').get();
    if (reader.pragma('data_version', { simple: true }) === before) return true;
    reader.exec('ROLLBACK');
  }
  return false;
}

/** The thread of db/worker/read-articles.mjs. It answers in the order in which it is asked. */
class RowsThread {
  private readonly worker: Worker;
  private readonly waiting: {
    readonly take: (pieces: readonly ArticlePiece[]) => void;
    readonly fail: (error: Error) => void;
  }[] = [];
  private failed: Error | null = null;

  constructor({ path, views }: Desk) {
    const script = join(HOME, 'db/worker/read-articles.mjs');
    this.worker = new Worker(script, {
      workerData: { path, views },
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: 6 },
    });
    this.worker.on('message', (pieces: readonly ArticlePiece[]) =>
      this.waiting.shift()?.take(pieces),
    );
    this.worker.on('error', (error: Error) => this.fail(error));
    this.worker.on('exit', () => this.fail(new Error('the thread that reads articles has ended')));
  }

  /** Rejects with what the thread threw. */
  ask(asked: Asked): Promise<readonly ArticlePiece[]> {
    const { failed } = this;
    if (failed !== null) return Promise.reject(failed);
    this.worker.postMessage(asked);
    const answer = new Promise<readonly ArticlePiece[]>((take, fail) => {
      this.waiting.push({ take, fail });
    });
    // What was asked ahead may never be looked at.
    answer.catch(() => undefined);
    return answer;
  }

  async *pieces(reads: DatasetReads): AsyncGenerator<readonly ArticlePiece[], void, undefined> {
    this.worker.postMessage({ ask: 'read', reads } satisfies Asked);
    const answers = Array.from({ length: AHEAD }, () => this.ask({ ask: 'more' }));
    for (;;) {
      const pieces = await answers.shift()!;
      if (pieces.length === 0) return;
      answers.push(this.ask({ ask: 'more' }));
      yield pieces;
    }
  }

  end(): void {
    void this.worker.terminate();
  }

  private fail(error: Error): void {
    this.failed ??= error;
    for (const { fail } of this.waiting.splice(0)) fail(error);
  }
}
