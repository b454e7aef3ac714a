import { and, eq, isNull } from 'drizzle-orm';
import { anchorSpan, type Span } from '@/corpus/spans/span';
import * as schema from '../schema';
import { moveAdjudications } from './adjudicate';
import { changeCheck } from './carry-over';
import type { Ledger } from './ledger';
import { projectCheck } from './project-check';

type SpanRow = typeof schema.span.$inferSelect;

/** A mark, nothing-to-check mark or discussion of an article, with its spans on one revision: none where they are gone. */
export interface CutMark {
  /** Null for a discussion that came with the file, and for a nothing-to-check mark. */
  readonly annotationId: string | null;
  /** Of such a discussion. */
  readonly threadId: string | null;
  /** Of a nothing-to-check mark. */
  readonly nothingId: string | null;
  readonly targetId: string;
  /** A person's mark that stands: one that a cut must not run through. */
  readonly isStanding: boolean;
  readonly check: typeof schema.check.$inferSelect | null;
  readonly spans: readonly SpanRow[];
}

/** A revision whose text is part of another one's, or holds it. */
export interface CutText {
  readonly id: string;
  readonly articleId: string;
  readonly text: string;
  readonly hash: string;
}

/** All marks and discussions of an article, removed ones too, as they stand on one revision. */
export function listCutMarks({ desk }: Ledger, articleId: string, revisionId: string): CutMark[] {
  const { annotation, check, nothingToCheck, span, target, thread } = schema;
  const spans = new Map<string, SpanRow[]>();
  for (const row of desk.orm.select().from(span).where(eq(span.revisionId, revisionId)).all()) {
    const known = spans.get(row.targetId);
    if (known === undefined) spans.set(row.targetId, [row]);
    else known.push(row);
  }
  return desk.orm
    .select({
      targetId: target.id,
      annotation,
      check,
      threadId: thread.id,
      nothingId: nothingToCheck.id,
    })
    .from(target)
    .leftJoin(annotation, eq(annotation.targetId, target.id))
    .leftJoin(check, eq(check.annotationId, annotation.id))
    .leftJoin(nothingToCheck, eq(nothingToCheck.targetId, target.id))
    .leftJoin(thread, and(eq(thread.targetId, target.id), isNull(annotation.id)))
    .where(eq(target.articleId, articleId))
    .orderBy(annotation.id, target.id)
    .all()
    .map(({ targetId, annotation: mark, check: work, threadId, nothingId }) => ({
      annotationId: mark?.id ?? null,
      threadId,
      nothingId,
      targetId,
      isStanding: mark !== null && !mark.removed && mark.origin !== 'suggestion',
      check: work,
      spans: spans.get(targetId) ?? [],
    }));
}

/**
 * Writes the place of a mark on a text that its own text is part of, or that is part of its own:
 * `by` is added to each offset. A mark without spans on `from` gets the places that it had where
 * this article had the very same text before; else it stays as it was.
 */
export function shiftMark(
  ledger: Ledger,
  mark: CutMark,
  from: string,
  to: CutText,
  by: number,
): void {
  const { targetId } = mark;
  if (mark.spans.length > 0) {
    writePlace(ledger, targetId, to, 'unchanged', null);
    writeSpans(ledger, mark.spans, to, by);
  } else {
    const before = findSameText(ledger, targetId, to);
    if (before === null) keepPlace(ledger, targetId, from, to, by);
    else bringBack(ledger, mark, before, to);
  }
  if (mark.annotationId !== null) projectCheck(ledger.desk, mark.annotationId);
}

/** A mark that a cut runs through: its words stand on neither side. */
export function loseMark(ledger: Ledger, { targetId, check }: CutMark, to: CutText): void {
  writePlace(ledger, targetId, to, 'lost', null);
  if (check !== null) changeCheck(ledger, check, 'lost', '', '');
}

