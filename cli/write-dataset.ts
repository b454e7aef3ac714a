import type { DatasetArticle } from '@/corpus/interchange/article';
import { csvFileName, csvHeader, csvRows } from '@/corpus/interchange/csv';
import { dataPackage, type FileFacts } from '@/corpus/interchange/datapackage';
import type { DatasetFilter } from '@/corpus/interchange/filter';
import { ARTICLE_JSON_SCHEMA } from '@/corpus/interchange/json-schema';
import { articleLine } from '@/corpus/interchange/jsonl';
import { lossReport, newTally, type Tally } from '@/corpus/interchange/loss';
import { datasetManifest, type Manifest } from '@/corpus/interchange/manifest';
import { TABLES } from '@/corpus/interchange/tables';
import type { Desk } from '@/db/client';
import { iterateDataset } from '@/db/queries/dataset';
import { HashedFile, writeJson } from './dataset-files';

export const FORMATS = ['jsonl', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

export interface DatasetOrder {
  readonly format: Format;
  readonly filter: DatasetFilter;
  /** Written into the manifest. */
  readonly generator: string;
  /** The filter as the person gave it, written into the manifest. */
  readonly chosen: Readonly<Record<string, unknown>>;
  readonly signal?: AbortSignal;
  /** Called now and then while the export runs. */
  readonly onProgress?: (tally: Tally) => void;
}

/** How long the export works before it lets signals and timers have their turn, in milliseconds. */
const TURN = 100;

/**
 * Writes a dataset's files into a folder, which must exist and be empty; returns the manifest.
 * Memory does not grow with the data. Throws the signal's reason when it is aborted.
 */
export async function writeDataset(
  desk: Desk,
  folder: string,
  order: DatasetOrder,
): Promise<Manifest> {
  const tally = newTally();
  const articles = iterateDataset(desk, order.filter, tally);
  const write = order.format === 'jsonl' ? writeJsonl : writeCsv;
  const files = await write(folder, inTurns(articles, tally, order));
  const loss = writeJson(folder, 'loss.json', lossReport(order.format, tally));
  const { format, generator, chosen } = order;
  const manifest = datasetManifest({ format, generator, chosen, tally, files: [...files, loss] });
  writeJson(folder, 'manifest.json', manifest);
  return manifest;
}

type Articles = AsyncIterable<DatasetArticle>;

async function writeJsonl(folder: string, articles: Articles): Promise<readonly FileFacts[]> {
  const file = new HashedFile(folder, 'articles.jsonl');
  for await (const article of articles) {
    for (const piece of articleLine(article)) file.write(piece);
  }
  return [file.finish(), writeJson(folder, 'articles.schema.json', ARTICLE_JSON_SCHEMA)];
}

async function writeCsv(folder: string, articles: Articles): Promise<readonly FileFacts[]> {
  const files = TABLES.map((table) => ({
    table,
    file: new HashedFile(folder, csvFileName(table)),
  }));
  for (const { table, file } of files) file.write(csvHeader(table));
  for await (const article of articles) {
    for (const { table, file } of files) {
      for (const piece of csvRows(table, article)) file.write(piece);
    }
  }
  const facts = files.map(({ file }) => file.finish());
  return [...facts, writeJson(folder, 'datapackage.json', dataPackage(facts))];
}

async function* inTurns(
  articles: Iterable<DatasetArticle>,
  tally: Tally,
  { signal, onProgress }: DatasetOrder,
): AsyncGenerator<DatasetArticle> {
  let turn = Date.now();
  for (const article of articles) {
    yield article;
    if (Date.now() - turn < TURN) continue;
    await new Promise((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
    onProgress?.(tally);
    turn = Date.now();
  }
}
