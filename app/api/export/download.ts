import { createHash } from 'node:crypto';
import type { DatasetArticle } from '@/corpus/interchange/article';
import { byteStream } from '@/corpus/interchange/byte-stream';
import { csvFileName, csvHeader, csvRows, csvTable, findTable } from '@/corpus/interchange/csv';
import { dataPackage } from '@/corpus/interchange/datapackage';
import { parseFilter, type DatasetFilter } from '@/corpus/interchange/filter';
import { ARTICLE_JSON_SCHEMA } from '@/corpus/interchange/json-schema';
import { articleLine } from '@/corpus/interchange/jsonl';
import { foreignEncoder, foreignFile } from '@/corpus/interchange/foreign';
import {
  FORMATS,
  isForeign,
  type ForeignFormat,
  type Format,
} from '@/corpus/interchange/format-names';
import { Losses, lossReport, newTally } from '@/corpus/interchange/loss';
import { TABLES } from '@/corpus/interchange/tables';
import type { Desk } from '@/db/client';
import { iterateDataset } from '@/db/queries/dataset';
import { listCollections } from '@/db/queries/desk';

/** How long work goes on before other requests have their turn, in milliseconds. */
const TURN = 50;

/** Answers a request for a dataset or for one of its files; 400 or 404 with one sentence. */
export async function exportResponse(
  desk: Desk,
  query: URLSearchParams,
  signal: AbortSignal,
): Promise<Response> {
  const wanted = query.get('format') ?? 'jsonl';
  const format = FORMATS.find((known) => known === wanted);
  if (format === undefined) {
    return refusal(400, `“${wanted}” is no format; choose from ${FORMATS.join(', ')}.`);
  }
  const filter = readFilter(desk, query);
  if (filter instanceof Response) return filter;
  const file = query.get('file') ?? (format === 'jsonl' ? 'articles.jsonl' : '');
  if (file === 'loss.json') return json(file, await lossOf(desk, format, filter, signal));
  if (isForeign(format)) return foreignDownload(desk, format, file, filter);
  return format === 'jsonl' ? jsonlFile(desk, file, filter) : csvFile(desk, file, filter, signal);
}

function readFilter(desk: Desk, query: URLSearchParams): DatasetFilter | Response {
  const parsed = parseFilter({
    kind: query.getAll('kind'),
    status: query.getAll('status'),
    finding: query.getAll('finding'),
    article: query.getAll('article'),
    from: query.get('from') || null,
    to: query.get('to') || null,
  });
  if (!parsed.ok) return refusal(400, parsed.refused);
  const wanted = query.get('collection') ?? '';
  if (wanted === '') return parsed.filter;
  const found = listCollections(desk).find(({ id, name }) => id === wanted || name === wanted);
  if (found === undefined) return refusal(404, `There is no collection “${wanted}”.`);
  return { ...parsed.filter, collectionId: found.id };
}

function jsonlFile(desk: Desk, file: string, filter: DatasetFilter): Response {
  if (file === 'articles.schema.json') return json(file, ARTICLE_JSON_SCHEMA);
  if (file !== 'articles.jsonl') {
    return refusal(404, 'Choose a file from articles.jsonl, articles.schema.json, loss.json.');
  }
  return streamed(file, 'application/x-ndjson', lines(iterateDataset(desk, filter)));
}

async function csvFile(
  desk: Desk,
  file: string,
  filter: DatasetFilter,
  signal: AbortSignal,
): Promise<Response> {
  if (file === 'datapackage.json') return json(file, await describe(desk, filter, signal));
  const table = findTable(file);
  if (table !== null) {
    const rows = csvTable(table, iterateDataset(desk, filter));
    return streamed(file, 'text/csv; charset=utf-8; header=present', rows);
  }
  const files = [...TABLES.map(csvFileName), 'datapackage.json', 'loss.json'];
  return refusal(file === '' ? 400 : 404, `Choose a file with “file”: ${files.join(', ')}.`);
}

/** A file of the whole export, or one that an article has for itself (`ID.ann`). */
function foreignDownload(
  desk: Desk,
  format: ForeignFormat,
  name: string,
  filter: DatasetFilter,
): Response {
  const encoder = foreignEncoder(format, new Losses());
  const shared = encoder.files.find((file) => file.name === name);
  if (shared !== undefined) {
    return streamed(name, shared.mediaType, foreignFile(shared, iterateDataset(desk, filter)));
  }
  const [id = ''] = name.split('.');
  for (const article of iterateDataset(desk, { ...filter, articleIds: [id] })) {
    for (const file of encoder.filesOf(article)) {
      if (file.name === name) return streamed(name, 'text/plain; charset=utf-8', [file.content]);
    }
  }
  const files = [...encoder.files.map((file) => file.name), 'loss.json'];
  const hasOwn = format === 'brat' || format === 'polnear';
  const own = hasOwn ? ', or an article’s ID.txt and ID.ann' : '';
  return refusal(name === '' ? 400 : 404, `Choose a file with “file”: ${files.join(', ')}${own}.`);
}

function* lines(articles: Iterable<DatasetArticle>): Generator<string> {
  for (const article of articles) yield* articleLine(article);
}

/** The data package with each file's size and hash: what the files would be now. */
async function describe(desk: Desk, filter: DatasetFilter, signal: AbortSignal): Promise<unknown> {
  const files = TABLES.map((table) => {
    const name = csvFileName(table);
    const hash = createHash('sha256');
    let bytes = 0;
    const add = (text: string) => {
      hash.update(text);
      bytes += Buffer.byteLength(text);
    };
    return {
      table,
      add,
      facts: () => ({ name, bytes, sha256: hash.digest('hex') }),
    };
  });
  for (const { table, add } of files) add(csvHeader(table));
  for await (const article of inTurns(iterateDataset(desk, filter), signal)) {
    for (const { table, add } of files) {
      for (const piece of csvRows(table, article)) add(piece);
    }
  }
  return dataPackage(files.map(({ facts }) => facts()));
}

/** What the export would lose now; a foreign format is written for it, and thrown away. */
async function lossOf(
  desk: Desk,
  format: Format,
  filter: DatasetFilter,
  signal: AbortSignal,
): Promise<unknown> {
  const tally = newTally();
  const losses = new Losses();
  const encoder = isForeign(format) ? foreignEncoder(format, losses) : null;
  for await (const article of inTurns(iterateDataset(desk, filter, tally), signal)) {
    for (const file of encoder?.files ?? []) for (const _piece of file.article(article));
    for (const _file of encoder?.filesOf(article) ?? []);
  }
  return lossReport(format, tally, losses);
}

/** Stops with the signal's reason when the client has gone away. */
async function* inTurns<T>(items: Iterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  let turn = Date.now();
  for (const item of items) {
    yield item;
    if (Date.now() - turn < TURN) continue;
    await new Promise((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
    turn = Date.now();
  }
}

function streamed(file: string, type: string, texts: Iterable<string>): Response {
  return new Response(byteStream(texts), { headers: headersFor(file, type) });
}

function json(file: string, content: unknown): Response {
  const body = `${JSON.stringify(content, null, 2)}\n`;
  return new Response(body, { headers: headersFor(file, 'application/json; charset=utf-8') });
}

function headersFor(file: string, type: string): Record<string, string> {
  return {
    'content-type': type,
    'content-disposition': `attachment; filename="${file}"`,
    'cache-control': 'no-store',
  };
}

function refusal(status: 400 | 404, sentence: string): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}