/** Gives a mark to another article, and with it its check; or a discussion. */
export function moveMark(
  ledger: Ledger,
  { annotationId, threadId, nothingId, check }: CutMark,
  articleId: string,
): void {
  if (annotationId !== null) {
    moveAdjudications(ledger, annotationId, articleId);
    ledger.change('annotation', annotationId, null, { articleId });
  }
  if (threadId !== null) ledger.change('thread', threadId, null, { articleId });
  if (nothingId !== null) ledger.change('nothingToCheck', nothingId, null, { articleId });
  if (check !== null) ledger.change('check', check.id, null, { articleId });
}

type Place = typeof schema.anchoring.$inferSelect;

function writePlace(
  { desk }: Ledger,
  targetId: string,
  { id }: CutText,
  outcome: Place['outcome'],
  places: readonly Span[] | null,
): void {
  desk.orm
    .insert(schema.anchoring)
    .values({ targetId, revisionId: id, outcome, ...(places === null ? {} : { places }) })
    .run();
}

function writeSpans(
  { desk }: Ledger,
  spans: readonly SpanRow[],
  { id, text }: CutText,
  by: number,
): void {
  for (const { targetId, part, ordinal, piece, start, end } of spans) {
    const anchored = anchorSpan(text, { start: start + by, end: end + by });
    desk.orm
      .insert(schema.span)
      .values({ targetId, revisionId: id, part, ordinal, piece, ...anchored })
      .run();
  }
}

/** Where a target stood, or not, on an earlier revision of the article with the very same text. */
function findSameText(
  { desk }: Ledger,
  targetId: string,
  { id, articleId, hash }: CutText,
): Place | null {
  const revisionId = desk.sqlite
    .prepare<[string, string, string, string], string | null>(
      `SELECT max(v.id) FROM revision v JOIN anchoring n ON n.revision_id = v.id
       WHERE v.article_id = ? AND v.hash = ? AND v.id <> ? AND n.target_id = ?`,
    )
    .pluck()
    .get(articleId, hash, id, targetId);
  return revisionId ? findPlace(desk, targetId, revisionId) : null;
}

function findPlace(desk: Ledger['desk'], targetId: string, revisionId: string): Place | null {
  const { anchoring } = schema;
  const found = desk.orm
    .select()
    .from(anchoring)
    .where(and(eq(anchoring.targetId, targetId), eq(anchoring.revisionId, revisionId)))
    .get();
  return found ?? null;
}

function bringBack(ledger: Ledger, { targetId, check }: CutMark, before: Place, to: CutText): void {
  const { span } = schema;
  writePlace(ledger, targetId, to, before.outcome, before.places);
  const spans = ledger.desk.orm
    .select()
    .from(span)
    .where(and(eq(span.targetId, targetId), eq(span.revisionId, before.revisionId)))
    .all();
  writeSpans(ledger, spans, to, 0);
  if (check !== null && spans.length > 0) changeCheck(ledger, check, 'unchanged', '', '');
}

function keepPlace(ledger: Ledger, targetId: string, from: string, to: CutText, by: number): void {
  const before = findPlace(ledger.desk, targetId, from);
  const places = before?.places
    ?.map(({ start, end }) => ({ start: start + by, end: end + by }))
    .filter(({ start, end }) => start >= 0 && end <= to.text.length);
  writePlace(ledger, targetId, to, before?.outcome ?? 'lost', places ?? null);
}

/** Where ambiguous words of a mark without spans may stand. */
export function placesOf({ desk }: Ledger, targetId: string, revisionId: string): readonly Span[] {
  return findPlace(desk, targetId, revisionId)?.places ?? [];
}

/** The article on whose text a mark last stood. */
export function lastArticleOf({ desk }: Ledger, targetId: string): string | null {
  const id = desk.sqlite
    .prepare<[string], string>(
      `SELECT article_id FROM revision
       WHERE id = (SELECT max(revision_id) FROM span WHERE target_id = ?)`,
    )
    .pluck()
    .get(targetId);
  return id ?? null;
}
