import { and, eq, inArray } from 'drizzle-orm';
import { newId } from '../ids';
import * as schema from '../schema';
import { RefusedError } from './errors';
import type { Input } from './inputs';
import type { Ledger } from './ledger';

/**
 * Makes one source of several. A member is a source that a person has made, all of whose names come
 * along, or else the key of a name.
 */
export function joinSources(ledger: Ledger, { id, name, members }: Input<'joinSources'>): void {
  const { source, sourceAlias } = schema;
  const made = ledger.desk.orm
    .select({ id: source.id })
    .from(source)
    .where(and(inArray(source.id, members), eq(source.removed, false)))
    .all()
    .map((row) => row.id);
  const along = ledger.desk.orm
    .select({ key: sourceAlias.key })
    .from(sourceAlias)
    .where(and(inArray(sourceAlias.sourceId, made), eq(sourceAlias.removed, false)))
    .all();
  ledger.create('source', id, { name, removed: false });
  const keys = [...members.filter((member) => !made.includes(member)), ...along.map(({ key }) => key)]; // prettier-ignore
  for (const key of new Set(keys)) setAlias(ledger, key, id);
}

/** Says that a name is a source of its own again. */
export function splitSource(ledger: Ledger, { key }: Input<'splitSource'>): void {
  const { sourceAlias } = schema;
  const alias = ledger.desk.orm
    .select({ id: sourceAlias.id })
    .from(sourceAlias)
    .where(and(eq(sourceAlias.key, key), eq(sourceAlias.removed, false)))
    .get();
  if (alias === undefined) {
    throw new RefusedError('invalid', 'This name belongs to no other source.');
  }
  ledger.change('sourceAlias', alias.id, null, { removed: true });
}

function setAlias(ledger: Ledger, key: string, sourceId: string): void {
  const { sourceAlias } = schema;
  const { orm } = ledger.desk;
  const known = orm.select({ id: sourceAlias.id }).from(sourceAlias).where(eq(sourceAlias.key, key)).get(); // prettier-ignore
  if (known === undefined) ledger.create('sourceAlias', newId(), { key, sourceId, removed: false });
  else ledger.change('sourceAlias', known.id, null, { sourceId, removed: false });
}
