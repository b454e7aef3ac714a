import { createHash } from 'node:crypto';
import { byteStream } from '@/corpus/interchange/byte-stream';
import { BUNDLE_FILE } from '@/corpus/interchange/bundle';
import { parseFilter, type DatasetFilter } from '@/corpus/interchange/filter';
import {
  fileOf,
  mediaTypeOf,
  type FileFacts,
  type FormatEncoder,
  type Piece,
} from '@/corpus/interchange/format';
import { FORMATS, type ArticleFormat } from '@/corpus/interchange/format-names';
import { ARTICLE_FORMATS } from '@/corpus/interchange/formats';
import { Losses, lossReport, newTally, type LossReport } from '@/corpus/interchange/loss';
import { survey } from '@/corpus/interchange/zip-dataset';
import { bundleLosses, bundlePieces } from '@/db/bundle/export';
import type { Desk } from '@/db/client';
import { RefusedError } from '@/db/commands/errors';
import { openDataset, type Dataset } from '@/db/queries/dataset';
import { findAbout } from '@/db/queries/datasheets';
import { listCollections } from '@/db/queries/desk';
import { findLayerProblem } from '@/db/queries/layer-names';
import stet from '@/package.json';
import { inTurns } from './turns';
import { zipOfDataset } from './zipped';

/** What is asked for: a format of the articles that the filter chooses. */
interface Order {
  readonly format: ArticleFormat;
  readonly filter: DatasetFilter;
}

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
  if (format === 'bundle') return bundleResponse(desk, filter, query.get('file') ?? '');
  const order = { format, filter };
  const file = query.get('file') ?? (format === 'jsonl' ? 'articles.jsonl' : '');
  if (file === 'loss.json') return json(file, await lossOf(desk, order, signal));
  if (file === '') return zipped(desk, order);
  return fileResponse(desk, order, file, signal);
}

function readFilter(desk: Desk, query: URLSearchParams): DatasetFilter | Response {
  const parsed = parseFilter({
    kind: query.getAll('kind'),
    layer: query.getAll('layer'),
    status: query.getAll('status'),
    finding: query.getAll('finding'),
    article: query.getAll('article'),
    from: query.get('from') || null,
    to: query.get('to') || null,
  });
  if (!parsed.ok) return refusal(400, parsed.refused);
  const wanted = query.get('collection') ?? '';
  if (wanted === '') return withLayers(desk, parsed.filter);
  const found = listCollections(desk).find(({ id, name }) => id === wanted || name === wanted);
  if (found === undefined) return refusal(404, `There is no collection “${wanted}”.`);
  return withLayers(desk, { ...parsed.filter, collectionId: found.id });
}

function withLayers(desk: Desk, filter: DatasetFilter): DatasetFilter | Response {
  const problem = findLayerProblem(desk, filter);
  return problem === null ? filter : refusal(404, problem);
}

/** The bundle, or what it leaves on the desk. */
function bundleResponse(desk: Desk, filter: DatasetFilter, file: string): Response {
  try {
    const loss = bundleLosses(desk, filter);
    if (file === 'loss.json') return json(file, loss);
  } catch (error) {
    if (error instanceof RefusedError) return refusal(400, error.message);
    throw error;
  }
  if (file !== '' && file !== BUNDLE_FILE) {
    return refusal(404, `Choose a file with “file”: ${BUNDLE_FILE}, loss.json.`);
  }
  const generator = `stet ${stet.version}`;
  return streamed(BUNDLE_FILE, 'application/zip', bundlePieces(desk, filter, generator));
}

/** All files of a format in one archive. */
function zipped(desk: Desk, { format, filter }: Order): Response {
  const pieces = piecesOf(desk, filter, (dataset) => zipOfDataset(dataset, format));
  return streamed(`stet-${format}.zip`, 'application/zip', pieces);
}

