import type { DatasetArticle } from './article';
import { bratFormat } from './brat-out';
import type { FileEncoder, FormatEncoder } from './format-encoder';
import type { ForeignFormat } from './format-names';
import type { Losses } from './loss';
import { doccanoFormat, prodigyFormat } from './span-lines';
import { w3cFormat } from './w3c';

export function foreignEncoder(format: ForeignFormat, losses: Losses): FormatEncoder {
  switch (format) {
    case 'w3c':
      return w3cFormat(losses);
    case 'brat':
    case 'polnear':
      return bratFormat(format, losses);
    case 'doccano':
      return doccanoFormat(losses);
    case 'prodigy':
      return prodigyFormat(losses);
  }
}

/** A whole file of a format, in pieces. */
export function* foreignFile(
  file: FileEncoder,
  articles: Iterable<DatasetArticle>,
): Generator<string> {
  yield file.begin();
  for (const article of articles) yield* file.article(article);
  yield file.end();
}
