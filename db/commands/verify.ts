import { and, eq } from 'drizzle-orm';
import type { NoticeKind } from '@/corpus/people/notices';
import { findStep, type Status } from '@/corpus/verification/model';
import { statusLabel } from '@/corpus/vocabulary';
import { newId } from '../ids';
import { listSignOffBlockersOf } from '../queries/sign-off';
import * as schema from '../schema';
import { RefusedError } from './errors';
import type { Input } from './inputs';
import type { Ledger } from './ledger';
import { expireDecisions } from './decide';
import { refuseAuthor, refuseJudging, refuseWhileJudging, rulesOf, startNewRound } from './judging';
import { refuseLocked } from './locks';
import { notifyWorkers } from './notify';
import type { State } from './table-store';
import { wordsHash } from './words-hash';

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
  const { checkId } = input;
  refuseLocked(ledger, checkId);
  if (input.status === 'checked') {
    refuseWhileJudging(rulesOf(ledger.desk, checkId), from, 'It becomes checked');
  }
  const told = TOLD[input.status];
  if (told !== undefined) notifyWorkers(ledger, told, checkId);
  if (input.status === 'disputed') expireDecisions(ledger, checkId);
  ledger.change('check', checkId, input.version, {
    status: input.status,
    reason: input.reason ?? null,
    ...signature(ledger, checkId, state, input.status),
  });
  if (from === 'returned' || from === 'reopened') startNewRound(ledger, checkId);
}

/** The steps of which those who work on a check are told. */
const TOLD: Readonly<Partial<Record<Status, NoticeKind>>> = {
  disputed: 'disputed',
  returned: 'returned',
  reopened: 'reopened',
};

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
  const status = state['status'] as Status;
  const rules = rulesOf(ledger.desk, checkId);
  refuseAuthor(ledger, rules);
  if (rules.judging !== null) {
    refuseJudging(ledger, checkId, status);
    writeAssessment(ledger, checkId, judgement);
    return;
  }
  refuseSettled(status);
  refuseLocked(ledger, checkId);
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
  const status = state['status'] as Status;
  refuseSettled(status);
  refuseWhileJudging(rulesOf(ledger.desk, input.checkId), status, 'What happens to the words is decided'); // prettier-ignore
  refuseLocked(ledger, input.checkId);
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
