import { eq } from 'drizzle-orm';
import type { Status } from '@/corpus/verification/model';
import * as schema from '../schema';
import { startNewRound } from './judging';
import type { Ledger } from './ledger';
import { notifyWorkers } from './notify';

/** Statuses of checks whose work is about the words as they were: done, or done and doubted. */
export const DONE_STATUSES: readonly Status[] = ['checked', 'signed_off', 'disputed'];

/** A finding about other words is not a finding about these: signed checks reopen, checked go back. */
export function reopenForNewWords(ledger: Ledger, annotationId: string): void {
  const check = ledger.desk.orm
    .select({ id: schema.check.id, status: schema.check.status })
    .from(schema.check)
    .where(eq(schema.check.annotationId, annotationId))
    .get();
  if (check !== undefined && DONE_STATUSES.includes(check.status))
    notifyWorkers(ledger, 'reopened', check.id);
  if (check?.status === 'signed_off') {
    ledger.change('check', check.id, null, {
      status: 'reopened',
      reason: 'The words changed after they were signed.',
      signedBy: null,
      signedAt: null,
      signedHash: null,
    });
  } else if (check?.status === 'checked' || check?.status === 'disputed') {
    ledger.change('check', check.id, null, {
      status: 'checking',
      reason: 'The words changed after they were checked.',
    });
    startNewRound(ledger, check.id);
  }
}
