import type { DatasetArticle } from '@/corpus/interchange/article';
import { BUNDLE_DESCRIPTION, BUNDLE_FILE } from '@/corpus/interchange/bundle';
import type { DatasetFilter } from '@/corpus/interchange/filter';
import type { FileFacts, FormatEncoder } from '@/corpus/interchange/format';
import type { Format } from '@/corpus/interchange/format-names';
import { ARTICLE_FORMATS } from '@/corpus/interchange/formats';
import { bundleLoss, Losses, lossReport, newTally, type Tally } from '@/corpus/interchange/loss';
import { datasetManifest, type Manifest } from '@/corpus/interchange/manifest';
import { bundlePieces, citationsOf } from '@/db/bundle/export';
import type { Desk } from '@/db/client';
import { openDatasetAhead } from '@/db/queries/dataset-ahead';
import { HashedFile, writeJson, writeWhole } from './dataset-files';

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
  const { format, generator, chosen } = order;
  if (format === 'bundle') return writeBundle(desk, folder, order);
  const { unit, lose, encoder: makeEncoder } = ARTICLE_FORMATS[format];
  const tally = newTally();
  const losses = new Losses();
  const dataset = await openDatasetAhead(desk, order.filter);
  try {
    const encoder = makeEncoder(dataset.about());
    if (encoder.survey) {
      for await (const [id, text] of inTurns(dataset.texts(), tally, order))
        encoder.survey(id, text);
    }
    const articles = noting(dataset.articles(tally), (article) => lose(article, losses));
    const written = await writeFiles(folder, inTurns(articles, tally, order), encoder);
    const closing = [...(encoder.closing?.(written, tally) ?? [])];
    const files = [...written, ...closing.map((file) => writeWhole(folder, file))];
    const loss = writeJson(folder, 'loss.json', lossReport(format, tally, losses));
    const made = { format, unit, generator, chosen, tally, files: [...files, loss] };
    const manifest = datasetManifest(made);
    writeJson(folder, 'manifest.json', manifest);
    return manifest;
  } finally {
    dataset.close();
  }
}

/** A bundle, with what it holds and what it leaves beside it. */
async function writeBundle(desk: Desk, folder: string, order: DatasetOrder): Promise<Manifest> {
  const { filter, generator, chosen } = order;
  const file = new HashedFile(folder, BUNDLE_FILE);
  const tally = newTally();
  const pieces = bundlePieces(desk, filter, generator);
  const manifest = await drain(pieces, (piece) => file.write(piece), order.signal);
  const { counts, withheld, leftOut } = manifest;
  tally.articles = counts['article.jsonl'] ?? 0;
  tally.annotations = counts['annotation.jsonl'] ?? 0;
  tally.spans = counts['span.jsonl'] ?? 0;
  tally.evidence = counts['citation.jsonl'] ?? 0;
  tally.withheld = citationsOf(withheld);
  const loss = writeJson(folder, 'loss.json', bundleLoss(tally.withheld, leftOut));
  const { unit } = BUNDLE_DESCRIPTION;
  const files = [file.finish(), loss];
  const made = datasetManifest({ format: 'bundle', unit, generator, chosen, tally, files });
  writeJson(folder, 'manifest.json', made);
  return made;
}

/** Takes all that a generator yields, in turns, and returns what it returns. */
async function drain<T, R>(
  items: Generator<T, R>,
  take: (item: T) => void,
  signal: AbortSignal | undefined,
): Promise<R> {
  let turn = Date.now();
  try {
    for (;;) {
      const next = items.next();
      if (next.done === true) return next.value;
      take(next.value);
      if (Date.now() - turn < TURN) continue;
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
      turn = Date.now();
    }
  } finally {
    items.return(undefined as R);
  }
}

async function* noting<T>(
  items: Iterable<T> | AsyncIterable<T>,
  note: (item: T) => void,
): AsyncGenerator<T> {
  for await (const item of items) {
    note(item);
    yield item;
  }
}

/** Files of all articles grow together; files of one article are written as it comes. */
async function writeFiles(
  folder: string,
  articles: AsyncIterable<DatasetArticle>,
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
    for (const file of encoder.filesOf(article)) own.push(writeWhole(folder, file));
  }
  for (const { encoded, file } of shared) file.write(encoded.end());
  return [...shared.map(({ file }) => file.finish()), ...own];
}

async function* inTurns<T>(
  items: Iterable<T> | AsyncIterable<T>,
  tally: Tally,
  { signal, onProgress }: DatasetOrder,
): AsyncGenerator<T> {
  let turn = Date.now();
  for await (const item of items) {
    yield item;
    if (Date.now() - turn < TURN) continue;
    await new Promise((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
    onProgress?.(tally);
    turn = Date.now();
  }
}