/** A file of the whole export, or one that an article has for itself (`ID.ann`). */
async function fileResponse(
  desk: Desk,
  { format, filter }: Order,
  name: string,
  signal: AbortSignal,
): Promise<Response> {
  const { files, own, encoder: makeEncoder } = ARTICLE_FORMATS[format];
  const encoder = makeEncoder(findAbout(desk.sqlite, filter));
  const shared = encoder.files.find((file) => file.name === name);
  if (shared !== undefined) {
    const pieces = piecesOf(desk, filter, (dataset) => {
      survey(dataset, encoder);
      return fileOf(shared, dataset.articles());
    });
    return streamed(name, shared.mediaType, pieces);
  }
  if (name in files) return closingFile(desk, filter, encoder, name, signal);
  const [id = ''] = name.split('.');
  const dataset = openDataset(desk, { ...filter, articleIds: [id] });
  try {
    for (const article of dataset.articles()) {
      for (const file of encoder.filesOf(article)) {
        if (file.name === name) return streamed(name, mediaTypeOf(name), [file.content]);
      }
    }
  } finally {
    dataset.close();
  }
  const each = own.length === 0 ? '' : `, or an article’s ${own.map((end) => `ID${end}`).join(' and ')}`; // prettier-ignore
  const known = [...Object.keys(files), 'loss.json'];
  return refusal(404, `Choose a file with “file”: ${known.join(', ')}${each}.`);
}

/** A file that tells of the others: what they would be now, with size and hash. */
async function closingFile(
  desk: Desk,
  filter: DatasetFilter,
  encoder: FormatEncoder,
  name: string,
  signal: AbortSignal,
): Promise<Response> {
  const dataset = openDataset(desk, filter);
  try {
    survey(dataset, encoder);
    const tally = newTally();
    const hashed = encoder.files.map((file) => ({ file, facts: new Facts(file.name) }));
    for (const { file, facts } of hashed) facts.add(file.begin());
    for await (const article of inTurns(dataset.articles(tally), signal)) {
      for (const { file, facts } of hashed) {
        for (const piece of file.article(article)) facts.add(piece);
      }
    }
    for (const { file, facts } of hashed) facts.add(file.end());
    const facts = hashed.map((one) => one.facts.finish());
    const found = [...(encoder.closing?.(facts, tally) ?? [])].find((file) => file.name === name);
    if (found === undefined) throw new Error(`the format has no file ${name}`);
    return streamed(name, mediaTypeOf(name), [found.content]);
  } finally {
    dataset.close();
  }
}

class Facts {
  private readonly hash = createHash('sha256');
  private bytes = 0;

  constructor(private readonly name: string) {}

  add(piece: Piece): void {
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
    this.hash.update(bytes);
    this.bytes += bytes.length;
  }

  finish(): FileFacts {
    return { name: this.name, bytes: this.bytes, sha256: this.hash.digest('hex') };
  }
}

/** What the export would lose now, found without writing it. */
async function lossOf(
  desk: Desk,
  { format, filter }: Order,
  signal: AbortSignal,
): Promise<LossReport> {
  const tally = newTally();
  const losses = new Losses();
  const { lose } = ARTICLE_FORMATS[format];
  const dataset = openDataset(desk, filter);
  try {
    for await (const article of inTurns(dataset.articles(tally), signal)) lose(article, losses);
  } finally {
    dataset.close();
  }
  return lossReport(format, tally, losses);
}

/** Opens the dataset when the first piece is asked for, and closes it however it ends. */
function* piecesOf(
  desk: Desk,
  filter: DatasetFilter,
  make: (dataset: Dataset) => Iterable<Piece>,
): Generator<Piece> {
  const dataset = openDataset(desk, filter);
  try {
    yield* make(dataset);
  } finally {
    dataset.close();
  }
}

function streamed(file: string, type: string, pieces: Iterable<Piece>): Response {
  return new Response(byteStream(pieces), { headers: headersFor(file, type) });
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
