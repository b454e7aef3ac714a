import type { Piece } from '@/corpus/interchange/format';
import type { ArticleFormat } from '@/corpus/interchange/format-names';
import { ZipWriter } from '@/corpus/interchange/zip';
import { zipDataset } from '@/corpus/interchange/zip-dataset';
import type { Dataset } from '@/db/queries/dataset';
import stet from '@/package.json';

/** All files of a format as one zip archive; the dataset is one state of the desk. */
export function* zipOfDataset(dataset: Dataset, format: ArticleFormat): Generator<Piece> {
  const zip = new ZipWriter();
  yield* zipDataset(zip, dataset, { format, generator: `stet ${stet.version}`, folder: '' });
  yield* zip.finish();
}
