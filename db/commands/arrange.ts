import { eq } from 'drizzle-orm';
import * as schema from '../schema';
import { RefusedError } from './errors';
import type { Input } from './inputs';
import type { Ledger } from './ledger';

export function saveView(ledger: Ledger, { id, name, query }: Input<'saveView'>): void {
  ledger.create('view', id, { name, query, createdBy: ledger.act.personId, removed: false });
}

export function removeView(ledger: Ledger, { id, version }: Input<'removeView'>): void {
  ledger.change('view', id, version, { removed: true });
}

/** A date set by a person is no longer inferred. */
export function editArticle(ledger: Ledger, { id, version, ...patch }: Input<'editArticle'>): void {
  const basis =
    patch.date === undefined
      ? {}
      : { dateBasis: patch.date === null ? null : 'set', dateReason: null };
  ledger.change('article', id, version, { ...patch, ...basis });
}

export function setBlockRole(ledger: Ledger, { id, version, role }: Input<'setBlockRole'>): void {
  ledger.change('block', id, version, { role });
}

export function addPerson(ledger: Ledger, { id, name }: Input<'addPerson'>): void {
  refuseTakenName(ledger, name);
  ledger.create('person', id, { name, role: 'admin', createdAt: ledger.act.at });
}

export function renamePerson(ledger: Ledger, { id, name }: Input<'renamePerson'>): void {
  refuseTakenName(ledger, name, id);
  ledger.change('person', id, null, { name });
}

function refuseTakenName(ledger: Ledger, name: string, except?: string): void {
  const { person } = schema;
  const taken = ledger.desk.orm
    .select({ id: person.id })
    .from(person)
    .where(eq(person.name, name))
    .get();
  if (taken !== undefined && taken.id !== except) {
    throw new RefusedError('invalid', `There is already somebody called ${name}.`);
  }
}
