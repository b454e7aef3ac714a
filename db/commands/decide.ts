import { and, eq } from 'drizzle-orm';
import { isComplete, type Judgement } from '@/corpus/verification/modes';
import { listPeopleBlockers, listWorkBlockers } from '@/corpus/verification/sign-off';
import { readSignOffCase } from '../queries/sign-off';
import * as schema from '../schema';
import { RefusedError } from './errors';
import type { Input } from './inputs';
import type { Ledger } from './ledger';
import { refuseLocked } from './locks';
import { wordsHash } from './words-hash';

/** Settles a dispute: with the finding that stands, or another one, and why. */
export function decideDispute(ledger: Ledger, input: Input<'decideDispute'>): void {
  const { id, checkId, version, reason } = input;
  ledger.refuseStale('check', checkId, version);
  const { state } = ledger.read('check', checkId);
  refuseLocked(ledger, checkId);
  if (state['status'] !== 'disputed') {
    throw new RefusedError('invalid', 'Only a disputed item is decided.');
  }
  const { personId, at } = ledger.act;
  const signOff = readSignOffCase(ledger.desk, checkId, personId);
  if (signOff.mode !== 'single' && signOff.signerIsChecker) {
    throw new RefusedError('invalid', 'Somebody who did not judge it must decide.');
  }
  const judgement: Judgement = {
    finding: input.finding === undefined ? signOff.finding : input.finding,
    fidelity: input.fidelity === undefined ? signOff.fidelity : input.fidelity,
  };
  if (!isComplete(signOff.kind, judgement)) {
    throw new RefusedError('invalid', 'Say which finding stands.');
  }
  ledger.change('check', checkId, version, { ...judgement });
  ledger.create('decision', id, { checkId, personId, at, ...judgement, reason, stands: true, removed: false }); // prettier-ignore
}

/** A new dispute is not settled by what was decided of an older one. */
export function expireDecisions(ledger: Ledger, checkId: string): void {
  const { decision } = schema;
  const standing = ledger.desk.orm
    .select({ id: decision.id })
    .from(decision)
    .where(
      and(eq(decision.checkId, checkId), eq(decision.stands, true), eq(decision.removed, false)),
    )
    .all();
  for (const { id } of standing) ledger.change('decision', id, null, { stands: false });
}

/** Signs against the rules of who may sign, never over missing work; told on the article with its reason. */
export function overrideSignOff(ledger: Ledger, input: Input<'overrideSignOff'>): void {
  const { id, checkId, version, reason } = input;
  ledger.refuseStale('check', checkId, version);
  const { state } = ledger.read('check', checkId);
  refuseLocked(ledger, checkId);
  const { personId, at } = ledger.act;
  const signOff = readSignOffCase(ledger.desk, checkId, personId);
  const [missing] = listWorkBlockers(signOff);
  if (missing !== undefined) throw new RefusedError('invalid', missing);
  const lifted = listPeopleBlockers(signOff);
  if (lifted.length === 0) {
    throw new RefusedError('invalid', 'Nothing stands against signing: sign it as usual.');
  }
  ledger.change('check', checkId, version, {
    status: 'signed_off',
    reason: null,
    signedBy: personId,
    signedAt: at,
    signedHash: wordsHash(ledger.desk, String(state['annotationId'])),
  });
  ledger.create('override', id, { checkId, personId, at, reason, lifted, removed: false });
}
