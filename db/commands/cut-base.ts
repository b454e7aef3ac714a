import { asc, desc, eq } from 'drizzle-orm';
import type { Block, DraftBlock } from '@/corpus/document/block';
import type { NeighbourArticle } from '@/corpus/ingest/original';
import type { Desk } from '../client';
import * as schema from '../schema';

/** An article's newest text as a cut starts from it. */
export interface CutBase {
  readonly articleId: string;
  readonly headline: string;
  readonly revisionId: string;
  /** The original that the blocks' ranges are told for. */
  readonly originalId: string | null;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly drafts: readonly DraftBlock[];
}

/** Reads the newest text of an article that is there, removed ones included. */
export function readCutBase(desk: Desk, articleId: string): CutBase {
  const { article, revision } = schema;
  const { headline, originalId, newest } = desk.orm
    .select({ headline: article.headline, originalId: article.originalId, newest: revision })
    .from(revision)
    .innerJoin(article, eq(article.id, revision.articleId))
    .where(eq(revision.articleId, articleId))
    .orderBy(desc(revision.number))
    .get()!;
  const blocks = readBlocks(desk, newest);
  return {
    articleId,
    headline,
    revisionId: newest.id,
    originalId: newest.originalId ?? originalId,
    text: newest.text,
    blocks,
    drafts: draftsOf(blocks),
  };
}

/** The blocks of a revision, ready to be stored as another one's. */
export function readDrafts(desk: Desk, revision: TextOf): readonly DraftBlock[] {
  return draftsOf(readBlocks(desk, revision));
}

type TextOf = Pick<typeof schema.revision.$inferSelect, 'id' | 'text'>;

function draftsOf(blocks: readonly Block[]): readonly DraftBlock[] {
  return blocks.map(({ ordinal: _o, start: _s, end: _e, ...draft }) => draft);
}

function readBlocks(desk: Desk, { id, text }: TextOf): readonly Block[] {
  const { block } = schema;
  return desk.orm
    .select()
    .from(block)
    .where(eq(block.revisionId, id))
    .orderBy(asc(block.ordinal))
    .all()
    .map((row) => blockOf(row, text));
}

function blockOf(row: typeof schema.block.$inferSelect, text: string): Block {
  const { ordinal, role, depth, groupNumber, start, end, originalStart, originalEnd } = row;
  const hasRange = originalStart !== null && originalEnd !== null;
  return {
    ordinal,
    role,
    depth,
    start,
    end,
    group: groupNumber,
    text: text.slice(start, end),
    original: hasRange ? { start: originalStart, end: originalEnd } : null,
    ...(row.formatting === null ? {} : { formatting: row.formatting }),
  };
}

/** The article that follows in the same original and collection; null after the last one. */
export function findNextArticle(desk: Desk, articleId: string): NeighbourArticle | null {
  return findNeighbour(desk, articleId, '>', 'ASC');
}

export function findArticleBefore(desk: Desk, articleId: string): NeighbourArticle | null {
  return findNeighbour(desk, articleId, '<', 'DESC');
}

function findNeighbour(
  desk: Desk,
  articleId: string,
  side: '<' | '>',
  order: 'ASC' | 'DESC',
): NeighbourArticle | null {
  const row = desk.sqlite
    .prepare<[string], NeighbourArticle>(
      `SELECT n.id, n.headline, n.version FROM article a
       JOIN article n ON n.original_id IS a.original_id AND n.collection_id = a.collection_id
       WHERE a.id = ? AND n.removed = 0 AND (n.ordinal, n.part) ${side} (a.ordinal, a.part)
       ORDER BY n.ordinal ${order}, n.part ${order} LIMIT 1`,
    )
    .get(articleId);
  return row ?? null;
}
