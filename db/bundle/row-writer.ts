import type { Statement } from 'better-sqlite3';
import type { Desk } from '../client';
import { rowAsJson } from './export';
import { findRowProblem } from './row-schema';
import { snakeCase, type BundleTable } from './tables';

export type Row = Readonly<Record<string, unknown>>;

/** The risk of a check whose derived columns are still to be written. */
export const UNDERIVED = -1;

/** Columns that no bundle has, with what they hold at first, in SQL. */
const FIRST: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'person.jsonl': {
    ...{ role: "'reader'", version: '1', removed: '1' },
    created_at: "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')",
  },
  'original.jsonl': { bytes: "x''" },
  'check.jsonl': { kind: "'claim'", risk: String(UNDERIVED), listed: '0' },
  'command.jsonl': { result: `'{"written":[],"seq":0}'` },
};

/** Reads and writes the rows of one table. */
export class RowWriter {
  private readonly find: Statement<unknown[], string>;
  private readonly insert: Statement;

  constructor(
    desk: Desk,
    private readonly table: BundleTable,
  ) {
    const { sql, columns, key } = table;
    const isSame = key.map((one) => `t.${snakeCase(one)} IS ?`).join(' AND ');
    this.find = desk.sqlite
      .prepare<unknown[], string>(`SELECT ${rowAsJson(columns)} FROM ${sql} t WHERE ${isSame}`)
      .pluck();
    const first = FIRST[table.file] ?? {};
    const names = [...columns.map((column) => column.sql), ...Object.keys(first)];
    const values = [...columns.map(valueOf), ...Object.values(first)];
    this.insert = desk.sqlite.prepare(
      `INSERT INTO ${sql} (${names.join(', ')}) SELECT ${values.join(', ')} FROM (SELECT ? AS v)`,
    );
  }

  /** The row of a line; the reason in a few words where it is none. */
  parse(json: string): Row | string {
    let row: unknown;
    try {
      row = JSON.parse(json);
    } catch {
      return 'it is no JSON';
    }
    return findRowProblem(this.table, row) ?? (row as Row);
  }

  /** Adds the row; `known` where it is here, `other` where another one is here in its place. */
  write(row: Row): 'added' | 'known' | 'other' {
    const json = JSON.stringify(row);
    const here = this.find.get(...this.table.key.map((key) => row[key]));
    if (here !== undefined) return here === json ? 'known' : 'other';
    this.insert.run(json);
    return 'added';
  }
}

/** An SQL expression: a column's value in the line `v`. */
function valueOf({ key, type }: BundleTable['columns'][number]): string {
  return type === 'json' ? `nullif(v -> '$.${key}', 'null')` : `v ->> '$.${key}'`;
}
