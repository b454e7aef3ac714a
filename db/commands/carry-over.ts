import { and, eq } from 'drizzle-orm';
import { carrySpan } from '@/corpus/anchoring/carry';
import { anchorSpan } from '@/corpus/spans/span';
import * as schema from '../schema';
import type { Ledger } from './ledger';
import { projectCheck } from './project-check';

/**
 * Carries the marks of an article from one revision to the next. A target keeps its place only
 * where all its content is found for sure; otherwise its check is cut, with the reason, and its
 * words stay on the older revision.
 */
export function carryOver(ledger: Ledger, articleId: string, from: string, to: string): void {
  const { desk } = ledger;
  const { annotation, anchoring, check, span } = schema;
  const text = desk.sqlite
    .prepare<[string], string>('SELECT text FROM revision WHERE id = ?')
    .pluck()
    .get(to)!;
  const marked = desk.orm
    .select({ annotationId: annotation.id, targetId: annotation.targetId, checkId: check.id })
    .from(annotation)
    .leftJoin(check, eq(check.annotationId, annotation.id))
    .where(eq(annotation.articleId, articleId))
    .all();
  for (const { annotationId, targetId, checkId } of marked) {
    const stored = desk.orm
      .select()
      .from(span)
      .where(and(eq(span.targetId, targetId), eq(span.revisionId, from)))
      .all();
    if (stored.length === 0) continue;
    const carried = stored.map((row) => ({ row, ...carrySpan(row, text) }));
    const content = carried.filter(({ row }) => row.part === 'content');
    const worst =
      content.find((piece) => piece.span === null) ?? content.find((p) => p.outcome === 'moved');
    const outcome = worst?.outcome ?? 'unchanged';
    desk.orm.insert(anchoring).values({ targetId, revisionId: to, outcome }).run();
    if (outcome === 'lost' || outcome === 'ambiguous') {
      const reason =
        outcome === 'lost'
          ? 'The words were changed or deleted.'
          : 'The words now stand in several places.';
      if (checkId !== null) ledger.change('check', checkId, null, { status: 'cut', reason });
      continue;
    }
    for (const { row, span: place } of carried) {
      if (place === null) continue;
      const { part, ordinal, piece } = row;
      const anchored = anchorSpan(text, place);
      desk.orm
        .insert(span)
        .values({ targetId, revisionId: to, part, ordinal, piece, ...anchored })
        .run();
    }
    projectCheck(desk, annotationId);
  }
}
