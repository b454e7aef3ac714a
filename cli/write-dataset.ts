import type { DatasetArticle } from '@/corpus/interchange/article';
import { csvFileName, csvHeader, csvRows } from '@/corpus/interchange/csv';
import { dataPackage, type FileFacts } from '@/corpus/interchange/datapackage';
import type { DatasetFilter } from '@/corpus/interchange/filter';
import { ARTICLE_JSON_SCHEMA } from '@/corpus/interchange/json-schema';
import { articleLine } from '@/corpus/interchange/jsonl';
import { foreignEncoder } from '@/corpus/interchange/foreign';
import type { FormatEncoder } from '@/corpus/interchange/format-encoder';
import { isForeign, type Format } from '@/corpus/interchange/format-names';
import { Losses, lossReport, newTally, type Tally } from '@/corpus/interchange/loss';
import { datasetManifest, type Manifest } from '@/corpus/interchange/manifest';
import { TABLES } from '@/corpus/interchange/tables';
import type { Desk } from '@/db/client';
import { iterateDataset } from '@/db/queries/dataset';
import { HashedFile, writeJson } from './dataset-files';

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
  const { format, generator, chosen } = order;
  const losses = new Losses();
  const files = await writerOf(format, losses)(folder, inTurns(articles, tally, order));
  const loss = writeJson(folder, 'loss.json', lossReport(format, tally, losses));
  const manifest = datasetManifest({ format, generator, chosen, tally, files: [...files, loss] });
  writeJson(folder, 'manifest.json', manifest);
  return manifest;
}

type Articles = AsyncIterable<DatasetArticle>;
type Writer = (folder: string, articles: Articles) => Promise<readonly FileFacts[]>;

function writerOf(format: Format, losses: Losses): Writer {
  if (!isForeign(format)) return format === 'jsonl' ? writeJsonl : writeCsv;
  const encoder = foreignEncoder(format, losses);
  return (folder, articles) => writeForeign(folder, articles, encoder);
}

/** Files of all articles grow together; files of one article are written as it comes. */
async function writeForeign(
  folder: string,
  articles: Articles,
  encoder: FormatEncoder,
): Promise<readonly FileFacts[]> {
  const shared = encoder.files.map((encoded) => ({
    encoded,
    file: new HashedFile(folder, encoded.name),
  }));
  for (const { encoded, file } of shared) file.write(encoded.begin());
  const own: FileFacts[] = [];
  for await (const article of articles) {
    for (const { encoded, file } of shared) {
      for (const piece of encoded.article(article)) file.write(piece);
    }
    for (const { name, content } of encoder.filesOf(article)) {
      const file = new HashedFile(folder, name);
      file.write(content);
      own.push(file.finish());
    }
  }
  for (const { encoded, file } of shared) file.write(encoded.end());
  return [...shared.map(({ file }) => file.finish()), ...own];
}

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
