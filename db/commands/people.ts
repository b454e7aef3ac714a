import { userInfo } from 'node:os';
import { and, eq, inArray } from 'drizzle-orm';
import type { Role } from '@/corpus/people/model';
import { OPEN_STATUSES } from '@/corpus/verification/model';
import type { Desk } from '../client';
import { newId } from '../ids';
import { findActor } from '../queries/desk';
import { isTeam, listMembers } from '../queries/people';
import type { Actor } from '../policies';
import * as schema from '../schema';
import { dropAccountsOfRemoved } from './accounts';
import { RefusedError } from './errors';
import type { Input } from './inputs';
import type { Ledger } from './ledger';
import { releaseLocksOf } from './locks';

/** The desk's first person, made where there is nobody yet, under the name of the computer's user. */
export function ensureFirstPerson(desk: Desk): Actor {
  const known = findActor(desk, null);
  if (known !== null) return known;
  return insertPerson(desk, nameOfUser());
}

/** Puts a person on the desk outside of any command: at setup, and for the samples. */
export function insertPerson(desk: Desk, name: string): Actor {
  const actor: Actor = { id: newId(), role: 'admin' };
  const createdAt = new Date().toISOString();
  desk.orm
    .insert(schema.person)
    .values({ ...actor, name, createdAt, version: 1 })
    .run();
  return actor;
}

function nameOfUser(): string {
  try {
    const { username } = userInfo();
    return username === '' || username === 'root' ? 'Editor' : username;
  } catch {
    return 'Editor';
  }
}

export function addPerson(ledger: Ledger, { id, name, role }: Input<'addPerson'>): void {
  refuseTakenName(ledger, name);
  const usual: Role = isTeam(ledger.desk) ? 'reader' : 'admin';
  const { at: createdAt } = ledger.act;
  ledger.create('person', id, { name, role: role ?? usual, createdAt, removed: false });
}

export function renamePerson(ledger: Ledger, { id, name }: Input<'renamePerson'>): void {
  refuseTakenName(ledger, name, id);
  ledger.change('person', id, null, { name });
}

export function setRole(ledger: Ledger, { id, role }: Input<'setRole'>): void {
  refuseAbsent(ledger, id);
  ledger.change('person', id, null, { role });
}

/** The person's account goes too; what is signed, checked or written keeps the name. */
export function removePerson(ledger: Ledger, { id }: Input<'removePerson'>): void {
  refuseAbsent(ledger, id);
  ledger.change('person', id, null, { removed: true });
  releaseLocksOf(ledger.desk, id);
  const { check } = schema;
  const held = ledger.desk.orm
    .select({ id: check.id })
    .from(check)
    .where(and(eq(check.assigneeId, id), inArray(check.status, [...OPEN_STATUSES])))
    .all();
  for (const { id: checkId } of held) ledger.change('check', checkId, null, { assigneeId: null });
}

/**
 * After people were changed, also by an undo: accounts follow. Throws RefusedError where nobody
 * would be left who can keep the desk.
 */
export function settlePeople(desk: Desk): void {
  const team = isTeam(desk);
  const kept = listMembers(desk).some(({ role, email }) => role === 'admin' && (!team || email));
  if (!kept) throw new RefusedError('invalid', 'A desk needs an admin: make somebody else one first.'); // prettier-ignore
  dropAccountsOfRemoved(desk);
}

function refuseAbsent(ledger: Ledger, id: string): void {
  if (ledger.read('person', id).state['removed'] === true) {
    throw new RefusedError('missing', 'This person is no longer on the desk.');
  }
}

function refuseTakenName(ledger: Ledger, name: string, except?: string): void {
  const { person } = schema;
  const taken = ledger.desk.orm
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.name, name), eq(person.removed, false)))
    .get();
  if (taken !== undefined && taken.id !== except) {
    throw new RefusedError('invalid', `There is already somebody called ${name}.`);
  }
}
