import { UNNAMED_FILE } from '@/corpus/ingest/unnamed';
import { and, desc, eq, sql } from 'drizzle-orm';
import { sharedWords } from '@/corpus/anchoring/shared-words';
import { correctionSignal } from '@/corpus/ingest/formats/wire-signals';
import type { IngestedArticle } from '@/corpus/ingest/model';
import type { Desk } from '../client';
import * as schema from '../schema';
import { findJoinedInto } from './live-article';

/** A file of the same name holds the same article when this share of its words is there again. */
const SAME_ARTICLE = 0.5;

/** How many articles of a collection are looked at for one that a correction corrects. */
const LOOKED_AT = 400;

/**
 * The article of a collection that a newly read one is a later version of: with the same sender's
 * id or address; from a file of the same name with much of the same text; or named in a headline
 * that says "CORRECTED" or "UPDATE". Null where there is none.
 */
export function findEarlier(
  desk: Desk,
  collectionId: string,
  fileName: string,
  ordinal: number,
  ingested: IngestedArticle,
  text: string,
): string | null {
  const { metadata = {} } = ingested;
  for (const field of ['externalId', 'url'] as const) {
    const known = metadata[field] && findBy(desk, collectionId, field, metadata[field]);
    if (known) return known;
  }
  const { article, original } = schema;
  const sameFile = desk.orm
    .select({ id: article.id })
    .from(article)
    .innerJoin(original, eq(original.id, article.originalId))
    .where(
      and(
        // The signs keep these indexes aside: a name finds few originals, a collection has many articles.
        sql`+${article.collectionId} = ${collectionId}`,
        sql`+${article.removed} = 0`,
        eq(original.fileName, fileName),
        eq(article.ordinal, ordinal),
        eq(article.part, 0),
      ),
    )
    .orderBy(desc(article.id))
    .get();
  const isNamed = fileName !== UNNAMED_FILE;
  if (isNamed && sameFile !== undefined && isSame(desk, sameFile.id, text)) return sameFile.id;
  return findCorrected(desk, collectionId, ingested, text);
}

/**
 * The article of a collection one of whose revisions is this very text; of a text that was joined
 * to another one's, the article that holds it.
 */
export function findByRevision(desk: Desk, collectionId: string, hash: string): string | null {
  const row = desk.sqlite
    .prepare<[string, string], { id: string; removed: number }>(
      `SELECT r.id, r.removed FROM revision v JOIN article r ON r.id = v.article_id
       WHERE v.hash = ? AND r.collection_id = ? AND (r.removed = 0 OR r.joined_into IS NOT NULL)
       ORDER BY r.removed, r.id LIMIT 1`,
    )
    .get(hash, collectionId);
  if (row === undefined) return null;
  return row.removed === 0 ? row.id : (findJoinedInto(desk, row.id)?.id ?? null);
}

/** The newest revision of a collection's articles, joined ones included, with this very text. */
export function findRevision(desk: Desk, collectionId: string, hash: string): string | null {
  const id = desk.sqlite
    .prepare<[string, string], string | null>(
      `SELECT max(v.id) FROM revision v JOIN article r ON r.id = v.article_id
       WHERE v.hash = ? AND r.collection_id = ?`,
    )
    .pluck()
    .get(hash, collectionId);
  return id ?? null;
}

function findBy(
  desk: Desk,
  collectionId: string,
  field: 'externalId' | 'url',
  value: string,
): string | null {
  const id = desk.sqlite
    .prepare<[string, string], string>(
      `SELECT id FROM article WHERE collection_id = ? AND metadata ->> '$.${field}' = ? AND removed = 0`,
    )
    .pluck()
    .get(collectionId, value);
  return id ?? null;
}

function isSame(desk: Desk, articleId: string, text: string): boolean {
  const newest = desk.sqlite
    .prepare<[string], string>(
      'SELECT text FROM revision WHERE article_id = ? ORDER BY number DESC LIMIT 1',
    )
    .pluck()
    .get(articleId);
  return newest !== undefined && sharedWords(newest, text) >= SAME_ARTICLE;
}

function findCorrected(
  desk: Desk,
  collectionId: string,
  { headline, blocks }: IngestedArticle,
  text: string,
): string | null {
  const first = blocks.find(({ role }) => role === 'paragraph')?.text ?? '';
  const signal = correctionSignal(headline, first);
  if (signal === null) return null;
  const { article } = schema;
  const candidates = desk.orm
    .select({ id: article.id, headline: article.headline })
    .from(article)
    .where(and(eq(article.collectionId, collectionId), eq(article.removed, false)))
    .orderBy(desc(article.id))
    .limit(LOOKED_AT)
    .all();
  const bare = (words: string) =>
    (correctionSignal(words, '')?.bareHeadline ?? words).toLowerCase();
  const found = candidates.find(
    (known) =>
      sharedWords(bare(known.headline), signal.bareHeadline.toLowerCase()) >= SAME_ARTICLE &&
      isSame(desk, known.id, text),
  );
  return found?.id ?? null;
}
