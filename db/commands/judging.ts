import { and, asc, eq } from 'drizzle-orm';
import type { Kind } from '@/corpus/annotation/model';
import type { Status } from '@/corpus/verification/model';
import { JUDGING_STATUSES, isComplete, judgingOf, tallyOf, type Judging, type Mode } from '@/corpus/verification/modes'; // prettier-ignore
import type { Desk } from '../client';
import * as schema from '../schema';
import { expireDecisions } from './decide';
import { RefusedError } from './errors';
import type { Input } from './inputs';
import type { Ledger } from './ledger';
import { notifyWorkers } from './notify';

interface CheckRules {
  readonly mode: Mode;
  /** Null where a check has one finding that all see. */
  readonly judging: Judging | null;
  readonly kind: Kind;
  /** Who marked the words. */
  readonly authorId: string;
}

/** The rules of a check's collection. */
export function rulesOf(desk: Desk, checkId: string): CheckRules {
  const { annotation, check, collection } = schema;
  const row = desk.orm
    .select({ collection, kind: annotation.kind, authorId: annotation.createdBy })
    .from(check)
    .innerJoin(collection, eq(collection.id, check.collectionId))
    .innerJoin(annotation, eq(annotation.id, check.annotationId))
    .where(eq(check.id, checkId))
    .get();
  if (row === undefined) throw new RefusedError('missing', 'This check does not exist any more.');
  const { kind, authorId } = row;
  return { mode: row.collection.mode, judging: judgingOf(row.collection), kind, authorId };
}

/** Where a second person is asked for, whoever marked the words does not check them. */
export function refuseAuthor(ledger: Ledger, { mode, authorId }: CheckRules): void {
  if (mode === 'single' || authorId !== ledger.act.personId) return;
  throw new RefusedError('invalid', 'You marked these words: a second person must check them.');
}

/** A judgement can be written until it is handed in, while the judgements are not open. */
export function refuseJudging(ledger: Ledger, checkId: string, status: Status): void {
  if (!JUDGING_STATUSES.includes(status)) {
    const open = status === 'returned' || status === 'reopened';
    throw new RefusedError(
      'invalid',
      open
        ? 'Start checking first: a new round of judgements begins then.'
        : 'The judgements are open: return the check to have it judged anew.',
    );
  }
  const own = listAssessments(ledger.desk, checkId).find(
    ({ personId }) => personId === ledger.act.personId,
  );
  if (own === undefined || own.handedInAt === null) return;
  throw new RefusedError('invalid', 'You have handed in your judgement: it stands until all are in.'); // prettier-ignore
}

export function refuseWhileJudging({ judging }: CheckRules, status: Status, what: string): void {
  if (judging === null || !JUDGING_STATUSES.includes(status)) return;
  throw new RefusedError('invalid', `${what} when the judgements are in.`);
}

/** Hands in the person's judgement. The last one settles the check: checked, or disputed where too few agree. */
export function handInJudgement(ledger: Ledger, { checkId }: Input<'handInJudgement'>): void {
  const { state } = ledger.read('check', checkId);
  const rules = rulesOf(ledger.desk, checkId);
  const { judging, kind } = rules;
  if (judging === null) {
    throw new RefusedError('invalid', 'In this collection a finding counts as it is written.');
  }
  refuseAuthor(ledger, rules);
  refuseJudging(ledger, checkId, state['status'] as Status);
  if (state['status'] !== 'checking') {
    throw new RefusedError('invalid', 'Start checking first, then hand in your judgement.');
  }
  const all = listAssessments(ledger.desk, checkId);
  const own = all.find(({ personId }) => personId === ledger.act.personId);
  if (own === undefined || !isComplete(kind, own)) {
    const what = kind === 'quote' ? 'how true the quote is' : 'what you found';
    throw new RefusedError('invalid', `Say ${what} first, then hand it in.`);
  }
  ledger.change('assessment', own.id, null, { handedInAt: ledger.act.at });
  const handedIn = all.filter((one) => one === own || one.handedInAt !== null);
  settle(ledger, checkId, judging, handedIn);
}

function settle(
  ledger: Ledger,
  checkId: string,
  judging: Judging,
  handedIn: readonly Assessment[],
): void {
  const tally = tallyOf(judging, handedIn);
  if (tally.state === 'open') return;
  const checkedBy = ledger.act.personId;
  if (tally.state === 'agreed') {
    const { finding, fidelity } = tally.judgement;
    ledger.change('check', checkId, null, { status: 'checked', reason: null, finding, fidelity, checkedBy }); // prettier-ignore
    return;
  }
  expireDecisions(ledger, checkId);
  ledger.change('check', checkId, null, {
    status: 'disputed',
    reason: 'The judgements differ.',
    checkedBy,
  });
  notifyWorkers(ledger, 'disputed', checkId);
}

/** Judgements on other words, or from before a return, are not judgements of these: all are asked again. */
export function startNewRound(ledger: Ledger, checkId: string): void {
  if (rulesOf(ledger.desk, checkId).judging === null) return;
  for (const { id, handedInAt } of listAssessments(ledger.desk, checkId)) {
    if (handedInAt !== null) ledger.change('assessment', id, null, { handedInAt: null });
  }
  ledger.change('check', checkId, null, { finding: null, fidelity: null, rationale: null });
}

type Assessment = typeof schema.assessment.$inferSelect;

function listAssessments(desk: Desk, checkId: string): readonly Assessment[] {
  const { assessment } = schema;
  return desk.orm
    .select()
    .from(assessment)
    .where(and(eq(assessment.checkId, checkId), eq(assessment.removed, false)))
    .orderBy(asc(assessment.id))
    .all();
}

/** A judgement is its person's: nobody else takes it back, and nobody at all once all are open. */
export function refuseUndoOfJudgement(
  ledger: Ledger,
  assessment: Readonly<Record<string, unknown>>,
  isHandIn: boolean,
): void {
  const checkId = String(assessment['checkId']);
  if (rulesOf(ledger.desk, checkId).judging === null) return;
  if (assessment['personId'] !== ledger.act.personId) {
    throw new RefusedError('forbidden', 'This judgement is somebody else’s.');
  }
  const status = ledger.read('check', checkId).state['status'] as Status;
  if (!isHandIn || JUDGING_STATUSES.includes(status)) return;
  throw new RefusedError('invalid', 'The judgements are open: return the check to have it judged anew.'); // prettier-ignore
}
