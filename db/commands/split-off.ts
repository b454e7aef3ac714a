import { and, desc, eq, gt } from 'drizzle-orm';
import type { DraftBlock } from '@/corpus/document/block';
import { layOut } from '@/corpus/document/text';
import { detailsOf, sharedMetadata } from '@/corpus/ingest/details';
import type { ArticleMetadata } from '@/corpus/ingest/model';
import { hashOf } from '../ids';
import * as schema from '../schema';
import type { CutBase } from './cut-base';
import { lastArticleOf, placesOf, type CutMark } from './cut-marks';
import type { Ledger } from './ledger';
import { countWords } from './store-revision';

/**
 * The article of the blocks that are split off: one that was joined to this one comes back where
 * it is asked for, or where the blocks are its very text; else a new one is made. Returns its id.
 */
export function makePart(
  ledger: Ledger,
  base: CutBase,
  moved: readonly DraftBlock[],
  newId: string,
  /** The file that it came in, where that is not the article's own. */
  originalId: string | null = null,
): string {
  const { text } = layOut(moved);
  const known = findJoinedAway(ledger, base.articleId, newId, hashOf(text));
  const wordCount = countWords(text);
  if (known !== null) {
    ledger.change('article', known, null, { removed: false, joinedInto: null, wordCount });
    return known;
  }
  const { state } = ledger.read('article', base.articleId);
  const row = state as unknown as ArticleRow;
  const isOwnFile = originalId === null || originalId === row.originalId;
  const place = isOwnFile
    ? placeAfter(ledger, base.articleId, row)
    : { collectionId: row.collectionId, originalId, ordinal: row.ordinal, part: 0 };
  const details = detailsOf(moved, sharedMetadata(state['metadata'] as ArticleMetadata | null));
  const { headline, deck, byline, places, agency, date, metadata } = details;
  ledger.create('article', newId, {
    ...place,
    contentHash: freeHash(ledger, String(state['collectionId']), text, newId),
    headline,
    deck,
    byline,
    places,
    agency,
    date: date?.value ?? null,
    dateBasis: date?.basis ?? null,
    dateReason: date?.reason ?? null,
    wordCount,
    metadata: metadata ?? null,
    createdAt: ledger.act.at,
    joinedInto: null,
    removed: false,
  });
  return newId;
}

type ArticleRow = typeof schema.article.$inferSelect;

function findJoinedAway(
  { desk }: Ledger,
  articleId: string,
  newId: string,
  hash: string,
): string | null {
  const id = desk.sqlite
    .prepare<[string, string, string, string], string>(
      `SELECT r.id FROM article r JOIN revision v ON v.article_id = r.id
       WHERE r.joined_into = ? AND r.removed = 1 AND (r.id = ? OR v.hash = ?) AND v.number =
         (SELECT max(number) FROM revision WHERE article_id = r.id)
       ORDER BY r.id = ? DESC, r.id LIMIT 1`,
    )
    .pluck()
    .get(articleId, newId, hash, newId);
  return id ?? null;
}

/** Right after the article in its original; what was split off it before moves on by one. */
function placeAfter(
  ledger: Ledger,
  articleId: string,
  { collectionId, originalId, ordinal, part }: ArticleRow,
): Pick<ArticleRow, 'collectionId' | 'originalId' | 'ordinal' | 'part'> {
  const { article } = schema;
  const later =
    originalId === null
      ? []
      : ledger.desk.orm
          .select({ id: article.id, part: article.part })
          .from(article)
          .where(
            and(
              eq(article.collectionId, collectionId),
              eq(article.originalId, originalId),
              eq(article.ordinal, ordinal),
              gt(article.part, part),
            ),
          )
          .orderBy(desc(article.part))
          .all();
  for (const other of later) {
    if (other.id !== articleId) ledger.change('article', other.id, null, { part: other.part + 1 });
  }
  return { collectionId, originalId, ordinal, part: part + 1 };
}

/** The text's hash, by which a second import is recognised, unless another article has it. */
function freeHash({ desk }: Ledger, collectionId: string, text: string, id: string): string {
  const { article } = schema;
  const hash = hashOf(text);
  const taken = desk.orm
    .select({ id: article.id })
    .from(article)
    .where(and(eq(article.collectionId, collectionId), eq(article.contentHash, hash)))
    .get();
  return taken === undefined ? hash : hashOf(`${text}\n\n${id}`);
}

/**
 * On which side of a cut a mark stands. One without words goes with the places that it may have
 * had, or back to the article on whose text it last stood.
 */
export function sideOf(
  ledger: Ledger,
  { targetId, spans }: CutMark,
  revisionId: string,
  cut: number,
  partId: string,
): 'before' | 'after' | 'across' {
  const places = spans.length > 0 ? spans : placesOf(ledger, targetId, revisionId);
  if (places.length === 0) return lastArticleOf(ledger, targetId) === partId ? 'after' : 'before';
  if (places.every(({ start }) => start >= cut)) return 'after';
  if (spans.length === 0 || spans.every(({ end }) => end < cut)) return 'before';
  return 'across';
}
