import { and, eq } from 'drizzle-orm';
import * as schema from '../schema';
import { say } from './discuss';
import { RefusedError } from './errors';
import type { Input } from './inputs';
import type { Ledger } from './ledger';
import { releaseLock } from './locks';
import { notify, placeOf } from './notify';

export function assignCheck(ledger: Ledger, input: Input<'assignCheck'>): void {
  const { checkId, version, assigneeId } = input;
  if (assigneeId !== null) refuseUnknownPerson(ledger, assigneeId);
  const changed = ledger.change('check', checkId, version, { assigneeId });
  if (changed) notify(ledger, 'assigned', [assigneeId], placeOf(ledger.desk, checkId));
}

/** Takes a check that nobody has: of two who take it at once, the second is told whose it is. */
export function takeCheck(ledger: Ledger, { checkId }: Input<'takeCheck'>): void {
  const { personId } = ledger.act;
  const { assigneeId } = ledger.read('check', checkId).state;
  if (typeof assigneeId === 'string' && assigneeId !== personId) {
    const { name } = ledger.read('person', assigneeId).state;
    throw new RefusedError(
      'invalid',
      `${String(name)} has this check: ask for it to be handed over, or assign it anew.`,
    );
  }
  ledger.change('check', checkId, null, { assigneeId: personId });
}

/** Gives a check to somebody else with a note, which stands in its discussion. */
export function handOverCheck(ledger: Ledger, input: Input<'handOverCheck'>): void {
  const { id, checkId, version, toId, note } = input;
  ledger.refuseStale('check', checkId, version);
  refuseUnknownPerson(ledger, toId);
  if (ledger.read('check', checkId).state['assigneeId'] === toId) {
    throw new RefusedError('invalid', 'This person has it already.');
  }
  ledger.change('check', checkId, version, { assigneeId: toId });
  const about = placeOf(ledger.desk, checkId);
  say(ledger, about.annotationId!, { id, body: note });
  notify(ledger, 'handed_over', [toId], about);
  releaseLock(ledger.desk, ledger.act.personId, checkId);
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
