import {
  fileOf,
  type FileFacts,
  type FormatEncoder,
  type Piece,
} from '@/corpus/interchange/format';
import type { ArticleFormat } from '@/corpus/interchange/format-names';
import { ARTICLE_FORMATS } from '@/corpus/interchange/formats';
import { Losses, lossReport, newTally } from '@/corpus/interchange/loss';
import { datasetManifest } from '@/corpus/interchange/manifest';
import { ZipWriter } from '@/corpus/interchange/zip';
import type { Dataset } from '@/db/queries/dataset';
import stet from '@/package.json';

/**
 * All files of a format as one zip archive, what it lost and the manifest last. An archive holds
 * one file after the other, so the dataset, which is one state of the desk, is read once for each
 * file of all articles and once for the articles' own: memory holds one article.
 */
export function* zipOfDataset(dataset: Dataset, format: ArticleFormat): Generator<Piece> {
  const { unit, own, lose, encoder: makeEncoder } = ARTICLE_FORMATS[format];
  const encoder = makeEncoder();
  survey(dataset, encoder);
  const zip = new ZipWriter();
  const files: FileFacts[] = [];
  for (const file of encoder.files) {
    files.push(yield* zip.file(file.name, fileOf(file, dataset.articles())));
  }
  const tally = newTally();
  const losses = new Losses();
  for (const article of dataset.articles(tally)) {
    lose(article, losses);
    if (own.length === 0) continue;
    for (const { name, content } of encoder.filesOf(article)) {
      files.push(yield* zip.file(name, [content]));
    }
  }
  for (const { name, content } of encoder.closing?.(files, tally) ?? []) {
    files.push(yield* zip.file(name, [content]));
  }
  files.push(yield* zip.file('loss.json', [asJson(lossReport(format, tally, losses))]));
  const generator = `stet ${stet.version}`;
  const manifest = datasetManifest({ format, unit, generator, chosen: {}, tally, files });
  yield* zip.file('manifest.json', [asJson(manifest)]);
  yield* zip.finish();
}

/** Shows the encoder every text, where it wants to see them first. */
export function survey(dataset: Dataset, encoder: FormatEncoder): void {
  if (encoder.survey) for (const [id, text] of dataset.texts()) encoder.survey(id, text);
}

function asJson(content: unknown): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}
