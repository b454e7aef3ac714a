import type Database from 'better-sqlite3';
import type { Desk } from '../client';

/** How many statements a connection keeps prepared. */
const KEPT = 200;

const prepared = new WeakMap<Database.Database, Map<string, Database.Statement>>();

/** A statement that stays prepared for its connection: preparing costs as much as a page does. */
export function statement<Row>(desk: Desk, sql: string): Database.Statement<unknown[], Row> {
  const known = prepared.get(desk.sqlite) ?? new Map<string, Database.Statement>();
  prepared.set(desk.sqlite, known);
  const found = known.get(sql) ?? desk.sqlite.prepare(sql);
  known.delete(sql);
  const [oldest] = known.keys();
  if (known.size >= KEPT && oldest !== undefined) known.delete(oldest);
  known.set(sql, found);
  return found as Database.Statement<unknown[], Row>;
}
