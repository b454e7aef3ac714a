import { eq } from 'drizzle-orm';
import { foldWords } from '@/corpus/anchoring/tokens';
import * as schema from '../schema';
import { statusBeforeCut } from './carry-over';
import { RefusedError } from './errors';
import type { Input } from './inputs';
import type { Ledger } from './ledger';
import { DONE_STATUSES } from './new-words';
import { latestRevisionId } from './stores';

/**
 * Records what a person says of a mark in the review of the newest revision. A cut check whose
 * mark was drawn again goes on where it was; where it was done and the words are other ones, it
 * is reopened.
 */
export function reviewCarried(ledger: Ledger, input: Input<'reviewCarried'>): void {
  const { id, annotationId, revisionId, decision } = input;
  const annotation = ledger.read('annotation', annotationId).state;
  if (latestRevisionId(ledger.desk, String(annotation['articleId'])) !== revisionId) {
    throw new RefusedError('invalid', 'The article has a newer revision since: review that one.');
  }
  const decidedBy = ledger.act.personId;
  ledger.create('carryReview', id, {
    annotationId,
    revisionId,
    decision,
    decidedBy,
    removed: false,
  });
  if (decision === 'remarked') goOn(ledger, annotationId, String(annotation['targetId']));
}

function goOn(ledger: Ledger, annotationId: string, targetId: string): void {
  const { check } = schema;
  const work = ledger.desk.orm
    .select({ id: check.id, status: check.status })
    .from(check)
    .where(eq(check.annotationId, annotationId))
    .get();
  if (work?.status !== 'cut') return;
  const before = statusBeforeCut(ledger, work.id);
  const [now, then] = newestWords(ledger, targetId);
  const isOther = now !== undefined && then !== undefined && foldWords(now) !== foldWords(then);
  if (isOther && DONE_STATUSES.includes(before.status)) {
    const reason = `The words changed: “${then}” is now “${now}”.`;
    const unsigned = { signedBy: null, signedAt: null, signedHash: null };
    ledger.change('check', work.id, null, { status: 'reopened', reason, ...unsigned });
  } else ledger.change('check', work.id, null, before);
}

/** The content's words on the newest revision that has them, and on the one before. */
function newestWords({ desk }: Ledger, targetId: string): readonly string[] {
  return desk.sqlite
    .prepare<[string], string>(
      `SELECT group_concat(exact, ' … ') FROM (SELECT exact, revision_id FROM span
         WHERE target_id = ? AND part = 'content' ORDER BY revision_id, start)
       GROUP BY revision_id ORDER BY revision_id DESC LIMIT 2`,
    )
    .pluck()
    .all(targetId);
}
