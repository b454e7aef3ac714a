import { sql, type Placeholder } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Desk } from './client';

const built = new WeakMap<Desk, Map<(desk: Desk) => unknown, unknown>>();

/**
 * The statement that `build` makes of a desk, built once for each desk: building one takes many
 * times as long as running it. `build` is known by its identity, so it must not be made anew.
 */
export function prepared<T>(desk: Desk, build: (desk: Desk) => T): T {
  let statements = built.get(desk);
  if (statements === undefined)
    built.set(desk, (statements = new Map<(desk: Desk) => unknown, unknown>()));
  let statement = statements.get(build) as T | undefined;
  if (statement === undefined) statements.set(build, (statement = build(desk)));
  return statement;
}

type Row = Readonly<Record<string, unknown>>;
type Shape = Record<string, Placeholder | null>;

/**
 * A statement for each shape of row: which fields it has, and which of them are null (a value that
 * Drizzle does not know beforehand is never null to it).
 */
export function eachShape<T>(
  build: (shape: Shape) => (desk: Desk) => T,
): (row: Row) => (desk: Desk) => T {
  const builds = new Map<string, (desk: Desk) => T>();
  return (row) => {
    const given = Object.entries(row).filter(([, value]) => value !== undefined);
    const key = given.map(([field, value]) => (value === null ? `${field} null` : field)).join();
    let known = builds.get(key);
    if (known === undefined) {
      const shape = given.map(([field, value]) => [field, value === null ? null : sql.placeholder(field)]); // prettier-ignore
      builds.set(key, (known = build(Object.fromEntries(shape) as Shape)));
    }
    return known;
  };
}

/** Inserts rows into a table, fields that are undefined at their defaults; returns the row's number. */
export function inserter<T extends SQLiteTable>(
  table: T,
): (desk: Desk, row: T['$inferInsert']) => number {
  const insertOf = eachShape(
    (shape) => (desk) =>
      desk.orm
        .insert(table as SQLiteTable)
        .values(shape)
        .prepare(),
  );
  return (desk, row: Row) => Number(prepared(desk, insertOf(row)).run(row).lastInsertRowid);
}
