import { eq } from 'drizzle-orm';
import type { Desk } from '../client';
import { prepared } from '../prepared';
import * as schema from '../schema';
import { guardedOf, mayKnow, mayName, type Guarded } from './may-know';
import { nowhere, tableStore, type Store } from './table-store';
import { isConfidential } from './withhold';

const selectItem = ({ sqlite }: Desk) =>
  sqlite.prepare<[string], Guarded>(
    'SELECT id, terms, created_by AS createdBy FROM evidence_item WHERE id = ?',
  );

/** The item that a citation or an archived copy is of; null where there is none. */
export function findItem(desk: Desk, evidenceItemId: unknown): Guarded | null {
  return prepared(desk, selectItem).get(String(evidenceItemId)) ?? null;
}

/** What a confidant is named for. */
function findThing(desk: Desk, thingId: unknown): Guarded | null {
  const { id, terms, createdBy } = schema.contact;
  const row = desk.orm.select({ id, terms, createdBy }).from(schema.contact).where(eq(id, String(thingId))).get(); // prettier-ignore
  return findItem(desk, thingId) ?? row ?? null;
}

export function isOfConfidentialItem(desk: Desk, state: Readonly<Record<string, unknown>>): boolean {
  return isConfidential(findItem(desk, state['evidenceItemId'])?.terms);
} // prettier-ignore

/** Whether a person may see what belongs to an item. */
export function knowsItem(
  desk: Desk,
  state: Readonly<Record<string, unknown>>,
  personId: string,
): boolean {
  const item = findItem(desk, state['evidenceItemId']);
  return item === null || mayKnow(desk, item, personId);
}

export const archivedCopyStore: Store = {
  ...tableStore(schema.archivedCopy, nowhere, isOfConfidentialItem),
  mayChange: (desk, _id, state, personId) => knowsItem(desk, state, personId),
};

/** Who is named stands in the history: it tells nothing of what they see. */
export const confidantStore: Store = {
  ...tableStore(schema.confidant, nowhere),
  mayChange(desk, _id, state, personId) {
    const thing = findThing(desk, state['thingId']);
    return thing === null || mayName(desk, thing, personId);
  },
};

/** Whether a person may change an evidence item or a contact. */
export const mayChangeThing: NonNullable<Store['mayChange']> = (desk, id, state, personId) =>
  mayKnow(desk, guardedOf(id, state), personId);
