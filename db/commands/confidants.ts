import type { Desk } from '../client';
import { newId } from '../ids';
import { RefusedError } from './errors';
import type { Input } from './inputs';
import type { Ledger } from './ledger';
import { guardedOf, listNamed, mayName, unknownToYou } from './may-know';
import { notify, placeOf } from './notify';
import type { State } from './table-store';
import { isConfidential } from './withhold';

/**
 * Says who sees something confidential beside who brought it in. Somebody who does not see it may
 * not say so, but an admin, whose naming stands in the history.
 */
export function nameConfidants(ledger: Ledger, input: Input<'nameConfidants'>): void {
  const { about, id, personIds } = input;
  const { state } = ledger.read(about, id);
  if (!isConfidential(state['terms'])) {
    throw new RefusedError('invalid', 'This is not confidential: everybody on the desk sees it.');
  }
  if (!mayName(ledger.desk, guardedOf(id, state), ledger.act.personId)) throw unknownToYou();
  const now = listNamed(ledger.desk, id);
  const added = personIds.filter((one) => !now.includes(one));
  for (const personId of added) {
    if (ledger.read('person', personId).state['removed']) {
      throw new RefusedError('missing', 'This person is not on the desk any more.');
    }
    nameOne(ledger, id, personId);
  }
  const checkId = firstCheckOf(ledger.desk, about, id);
  if (checkId !== undefined) notify(ledger, 'confided', added, placeOf(ledger.desk, checkId));
  for (const personId of now.filter((one) => !personIds.includes(one))) {
    ledger.change('confidant', rowOf(ledger.desk, id, personId)!, null, { removed: true });
  }
}

/** Whoever makes something confidential that another brought in goes on seeing it. */
export function keepKnowing(ledger: Ledger, id: string, state: State, terms: unknown): void {
  const { personId } = ledger.act;
  if (!isConfidential(terms) || isConfidential(state['terms'])) return;
  if (state['createdBy'] !== personId) nameOne(ledger, id, personId);
}

function nameOne(ledger: Ledger, thingId: string, personId: string): void {
  const row = rowOf(ledger.desk, thingId, personId);
  if (row === undefined) {
    ledger.create('confidant', newId(), { thingId, personId, removed: false });
  } else ledger.change('confidant', row, null, { removed: false });
}

/** Where the thing is met first; absent for evidence that nothing cites. */
function firstCheckOf(
  desk: Desk,
  about: Input<'nameConfidants'>['about'],
  id: string,
): string | undefined {
  const sql = {
    evidence:
      'SELECT check_id FROM citation WHERE evidence_item_id = ? AND removed = 0 ORDER BY id',
    contact: 'SELECT check_id FROM contact WHERE id = ?',
  }[about];
  return desk.sqlite.prepare<[string], string>(sql).pluck().get(id);
}

function rowOf(desk: Desk, thingId: string, personId: string): string | undefined {
  return desk.sqlite
    .prepare<[string, string], string>(
      'SELECT id FROM confidant WHERE thing_id = ? AND person_id = ?',
    )
    .pluck()
    .get(thingId, personId);
}
