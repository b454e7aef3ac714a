import { createHash } from 'node:crypto';
import { NOTHING_SAID, type About } from '../../datasheet/model';
import type { DatasetArticle } from '../article';
import { fileOf, type Piece } from '../format';
import type { ArticleFormat } from '../format-names';
import { ARTICLE_FORMATS } from '../formats';
import { Losses, newTally } from '../loss';

/** The files of a format for these articles, by name, and what was lost, by what it is. */
export function written(format: ArticleFormat, articles: readonly DatasetArticle[]) {
  const files = writtenBytes(format, articles);
  const texts = Object.entries(files).map(([name, bytes]) => [name, bytes.toString('utf8')]);
  const losses = new Losses();
  for (const article of articles) ARTICLE_FORMATS[format].lose(article, losses);
  const lost = losses.list().map(({ what, count, ids }) => [what, { count, ids }]);
  return {
    files: Object.fromEntries(texts) as Record<string, string>,
    lost: Object.fromEntries(lost) as Record<string, { count: number; ids?: readonly string[] }>,
  };
}

export function writtenBytes(
  format: ArticleFormat,
  articles: readonly DatasetArticle[],
  about: About = NOTHING_SAID,
): Readonly<Record<string, Buffer>> {
  const encoder = ARTICLE_FORMATS[format].encoder(about);
  for (const { id, text } of articles) encoder.survey?.(id, text);
  const shared = encoder.files.map((file) => [file.name, joined(fileOf(file, articles))] as const);
  const own = articles.flatMap((article) =>
    [...encoder.filesOf(article)].map(({ name, content }) => [name, Buffer.from(content)] as const),
  );
  const all = [...shared, ...own];
  const facts = all.map(([name, bytes]) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { name, bytes: bytes.length, sha256 };
  });
  const annotations = articles.flatMap((article) => article.annotations);
  const tally = { ...newTally(), articles: articles.length, annotations: annotations.length };
  const closing = [...(encoder.closing?.(facts, tally) ?? [])].map(
    ({ name, content }) => [name, Buffer.from(content)] as const,
  );
  return Object.fromEntries([...all, ...closing]);
}

function joined(pieces: Iterable<Piece>): Buffer {
  const bytes = [...pieces].map((piece) =>
    typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece,
  );
  return Buffer.concat(bytes);
}
