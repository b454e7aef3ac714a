import { eq } from 'drizzle-orm';
import type { Source } from '@/corpus/ingest/source';
import type { Desk } from '../client';
import { refuseForbidden } from '../commands/allowed';
import { RefusedError } from '../commands/errors';
import { openLedger } from '../commands/ledger';
import { projectCheck } from '../commands/project-check';
import type { Actor } from '../commands/run';
import { nowhere } from '../commands/table-store';
import { hashOf } from '../ids';
import * as schema from '../schema';
import { IMPORT_BUNDLE, type Withheld } from './choose';
import { ARCHIVE, ORIGINALS } from './export';
import { BundleArchive } from './read-archive';
import { RowWriter, UNDERIVED, type Row } from './row-writer';
import { BUNDLE_TABLES, type BundleTable } from './tables';

/** What an import of a bundle did. */
export interface BundleReport {
  /** Rows that are new, by file. */
  readonly added: Readonly<Record<string, number>>;
  /** Rows that the desk had already, just so. */
  readonly known: number;
  /** Collections that came under another name, because the desk has one with theirs. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  readonly withheld: readonly Withheld[];
}

/** How many conflicts are told. */
const TOLD = 20;

/**
 * Imports a bundle in one transaction: what the desk has already is passed over, and where it has
 * something else under the same id nothing is written at all. Throws RefusedError with the reason,
 * or with the conflicts. With `dryRun` it tells the same, and nothing is written.
 */
export async function importBundle(
  desk: Desk,
  actor: Actor,
  file: Source,
  dryRun = false,
): Promise<BundleReport> {
  refuseForbidden(actor, 'importFiles');
  const archive = await BundleArchive.open(file);
  desk.sqlite.exec('BEGIN IMMEDIATE');
  try {
    desk.sqlite.pragma('defer_foreign_keys = ON');
    const report = await new BundleImport(desk, actor, archive).run();
    desk.sqlite.exec(dryRun ? 'ROLLBACK' : 'COMMIT');
    return report;
  } catch (error) {
    if (desk.sqlite.inTransaction) desk.sqlite.exec('ROLLBACK');
    throw worded(error);
  }
}

function worded(error: unknown): unknown {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (!code.startsWith('SQLITE_CONSTRAINT')) return error;
  return new RefusedError(
    'invalid',
    `The bundle does not fit this desk (${message}), so nothing was imported: import it into an empty desk.`,
  );
}

class BundleImport {
  private readonly added: Record<string, number> = {};
  private readonly conflicts: string[] = [];
  private readonly renamed: { from: string; to: string }[] = [];
  private readonly collections: string[] = [];
  /** Originals that the desk has under another id. */
  private readonly originals = new Map<string, string>();
  private known = 0;
  private read: { readonly id: string; readonly text: string } = { id: '', text: '' };

  constructor(
    private readonly desk: Desk,
    private readonly actor: Actor,
    private readonly archive: BundleArchive,
  ) {}

  async run(): Promise<BundleReport> {
    for (const table of BUNDLE_TABLES) await this.importTable(table);
    this.refuseConflicts();
    await this.importBytes();
    this.project();
    if (Object.keys(this.added).length > 0) this.note();
    const { withheld } = this.archive.manifest;
    return { added: this.added, known: this.known, renamed: this.renamed, withheld };
  }

  private async importTable(table: BundleTable): Promise<void> {
    // A bundle of an earlier Stet has no such table.
    if (this.archive.manifest.counts[table.file] === undefined) return;
    const writer = new RowWriter(this.desk, table);
    let line = 0;
    for await (const json of this.archive.lines(table.file)) {
      line += 1;
      const row = writer.parse(json);
      if (typeof row === 'string') throw damagedLine(table, line, row);
      const problem = this.problemOf(table, row);
      if (problem !== null) throw damagedLine(table, line, problem);
      this.store(table, writer, this.adapted(table, row));
    }
    if (line !== this.archive.manifest.counts[table.file]) {
      throw damagedLine(table, line, 'the file has not as many lines as the manifest says');
    }
  }

  private store(table: BundleTable, writer: RowWriter, row: Row): void {
    const outcome = writer.write(row);
    if (outcome === 'added') {
      this.added[table.file] = (this.added[table.file] ?? 0) + 1;
      if (table.file === 'collection.jsonl') this.collections.push(String(row['id']));
    } else if (outcome === 'known' || isOfDesk(table)) this.known += 1;
    else if (this.conflicts.length < TOLD) {
      this.conflicts.push(`the ${table.row} ${table.key.map((key) => row[key]).join(' ')}`);
    } else this.refuseConflicts();
  }

  /** What only this desk can know: names that are taken, and originals that are here. */
  private adapted(table: BundleTable, row: Row): Row {
    if (table.file === 'collection.jsonl') return this.underFreeName(row);
    if (table.file === 'original.jsonl') {
      const here = this.ask<string>('SELECT id FROM original WHERE sha256 = ?', row['sha256']);
      if (here !== undefined && here !== row['id']) this.originals.set(String(row['id']), here);
      return here === undefined ? row : { ...row, id: here };
    }
    const here = this.originals.get(String(row['originalId']));
    return here === undefined ? row : { ...row, originalId: here };
  }

