import { asc, eq } from 'drizzle-orm';
import type { EditableArticle } from '@/corpus/annotation/editable';
import type { DraftBlock } from '@/corpus/document/block';
import type { Desk } from '../client';
import * as schema from '../schema';
import { findReading } from './reading';

/** The blocks of a revision with all that a new revision keeps of them; none: no such revision. */
export function findEditedBlocks(desk: Desk, revisionId: string): readonly DraftBlock[] {
  const { block, revision } = schema;
  const rows = desk.orm
    .select({ block, text: revision.text })
    .from(block)
    .innerJoin(revision, eq(revision.id, block.revisionId))
    .where(eq(block.revisionId, revisionId))
    .orderBy(asc(block.ordinal))
    .all();
  return rows.map(({ block: row, text }) => ({
    role: row.role,
    text: text.slice(row.start, row.end),
    depth: row.depth,
    group: row.groupNumber,
    original:
      row.originalStart === null || row.originalEnd === null
        ? null
        : { start: row.originalStart, end: row.originalEnd },
    ...(row.formatting === null ? {} : { formatting: row.formatting }),
  }));
}

/** What the page for editing an article's newest text needs; null: no such article. */
export function findEditable(desk: Desk, articleId: string): EditableArticle | null {
  const reading = findReading(desk, articleId);
  if (reading === null) return null;
  const { article, revision, annotations } = reading;
  return {
    articleId,
    headline: article.headline,
    revision,
    blocks: findEditedBlocks(desk, revision.id),
    marks: annotations
      .filter(({ spans }) => spans.length > 0)
      .map(({ id, kind, spans, check }) => ({ id, kind, spans, status: check?.status ?? null })),
  };
}
