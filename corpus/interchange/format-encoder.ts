import type { DatasetArticle } from './article';

/** How one file is written: `begin`, then the articles as they come, then `end`. */
export interface FileEncoder {
  readonly name: string;
  readonly mediaType: string;
  begin(): string;
  article(article: DatasetArticle): Iterable<string>;
  end(): string;
}

/** How a format is written; made anew for each export, since it counts what it cannot carry. */
export interface FormatEncoder {
  /** Files that hold something of every article. */
  readonly files: readonly FileEncoder[];
  /** Files that one article has for itself. */
  filesOf(article: DatasetArticle): Iterable<{ readonly name: string; readonly content: string }>;
}