  private underFreeName(row: Row): Row {
    const [id, from] = [String(row['id']), String(row['name'])];
    if (this.ask('SELECT 1 FROM collection WHERE id = ?', id) !== undefined) return row;
    let to = from;
    for (let count = 1; this.isTaken(to); count++) {
      to = `${from} (imported${count === 1 ? '' : ` ${count}`})`;
    }
    if (to !== from) this.renamed.push({ from, to });
    return { ...row, name: to };
  }

  private isTaken(name: string): boolean {
    return this.ask('SELECT 1 FROM collection WHERE name = ?', name) !== undefined;
  }

  private ask<T>(sql: string, ...values: readonly unknown[]): T | undefined {
    return this.desk.sqlite
      .prepare<unknown[], T>(sql)
      .pluck()
      .get(...values);
  }

  /** A text must be the one of its hash, and a span's words must stand where it says. */
  private problemOf(table: BundleTable, row: Row): string | null {
    if (table.file === 'revision.jsonl') {
      return hashOf(String(row['text'])) === row['hash']
        ? null
        : 'the text is not that of its hash';
    }
    if (table.file !== 'span.jsonl') return null;
    const { start, end, exact } = row as { start: number; end: number; exact: string };
    const text = this.textOf(String(row['revisionId']));
    const holds = text.startsWith(exact, start) && end - start === exact.length;
    return holds ? null : 'the span’s words are not where it says they are';
  }

  private textOf(id: string): string {
    if (this.read.id !== id) {
      this.read = {
        id,
        text: this.ask<string>('SELECT text FROM revision WHERE id = ?', id) ?? '',
      };
    }
    return this.read.text;
  }

  private refuseConflicts(): void {
    if (this.conflicts.length === 0) return;
    const more = this.conflicts.length > TOLD - 1 ? ' and more' : '';
    throw new RefusedError(
      'invalid',
      `The desk has another state of ${this.conflicts.join(', ')}${more}, so nothing was imported: import the bundle into an empty desk.`,
    );
  }

  private async importBytes(): Promise<void> {
    const update = this.desk.sqlite.prepare(
      'UPDATE original SET bytes = ? WHERE sha256 = ? AND length(bytes) = 0',
    );
    const keep = this.desk.sqlite.prepare(
      `INSERT OR IGNORE INTO archived_bytes (bytes, sha256)
       SELECT @bytes, @hash WHERE @hash IN (SELECT sha256 FROM archived_copy)`,
    );
    for (const name of this.archive.names()) {
      const folder = [ORIGINALS, ARCHIVE].find((one) => name.startsWith(one));
      if (folder === undefined) continue;
      const bytes = await this.archive.bytes(name);
      const hash = hashOf(bytes);
      if (hash !== name.slice(folder.length)) {
        throw new RefusedError(
          'invalid',
          `${name} is not the file of its name: nothing was imported.`,
        );
      }
      if (folder === ARCHIVE) keep.run({ bytes, hash });
      else update.run(bytes, hash);
    }
    this.refuseLack(
      'the original',
      'SELECT file_name FROM original WHERE length(bytes) = 0 AND byte_length > 0',
    );
    this.refuseLack(
      'the archived copy',
      'SELECT file_name FROM archived_copy WHERE sha256 NOT IN (SELECT sha256 FROM archived_bytes)',
    );
  }

  private refuseLack(what: string, sql: string): void {
    const name = this.ask<string>(sql);
    if (name === undefined) return;
    throw new RefusedError('invalid', `The bundle lacks ${what} “${name}”: nothing was imported.`);
  }

  /** Writes what the desk derives: the queue's columns, labels and words, and names of sources. */
  private project(): void {
    const rows = this.desk.sqlite
      .prepare<[], string>(`SELECT annotation_id FROM "check" WHERE risk = ${UNDERIVED}`)
      .pluck()
      .all();
    for (const id of rows) projectCheck(this.desk, id);
  }

  private note(): void {
    const { desk, actor } = this;
    const ledger = openLedger(desk, actor.id, IMPORT_BUNDLE);
    const { withheld } = this.archive.manifest;
    const { command } = schema;
    const isOurs = eq(command.id, ledger.act.commandId);
    desk.orm.update(command).set({ result: { withheld } }).where(isOurs).run();
    for (const id of this.collections) ledger.note('collection', id, nowhere(), { imported: true });
  }
}

/** People and collections that are here stay as the desk has them. */
function isOfDesk({ file }: BundleTable): boolean {
  return file === 'collection.jsonl' || file === 'person.jsonl';
}

function damagedLine({ file }: BundleTable, line: number, problem: string): RefusedError {
  return new RefusedError(
    'invalid',
    `Line ${line} of ${file} is no row of a bundle (${problem}), so nothing was imported.`,
  );
}
