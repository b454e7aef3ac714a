import type { About } from '../datasheet/model';
import type { DatasetArticle } from './article';
import type { FormatDescription } from './format-names';
import type { Losses, Tally } from './loss';

/** A piece of a file: text in UTF-8, or bytes. */
export type Piece = string | Uint8Array;

/** How one file is written: `begin`, then the articles as they come, then `end`. */
export interface FileEncoder {
  readonly name: string;
  readonly mediaType: string;
  begin(): Piece;
  article(article: DatasetArticle): Iterable<Piece>;
  end(): Piece;
}

/** What is known of a file once it is written. */
export interface FileFacts {
  readonly name: string;
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** A file that is written whole. */
export interface WholeFile {
  readonly name: string;
  readonly content: string;
}

/** How a format is written; made anew for each export. */
export interface FormatEncoder {
  /** Looks at each text, in the order of the articles, before the first one is written. */
  survey?(id: string, text: string): void;
  /** Files that hold something of every article. */
  readonly files: readonly FileEncoder[];
  /** Files that one article has for itself. */
  filesOf(article: DatasetArticle): Iterable<WholeFile>;
  /** Files that tell of the others, when those are written. */
  closing?(facts: readonly FileFacts[], tally: Tally): Iterable<WholeFile>;
}

/** All that Stet knows of a format, declared once. */
export interface FormatDeclaration extends FormatDescription {
  /** Notes what the format cannot carry of an article, without writing it. */
  lose(article: DatasetArticle, losses: Losses): void;
  encoder(about: About): FormatEncoder;
}

/** An encoder of one file and nothing else. */
export function oneFile(
  name: string,
  mediaType: string,
  article: FileEncoder['article'],
): FormatEncoder {
  return {
    filesOf: () => [],
    files: [{ name, mediaType, begin: () => '', article, end: () => '' }],
  };
}

/** A file that is one JSON array, an item a line; an article may have any number of them. */
export function arrayFile(
  name: string,
  mediaType: string,
  itemsOf: (article: DatasetArticle) => Iterable<object>,
): FileEncoder {
  let first = true;
  return {
    name,
    mediaType,
    begin: () => '[',
    *article(article) {
      for (const item of itemsOf(article)) {
        yield `${first ? '' : ','}\n${JSON.stringify(item)}`;
        first = false;
      }
    },
    end: () => '\n]\n',
  };
}

/** A whole file of a format, in pieces. */
export function* fileOf(file: FileEncoder, articles: Iterable<DatasetArticle>): Generator<Piece> {
  yield file.begin();
  for (const article of articles) yield* file.article(article);
  yield file.end();
}

/** The media type of a file that is written whole, by the end of its name. */
export function mediaTypeOf(name: string): string {
  if (name.endsWith('.json')) return 'application/json; charset=utf-8';
  if (name.endsWith('.md')) return 'text/markdown; charset=utf-8';
  return /\.(xml|xmi)$/.test(name) ? 'application/xml' : 'text/plain; charset=utf-8';
}
