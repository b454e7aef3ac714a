import type { About } from '../datasheet/model';
import type { DatasetArticle } from './article';
import { fileOf, type FileFacts, type FormatEncoder, type Piece } from './format';
import type { ArticleFormat } from './format-names';
import { ARTICLE_FORMATS } from './formats';
import { Losses, lossReport, newTally, type Tally } from './loss';
import { datasetManifest } from './manifest';
import type { ZipWriter } from './zip';

/** Articles that can be read several times, each time in the order of their ids. */
export interface ArticleSource {
  articles(tally?: Tally): Iterable<DatasetArticle>;
  texts(): Iterable<readonly [id: string, text: string]>;
  about(): About;
}

interface ZipOrder {
  readonly format: ArticleFormat;
  readonly generator: string;
  /** A folder of the archive, ending in a stroke; empty for its root. */
  readonly folder: string;
}

/**
 * All files of a format, what it lost and the manifest last, as members of an archive; returns the
 * facts of all, by their names in the archive. An archive holds one file after the other, so the
 * source is read once for each file of all articles and once for the articles' own: memory holds
 * one article.
 */
export function* zipDataset(
  zip: ZipWriter,
  source: ArticleSource,
  { format, generator, folder }: ZipOrder,
): Generator<Piece, readonly FileFacts[]> {
  const { unit, own, lose, encoder: makeEncoder } = ARTICLE_FORMATS[format];
  const encoder = makeEncoder(source.about());
  survey(source, encoder);
  const files: FileFacts[] = [];
  function* add(name: string, pieces: Iterable<Piece>): Generator<Piece> {
    files.push({ ...(yield* zip.file(folder + name, pieces)), name });
  }
  for (const file of encoder.files) yield* add(file.name, fileOf(file, source.articles()));
  const tally = newTally();
  const losses = new Losses();
  for (const article of source.articles(tally)) {
    lose(article, losses);
    if (own.length === 0) continue;
    for (const { name, content } of encoder.filesOf(article)) yield* add(name, [content]);
  }
  for (const { name, content } of encoder.closing?.(files, tally) ?? []) {
    yield* add(name, [content]);
  }
  yield* add('loss.json', [asJson(lossReport(format, tally, losses))]);
  const told = [...files];
  const manifest = datasetManifest({ format, unit, generator, chosen: {}, tally, files: told });
  yield* add('manifest.json', [asJson(manifest)]);
  return files.map((file) => ({ ...file, name: folder + file.name }));
}

/** Shows the encoder every text, where it wants to see them first. */
export function survey(source: ArticleSource, encoder: FormatEncoder): void {
  if (encoder.survey) for (const [id, text] of source.texts()) encoder.survey(id, text);
}

/** A file of JSON, indented, with a line break at its end. */
export function asJson(content: unknown): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}
