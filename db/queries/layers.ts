import { layeredArticle } from '@/corpus/agreement/dataset-layers';
import type { RoleBlock } from '@/corpus/agreement/drawn-blocks';
import type { LayeredArticle } from '@/corpus/agreement/layers';
import { offsetTable } from '@/corpus/document/positions';
import type { Span } from '@/corpus/spans/span';
import type { Desk } from '../client';
import { iterateDataset } from './dataset';

/** A layer of a collection, with how much stands in it. */
export interface LayerLine {
  readonly layer: string;
  readonly articles: number;
  readonly annotations: number;
}

/** The layers of a collection by name; suggestions and removed annotations count for nothing. */
export function listLayers(desk: Desk, collectionId: string): readonly LayerLine[] {
  return desk.sqlite
    .prepare<[string], LayerLine>(
      `SELECT layer, count(DISTINCT n.article_id) AS articles, count(*) AS annotations
       FROM annotation n JOIN article a ON a.id = n.article_id AND a.removed = 0
       WHERE n.collection_id = ? AND n.removed = 0 AND n.origin <> 'suggestion'
       GROUP BY layer ORDER BY layer`,
    )
    .all(collectionId);
}

/**
 * The articles of a collection by layers, one at a time: those layers that are named, or where none
 * is all but the adjudicated one. Articles without any of them are left out.
 */
export function* iterateLayered(
  desk: Desk,
  collectionId: string,
  layers: readonly string[] = [],
): Generator<LayeredArticle> {
  for (const article of iterateDataset(desk, { collectionId }, undefined, 'id')) {
    const layered = layeredArticle(article, layers);
    if (layered.layers.size > 0) yield layered;
  }
}

/** One article of a collection by layers, as a page draws it; null where it is not in the collection. */
export interface LayeredPage {
  readonly headline: string;
  readonly layered: LayeredArticle;
  readonly blocks: readonly RoleBlock[];
}

export function findLayered(
  desk: Desk,
  collectionId: string,
  articleId: string,
): LayeredPage | null {
  const chosen = { collectionId, articleIds: [articleId] };
  const [article] = iterateDataset(desk, chosen, undefined, 'id');
  if (article === undefined) return null;
  const offsets = offsetTable(article.text);
  const blocks = article.blocks.map(({ role, start, end }) => ({
    role,
    start: offsets.toUtf16(start),
    end: offsets.toUtf16(end),
  }));
  return { headline: article.headline, layered: layeredArticle(article), blocks };
}

/** The headlines of articles, by id. */
export function headlinesOf(
  desk: Desk,
  articleIds: readonly string[],
): ReadonlyMap<string, string> {
  const rows = desk.sqlite
    .prepare<[string], [string, string]>(
      'SELECT id, headline FROM article WHERE id IN (SELECT value FROM json_each(?))',
    )
    .raw()
    .all(JSON.stringify(articleIds));
  return new Map(rows);
}

/** The words at some places of articles' newest texts, each cut to `most` UTF-16 units. */
export function wordsAt(
  desk: Desk,
  places: readonly (Span & { readonly articleId: string })[],
  most: number,
): readonly string[] {
  const read = desk.sqlite
    .prepare<[string], string>(
      'SELECT text FROM revision WHERE article_id = ? ORDER BY number DESC LIMIT 1',
    )
    .pluck();
  const texts = new Map<string, string>();
  return places.map(({ articleId, start, end }) => {
    const text = texts.get(articleId) ?? read.get(articleId) ?? '';
    texts.set(articleId, text);
    return shortened(text.slice(start, end), most);
  });
}

function shortened(words: string, most: number): string {
  if (words.length <= most) return words;
  const cut = words.slice(0, most);
  return `${cut.slice(0, Math.max(1, cut.lastIndexOf(' ')))}…`;
}
