import type Database from 'better-sqlite3';
import type { Desk } from '../client';

/** How many statements a connection keeps prepared. */
const KEPT = 200;

const prepared = new WeakMap<Database.Database, Map<string, Database.Statement<unknown[]>>>();

/** A statement that stays prepared for its connection: preparing costs as much as a page does. */
export function statement<Row>(desk: Desk, sql: string): Database.Statement<unknown[], Row> {
  let known = prepared.get(desk.sqlite);
  if (known === undefined) prepared.set(desk.sqlite, (known = new Map()));
  let found = known.get(sql);
  if (found === undefined) {
    found = desk.sqlite.prepare<unknown[]>(sql);
    const [oldest] = known.keys();
    if (known.size >= KEPT && oldest !== undefined) known.delete(oldest);
  } else known.delete(sql);
  known.set(sql, found);
  return found as Database.Statement<unknown[], Row>;
}
