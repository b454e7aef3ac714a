import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import * as schema from './schema';

/** An open database: Drizzle for the typed work, the raw connection for what needs a cursor. */
export interface Desk {
  readonly path: string;
  readonly sqlite: Database.Database;
  readonly orm: BetterSQLite3Database<typeof schema>;
  /** SQL of the views that stand before the tables of this connection, and of each opened for it. */
  readonly views?: string;
}

/** One sentence for the person who started Stet; no stack trace is needed to act on it. */
export class DeskError extends Error {
  override readonly name = 'DeskError';
}

/** Stet's own folder: told by the command line, which runs from anywhere; else the working directory. */
/** The folder of the clone. */
export const HOME = process.env['STET_HOME'] ?? process.cwd();
const MIGRATIONS = join(HOME, 'db', 'migrations');

/** Where the database is: STET_DATABASE, else `data/stet.db` in Stet's own folder. */
export function databasePath(): string {
  return resolve(
    /*turbopackIgnore: true*/ process.env['STET_DATABASE'] ?? join(HOME, 'data', 'stet.db'),
  );
}

/**
 * Opens the database file, making it and its folder where absent. Throws DeskError when the file
 * cannot be opened, is no database, or comes from a newer Stet. Writes are on disk when a
 * transaction returns (WAL, synchronous FULL).
 */
export function openDesk(path: string): Desk {
  let sqlite: Database.Database | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    sqlite = new Database(path, { timeout: 5000 });
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('foreign_keys = ON');
    sqlite.pragma('cache_size = -65536');
    const desk = { path, sqlite, orm: drizzle(sqlite, { schema, casing: 'snake_case' }) };
    refuseNewer(desk);
    return desk;
  } catch (error) {
    sqlite?.close();
    throw unopened(path, error);
  }
}

function unopened(path: string, error: unknown): DeskError {
  if (error instanceof DeskError) return error;
  const why = error instanceof Error ? error.message : String(error);
  return new DeskError(`The database ${path} cannot be opened: ${why}.`);
}

/**
 * A connection of its own that only reads, for long reads while others write; whoever opens it
 * closes it. The file must exist. Throws DeskError as openDesk does.
 */
export function openReader(path: string): Database.Database {
  try {
    const reader = new Database(path, { readonly: true, fileMustExist: true, timeout: 5000 });
    reader.pragma('cache_size = -4096');
    return reader;
  } catch (error) {
    throw unopened(path, error);
  }
}

/** A connection as `openReader` opens it, with the views of the desk that it is for. */
export function openReaderOf({ path, views }: Desk): Database.Database {
  const reader = openReader(path);
  // Set later it would take every view away.
  reader.pragma('temp_store = FILE');
  if (views === undefined) return reader;
  reader.exec(views);
  // A view has no index to be told to use.
  const prepare = reader.prepare.bind(reader) as (sql: string) => Database.Statement;
  reader.prepare = ((sql: string) => prepare(sql.replace(/ INDEXED BY \w+/g, ''))) as never;
  return reader;
}

const viewed = new WeakMap<Desk, Map<string, Desk>>();

/** The desk through some views, only to read; opened once, and closed with the desk. */
export function openView(desk: Desk, views: string): Desk {
  const known = viewed.get(desk) ?? new Map<string, Desk>();
  viewed.set(desk, known);
  const open = known.get(views);
  if (open !== undefined) return open;
  const sqlite = openReaderOf({ ...desk, views });
  const made = { path: desk.path, sqlite, views, orm: drizzle(sqlite, { schema, casing: 'snake_case' }) } as const; // prettier-ignore
  known.set(views, made);
  return made;
}

/** Brings the tables up to date; returns how many migrations ran. All of them or none. */
export function migrateDesk(desk: Desk): number {
  const before = listApplied(desk).length;
  desk.sqlite.pragma('foreign_keys = OFF');
  try {
    migrate(desk.orm, { migrationsFolder: MIGRATIONS });
  } finally {
    desk.sqlite.pragma('foreign_keys = ON');
  }
  return listApplied(desk).length - before;
}

export function closeDesk(desk: Desk): void {
  for (const view of viewed.get(desk)?.values() ?? []) view.sqlite.close();
  desk.sqlite.close();
}

/** Writes a consistent copy of the whole database to `file`, which must not exist yet. */
export function backUpDesk(desk: Desk, file: string): void {
  desk.sqlite.prepare('VACUUM INTO ?').run(file);
}

/**
 * How many migrations a database still needs, on any connection; it changes nothing. Throws
 * DeskError where the database comes from a newer Stet.
 */
export function countPendingMigrations(sqlite: Database.Database): number {
  const applied = listApplied({ sqlite });
  const known = knownMigrations();
  if (applied.some((when) => !known.has(when))) throw new DeskError(newerSentence(sqlite.name));
  return known.size - applied.length;
}

function listApplied(desk: Pick<Desk, 'sqlite'>): readonly number[] {
  const table = desk.sqlite
    .prepare(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '__drizzle_migrations'`)
    .get();
  if (table === undefined) return [];
  return desk.sqlite
    .prepare<[], number>('SELECT created_at FROM __drizzle_migrations ORDER BY created_at')
    .pluck()
    .all();
}

/** The migrations of this Stet, by the time each was made. */
function knownMigrations(): ReadonlySet<number> {
  const journalFile = join(MIGRATIONS, 'meta', '_journal.json');
  const journal = JSON.parse(readFileSync(journalFile, 'utf8')) as { entries: { when: number }[] };
  return new Set(journal.entries.map((entry) => entry.when));
}

function refuseNewer(desk: Desk): void {
  if (!existsSync(MIGRATIONS)) return;
  const known = knownMigrations();
  if (listApplied(desk).every((when) => known.has(when))) return;
  desk.sqlite.close();
  throw new DeskError(newerSentence(desk.path));
}

function newerSentence(path: string): string {
  return `The database ${path} was made by a newer version of Stet: update Stet, or set STET_DATABASE to another file.`;
}

const shared = globalThis as { stetDesk?: Desk };

/** The server's one connection, opened at first use. */
export function currentDesk(): Desk {
  shared.stetDesk ??= openDesk(databasePath());
  return shared.stetDesk;
}
