import { eq, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Desk } from '../client';
import { eachShape, inserter, prepared } from '../prepared';

/** A thing's state as the history sees it: plain JSON, without `id` and `version`. */
export type State = Readonly<Record<string, unknown>>;

/** Where an event belongs, so that a page can ask for the history of what it shows. */
export interface Place {
  readonly articleId: string | null;
  readonly annotationId: string | null;
}

/** Reads and writes one kind of thing as a whole state; the ledger does the rest. */
export interface Store {
  read(desk: Desk, id: string): { state: State; version: number } | null;
  insert(desk: Desk, id: string, state: State): void;
  update(desk: Desk, id: string, patch: State, version: number): void;
  place(desk: Desk, id: string, state: State): Place;
  /** True where the history may name the fields that changed, but not what is in them. */
  confidential?(desk: Desk, state: State): boolean;
  /** Whether this person may change it; without it whoever the policies let. */
  mayChange?(desk: Desk, id: string, state: State, personId: string): boolean;
}

type VersionedTable = SQLiteTable & { id: SQLiteColumn; version: SQLiteColumn };

/** Keeps things that are rows of one table. */
export function tableStore(
  table: VersionedTable,
  place: Store['place'],
  confidential?: Store['confidential'],
): Store {
  const select = (desk: Desk) =>
    desk.orm
      .select()
      .from(table)
      .where(eq(table.id, sql.placeholder('id')))
      .prepare();
  const insert = inserter(table);
  const updateOf = eachShape(
    (shape) => (desk) =>
      desk.orm
        .update(table)
        .set(shape)
        .where(eq(table.id, sql.placeholder(ID)))
        .prepare(),
  );
  return {
    read(desk, id) {
      const row = prepared(desk, select).get({ id });
      if (row === undefined) return null;
      const { id: _id, version, ...state } = row as State & { version: number };
      return { state, version };
    },
    insert(desk, id, state) {
      insert(desk, { ...state, id, version: 1 });
    },
    update(desk, id, patch, version) {
      const row = { ...patch, version };
      prepared(desk, updateOf(row)).run({ ...row, [ID]: id });
    },
    place,
    ...(confidential === undefined ? {} : { confidential }),
  };
}

/** The placeholder of the row that is updated: no column has this name. */
const ID = 'id of the row';

export const nowhere = (): Place => ({ articleId: null, annotationId: null });
