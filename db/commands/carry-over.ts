import { and, eq } from 'drizzle-orm';
import { carrier, type Carried } from '@/corpus/anchoring/carry';
import { carryTarget } from '@/corpus/anchoring/carry-target';
import { anchorSpan, snapToGraphemes, type Span } from '@/corpus/spans/span';
import type { Status } from '@/corpus/verification/model';
import * as schema from '../schema';
import type { Ledger } from './ledger';
import { DONE_STATUSES } from './new-words';
import { notifyWorkers } from './notify';
import { projectCheck } from './project-check';

/**
 * Carries the marks and discussions of an article to a new revision, each from the newest one on
 * which it stands. Marks that are whole keep their check and its signature. A check whose words changed is
 * reopened with the difference; one whose words are gone or stand in several places is cut, with
 * the reason, and its words stay on the older revision. A cut check whose words are back goes on
 * where it was.
 */
export function carryOver(ledger: Ledger, articleId: string, to: string): void {
  const { desk } = ledger;
  const { annotation, check, target } = schema;
  const carry = targetCarrier(ledger, to);
  const targets = desk.orm
    .select({ annotationId: annotation.id, targetId: target.id, check })
    .from(target)
    .leftJoin(annotation, eq(annotation.targetId, target.id))
    .leftJoin(check, eq(check.annotationId, annotation.id))
    .where(eq(target.articleId, articleId))
    .all();
  for (const { annotationId, targetId, check: work } of targets) {
    const carried = carry(targetId);
    if (carried === null) continue;
    const { outcome, before, after } = carried;
    if (work !== null) changeCheck(ledger, work, outcome, before, after);
    if (annotationId !== null) projectCheck(desk, annotationId);
  }
}

interface CarriedWords {
  readonly outcome: Carried['outcome'];
  /** The words of the content on the older revision, and on the new one. */
  readonly before: string;
  readonly after: string;
}

/**
 * Carries targets to a revision, each from the newest one on which it stands, and writes its
 * places and the outcome; null for one that stands on none.
 */
export function targetCarrier(
  ledger: Ledger,
  to: string,
): (targetId: string) => CarriedWords | null {
  const { desk } = ledger;
  const { anchoring, span } = schema;
  const after = readText(ledger, to);
  const { text } = after;
  const carriers = new Map<string, (span: Span) => Carried>();
  return (targetId) => {
    const old = readNewestSpans(ledger, targetId);
    const from = old[0]?.revisionId;
    if (from === undefined) return null;
    const carry = carriers.get(from) ?? carrier(readText(ledger, from), after);
    carriers.set(from, carry);
    const { outcome, spans, places } = carryTarget(old, carry, text);
    const kept = outcome === 'ambiguous' ? { places } : {};
    desk.orm
      .insert(anchoring)
      .values({ targetId, revisionId: to, outcome, ...kept })
      .run();
    for (const { part, ordinal, piece, ...place } of spans) {
      const whole = snapToGraphemes(text, place) ?? place;
      const anchored = anchorSpan(text, whole);
      desk.orm
        .insert(span)
        .values({ targetId, revisionId: to, part, ordinal, piece, ...anchored })
        .run();
    }
    return { outcome, before: wordsOf(old), after: wordsIn(text, spans) };
  };
}

/** Does to the check of a mark what became of its words asks for. */
export function changeCheck(
  ledger: Ledger,
  { id, status }: typeof schema.check.$inferSelect,
  outcome: Carried['outcome'],
  before: string,
  after: string,
): void {
  if (outcome === 'lost' || outcome === 'ambiguous') {
    const reason =
      outcome === 'lost' ? 'The words were deleted.' : 'The words now stand in several places.';
    ledger.change('check', id, null, { status: 'cut', reason });
    return;
  }
  const now = status === 'cut' ? statusBeforeCut(ledger, id) : { status, reason: null };
  if (outcome === 'changed' && DONE_STATUSES.includes(now.status)) {
    const reason = `The words changed: “${shorten(before)}” is now “${shorten(after)}”.`;
    notifyWorkers(ledger, 'reopened', id);
    const unsigned = { signedBy: null, signedAt: null, signedHash: null };
    ledger.change('check', id, null, { status: 'reopened', reason, ...unsigned });
  } else if (status === 'cut') ledger.change('check', id, null, now);
}

function shorten(words: string): string {
  return words.length <= 160 ? words : `${[...words].slice(0, 159).join('')}…`;
}

interface PartWords {
  readonly part: string;
  readonly start: number;
  readonly end: number;
}

function wordsOf(spans: readonly (PartWords & { readonly exact: string })[]): string {
  return inTextOrder(spans)
    .map(({ exact }) => exact)
    .join(' … ');
}

function wordsIn(text: string, spans: readonly PartWords[]): string {
  return inTextOrder(spans)
    .map(({ start, end }) => text.slice(start, end))
    .join(' … ');
}

function inTextOrder<T extends PartWords>(spans: readonly T[]): T[] {
  return spans.filter(({ part }) => part === 'content').sort((x, y) => x.start - y.start);
}

function readText(
  { desk }: Ledger,
  revisionId: string,
): { readonly text: string; readonly blocks: readonly { readonly start: number }[] } {
  const text = desk.sqlite
    .prepare<[string], string>('SELECT text FROM revision WHERE id = ?')
    .pluck()
    .get(revisionId)!;
  const blocks = desk.sqlite
    .prepare<[string], { start: number }>(
      'SELECT start FROM block WHERE revision_id = ? ORDER BY ordinal',
    )
    .all(revisionId);
  return { text, blocks };
}

function readNewestSpans(
  { desk }: Ledger,
  targetId: string,
): readonly (typeof schema.span.$inferSelect)[] {
  const { span } = schema;
  const newest = desk.sqlite
    .prepare<[string], string | null>('SELECT max(revision_id) FROM span WHERE target_id = ?')
    .pluck()
    .get(targetId);
  if (newest === null || newest === undefined) return [];
  return desk.orm
    .select()
    .from(span)
    .where(and(eq(span.targetId, targetId), eq(span.revisionId, newest)))
    .all();
}

/** Where a check stood before it was cut, from the history. */
export function statusBeforeCut(
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
