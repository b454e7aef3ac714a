import { JUDGING_STATUSES, findPanelProblem } from '@/corpus/verification/modes';
import { figure } from '@/corpus/wording/numbers';
import { RefusedError } from './errors';
import type { Input } from './inputs';
import type { Ledger } from './ledger';

/** Sets how many people a collection's checks need. Refused while judgements made apart would be laid open. */
export function setMode(ledger: Ledger, input: Input<'setMode'>): void {
  const { id, version, mode } = input;
  const isPanel = mode === 'panel';
  const panelSize = isPanel ? (input.panelSize ?? null) : null;
  const quorum = isPanel ? (input.quorum ?? null) : null;
  const problem = isPanel ? findPanelProblem(panelSize, quorum) : null;
  if (problem !== null) throw new RefusedError('invalid', problem);
  const { state } = ledger.read('collection', id);
  const before = state['mode'];
  if (before === 'blind_double' || before === 'panel') refuseUnderJudging(ledger, id);
  ledger.change('collection', id, version, { mode, panelSize, quorum });
}

function refuseUnderJudging({ desk }: Ledger, collectionId: string): void {
  const statuses = JUDGING_STATUSES.map((status) => `'${status}'`).join(', ');
  const count = desk.sqlite
    .prepare<[string], number>(
      `SELECT count(DISTINCT c.id) FROM "check" c JOIN assessment s ON s.check_id = c.id
       WHERE c.collection_id = ? AND c.status IN (${statuses}) AND s.removed = 0`,
    )
    .pluck()
    .get(collectionId)!;
  if (count === 0) return;
  const checks = count === 1 ? 'One check is' : `${figure(count)} checks are`;
  throw new RefusedError(
    'invalid',
    `${checks} being judged apart: the mode can change when those judgements are in.`,
  );
}
