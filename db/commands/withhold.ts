import { eq } from 'drizzle-orm';
import type { Desk } from '../client';
import * as schema from '../schema';
import type { State } from './table-store';

/** Off the record and deep background never enter the history or an export. */
export function isConfidential(terms: unknown): boolean {
  return terms === 'off_record' || terms === 'deep_background';
}

/**
 * Takes what was written of a thing, while it was not confidential, out of the history. `told` selects
 * the `seq` and `changes` of its events by `:id`.
 */
export function withholdHistory(desk: Desk, told: string, id: string): void {
  const rows = desk.sqlite
    .prepare<[{ id: string }], { seq: number; changes: string }>(told)
    .all({ id });
  for (const { seq, changes: json } of rows) {
    const changes = JSON.parse(json) as State;
    if ('withheld' in changes) continue;
    const { event, withheldChange } = schema;
    desk.orm.insert(withheldChange).values({ eventSeq: seq, changes }).run();
    const shown = { withheld: Object.keys(changes) };
    desk.orm.update(event).set({ changes: shown }).where(eq(event.seq, seq)).run();
  }
}
