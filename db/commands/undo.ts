import { asc, eq } from 'drizzle-orm';
import { isDeepStrictEqual } from 'node:util';
import * as schema from '../schema';
import { RefusedError } from './errors';
import type { Input } from './inputs';
import type { Changes, Ledger } from './ledger';
import type { Entity, State } from './stores';

/**
 * Takes back everything a command changed, newest first, as changes of its own; undoing an undo
 * is the redo. Refused as a whole where somebody has changed one of the fields since.
 */
export function undoCommand(ledger: Ledger, { commandId }: Input<'undoCommand'>): void {
  const events = ledger.desk.orm
    .select()
    .from(schema.event)
    .where(eq(schema.event.commandId, commandId))
    .orderBy(asc(schema.event.seq))
    .all();
  if (events.length === 0) throw new RefusedError('missing', 'There is nothing to undo.');
  for (const event of events.reverse()) {
    const entity = event.entity as Entity;
    const { state } = ledger.read(entity, event.entityId);
    const changes = changesOf(ledger, event.seq, event.changes as Changes);
    if (event.created) {
      if ('removed' in state) ledger.change(entity, event.entityId, null, { removed: true });
      continue;
    }
    refuseOverwrite(state, changes);
    const before = Object.fromEntries(Object.entries(changes).map(([k, pair]) => [k, pair[0]]));
    ledger.change(entity, event.entityId, null, before);
  }
}

function changesOf(ledger: Ledger, seq: number, changes: Changes): Changes {
  if (!('withheld' in changes)) return changes;
  const row = ledger.desk.orm
    .select({ changes: schema.withheldChange.changes })
    .from(schema.withheldChange)
    .where(eq(schema.withheldChange.eventSeq, seq))
    .get();
  if (row === undefined) {
    throw new RefusedError('missing', 'This change was confidential and has been erased.');
  }
  return row.changes as Changes;
}

function refuseOverwrite(state: State, changes: Changes): void {
  for (const [field, [, after]] of Object.entries(changes)) {
    if (!isDeepStrictEqual(state[field] ?? null, after ?? null)) {
      throw new RefusedError(
        'invalid',
        'This was changed again since, so it cannot be undone without losing that change.',
      );
    }
  }
}
