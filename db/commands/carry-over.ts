import { and, eq } from 'drizzle-orm';
import { carrySpan } from '@/corpus/anchoring/carry';
import { anchorSpan } from '@/corpus/spans/span';
import type { Status } from '@/corpus/verification/model';
import * as schema from '../schema';
import type { Ledger } from './ledger';
import { projectCheck } from './project-check';

/**
 * Carries the marks of an article to a new revision, each from the newest one on which it stands.
 * A target keeps its place only where all its content is found for sure; otherwise its check is
 * cut, with the reason, and its words stay on the older revision. A cut check whose words are
 * back goes on where it was.
 */
export function carryOver(ledger: Ledger, articleId: string, to: string): void {
  const { desk } = ledger;
  const { annotation, anchoring, check, span } = schema;
  const text = desk.sqlite
    .prepare<[string], string>('SELECT text FROM revision WHERE id = ?')
    .pluck()
    .get(to)!;
  const marked = desk.orm
    .select({
      annotationId: annotation.id,
      targetId: annotation.targetId,
      checkId: check.id,
      status: check.status,
    })
    .from(annotation)
    .leftJoin(check, eq(check.annotationId, annotation.id))
    .where(eq(annotation.articleId, articleId))
    .all();
  for (const { annotationId, targetId, checkId, status } of marked) {
    const carried = readNewestSpans(ledger, targetId).map((row) => ({
      row,
      ...carrySpan(row, text),
    }));
    if (carried.length === 0) continue;
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
    if (checkId !== null && status === 'cut') {
      ledger.change('check', checkId, null, statusBeforeCut(ledger, checkId));
    }
    projectCheck(desk, annotationId);
  }
}

function readNewestSpans(
  { desk }: Ledger,
  targetId: string,
): readonly (typeof schema.span.$inferSelect)[] {
  const { span } = schema;
  const newest = desk.sqlite
    .prepare<[string], string>(
      `SELECT s.revision_id FROM span s JOIN revision r ON r.id = s.revision_id
       WHERE s.target_id = ? ORDER BY r.number DESC LIMIT 1`,
    )
    .pluck()
    .get(targetId);
  if (newest === undefined) return [];
  return desk.orm
    .select()
    .from(span)
    .where(and(eq(span.targetId, targetId), eq(span.revisionId, newest)))
    .all();
}

function statusBeforeCut(
  { desk }: Ledger,
  checkId: string,
): { status: Status; reason: string | null } {
  const row = desk.sqlite
    .prepare<[string], { status: Status; reason: string | null }>(
      `SELECT changes ->> '$.status[0]' AS status, changes ->> '$.reason[0]' AS reason FROM event
       WHERE entity = 'check' AND entity_id = ? AND changes ->> '$.status[1]' = 'cut'
       ORDER BY seq DESC LIMIT 1`,
    )
    .get(checkId);
  return row ?? { status: 'unchecked', reason: null };
}
