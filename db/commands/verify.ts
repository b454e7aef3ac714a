import { and, eq } from 'drizzle-orm';
import { findStep, type Status } from '@/corpus/verification/model';
import { statusLabel } from '@/corpus/vocabulary';
import { newId } from '../ids';
import { listSignOffBlockersOf } from '../queries/sign-off';
import * as schema from '../schema';
import { wordsHash } from './annotate';
import { RefusedError } from './errors';
import type { Input } from './inputs';
import type { Ledger } from './ledger';
import type { State } from './table-store';

export function setStatus(ledger: Ledger, input: Input<'setStatus'>): void {
  const { state } = ledger.read('check', input.checkId);
  const from = state['status'] as Status;
  if (from === input.status) return;
  const step = findStep(from, input.status);
  if (step === null) {
    throw new RefusedError(
      'invalid',
      `From “${statusLabel(from)}” there is no step to “${statusLabel(input.status)}”.`,
    );
  }
  if (step.needsReason && !input.reason) {
    throw new RefusedError('invalid', `“${statusLabel(input.status)}” needs a reason.`);
  }
  ledger.change('check', input.checkId, input.version, {
    status: input.status,
    reason: input.reason ?? null,
    ...signature(ledger, input.checkId, state, input.status),
  });
}

/** What signing writes, or clears. Throws RefusedError where something stands against it. */
function signature(ledger: Ledger, checkId: string, state: State, status: Status): State {
  if (status !== 'signed_off') {
    return status === 'reopened' ? { signedBy: null, signedAt: null, signedHash: null } : {};
  }
  const [blocker] = listSignOffBlockersOf(ledger.desk, checkId, ledger.act.personId);
  if (blocker !== undefined) throw new RefusedError('invalid', blocker);
  return {
    signedBy: ledger.act.personId,
    signedAt: ledger.act.at,
    signedHash: wordsHash(ledger.desk, String(state['annotationId'])),
  };
}

/** Statuses in which a finding may be written: before that the check has to be taken up. */
const SETTLED: readonly Status[] = ['signed_off', 'not_for_check', 'cut'];

export function recordFinding(ledger: Ledger, input: Input<'recordFinding'>): void {
  const { checkId, version, ...judgement } = input;
  const { state } = ledger.read('check', checkId);
  refuseSettled(state['status'] as Status);
  const { personId } = ledger.act;
  const changed = ledger.change('check', checkId, version, { ...judgement, checkedBy: personId });
  if (changed) writeAssessment(ledger, checkId, judgement);
}

function writeAssessment(
  ledger: Ledger,
  checkId: string,
  judgement: Omit<Input<'recordFinding'>, 'checkId' | 'version'>,
): void {
  const { assessment } = schema;
  const { personId, at } = ledger.act;
  const own = ledger.desk.orm
    .select({ id: assessment.id, removed: assessment.removed })
    .from(assessment)
    .where(and(eq(assessment.checkId, checkId), eq(assessment.personId, personId)))
    .get();
  if (own !== undefined) {
    const blank = own.removed ? { finding: null, fidelity: null, rationale: null } : {};
    ledger.change('assessment', own.id, null, {
      ...blank,
      ...judgement,
      updatedAt: at,
      removed: false,
    });
  } else {
    ledger.create('assessment', newId(), {
      checkId,
      personId,
      ...judgement,
      updatedAt: at,
      removed: false,
    });
  }
}

export function setDisposition(ledger: Ledger, input: Input<'setDisposition'>): void {
  const { state } = ledger.read('check', input.checkId);
  refuseSettled(state['status'] as Status);
  const { disposition } = input;
  const replacement = disposition === 'fix' ? input.replacement : null;
  ledger.change('check', input.checkId, input.version, {
    disposition,
    ...(replacement === undefined ? {} : { replacement }),
  });
}

function refuseSettled(status: Status): void {
  if (!SETTLED.includes(status)) return;
  throw new RefusedError(
    'invalid',
    `This is “${statusLabel(status)}”: reopen it before you change what was found.`,
  );
}

export function assignCheck(ledger: Ledger, input: Input<'assignCheck'>): void {
  if (input.assigneeId !== null) refuseUnknownPerson(ledger, input.assigneeId);
  ledger.change('check', input.checkId, input.version, { assigneeId: input.assigneeId });
}

export function setDue(ledger: Ledger, input: Input<'setDue'>): void {
  ledger.change('check', input.checkId, input.version, { dueAt: input.dueAt });
}

function refuseUnknownPerson(ledger: Ledger, personId: string): void {
  const { person } = schema;
  const found = ledger.desk.orm
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.id, personId), eq(person.removed, false)))
    .get();
  if (found === undefined) throw new RefusedError('missing', 'This person is not on the desk.');
}
