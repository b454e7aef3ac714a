import { statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { countPendingMigrations, databasePath, openReader } from '@/db/client';
import { hashOf } from '@/db/ids';
import { figure } from '@/corpus/wording/numbers';
import { readArguments } from './arguments';
import { refuseMissingDesk } from './desk';
import { CommandProblem, UsageProblem, reasonOf } from './problems';
import { versionLine } from './usage';

interface Diagnosis {
  readonly database: string;
  readonly megabytes: number;
  readonly versions: { readonly stet: string; readonly node: string; readonly sqlite: string };
  readonly pendingMigrations: number;
  /** Sentences; empty where all is well. */
  readonly problems: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}

const COUNTS = {
  collections: 'SELECT count(*) FROM collection',
  articles: 'SELECT count(*) FROM article WHERE removed = 0',
  annotations: `SELECT count(*) FROM annotation WHERE removed = 0 AND origin <> 'suggestion'`,
  evidence: 'SELECT count(*) FROM evidence_item WHERE removed = 0',
  'archived copies': 'SELECT count(*) FROM archived_copy WHERE removed = 0',
  people: 'SELECT count(*) FROM person',
  events: 'SELECT count(*) FROM event',
} as const;

/** How many problems of one kind are told one by one. */
const TOLD = 5;

/** `stet doctor`: reads the whole database and changes nothing. Exit code 1 where it is not sound. */
export function runDoctor(args: string[]): number {
  const { values, positionals } = readArguments(args, {
    json: { type: 'boolean', default: false },
  });
  if (positionals.length > 0) throw new UsageProblem('stet doctor takes no files.');
  refuseMissingDesk();
  const path = databasePath();
  const reader = openReader(path);
  try {
    const diagnosis = examine(reader, path);
    console.log(values.json ? JSON.stringify(diagnosis) : reportOf(diagnosis));
    return diagnosis.problems.length > 0 ? 1 : 0;
  } catch (error) {
    throw new CommandProblem(`The database ${path} cannot be read: ${reasonOf(error)}.`);
  } finally {
    reader.close();
  }
}

function examine(reader: Database.Database, path: string): Diagnosis {
  const pendingMigrations = countPendingMigrations(reader);
  const sqlite = reader.prepare<[], string>('SELECT sqlite_version()').pluck().get()!;
  const whole = [...listDamage(reader), ...listBrokenReferences(reader)];
  const behind = pendingMigrations > 0;
  return {
    database: path,
    megabytes: Math.round(statSync(path).size / 1e5) / 10,
    versions: { stet: versionLine().slice(5), node: process.versions.node, sqlite },
    pendingMigrations,
    problems: behind ? whole : [...whole, ...listWrongSpans(reader), ...listWrongBytes(reader)],
    counts: behind ? {} : countRows(reader),
  };
}

function countRows(reader: Database.Database): Record<string, number> {
  const entries = Object.entries(COUNTS).map(([name, sql]) => [
    name,
    reader.prepare<[], number>(sql).pluck().get()!,
  ]);
  return Object.fromEntries(entries) as Record<string, number>;
}

function listDamage(reader: Database.Database): readonly string[] {
  const lines = reader.pragma(`integrity_check(${TOLD})`) as { integrity_check: string }[];
  return lines
    .map((line) => line.integrity_check)
    .filter((line) => line !== 'ok')
    .map((line) => `The database file is damaged: ${line}.`);
}

function listBrokenReferences(reader: Database.Database): readonly string[] {
  const rows = reader.pragma('foreign_key_check') as { table: string; parent: string }[];
  return rows
    .slice(0, TOLD)
    .map(({ table, parent }) => `A row of ${table} names a row of ${parent} that is not there.`);
}

/** Spans whose words are not those of their revision's text. */
function listWrongSpans(reader: Database.Database): readonly string[] {
  const problems: string[] = [];
  const spans = reader.prepare<[string], [string, number, number, string]>(
    'SELECT target_id, start, "end", exact FROM span WHERE revision_id = ?',
  );
  const revisions = reader.prepare<[], [string, string]>('SELECT id, text FROM revision').raw();
  for (const [id, text] of revisions.iterate()) {
    for (const [target, start, end, exact] of spans.raw().all(id)) {
      if (text.slice(start, end) === exact || problems.length >= TOLD) continue;
      problems.push(`The span of target ${target} does not hold the words it says.`);
    }
  }
  return problems;
}

/** Originals and archived copies whose bytes are not those of their hash. */
function listWrongBytes(reader: Database.Database): readonly string[] {
  const problems: string[] = [];
  const kept = reader.prepare<[], { what: string; sha256: string; bytes: Buffer }>(
    `SELECT 'original' AS what, sha256, bytes FROM original
     UNION ALL SELECT 'archived copy', sha256, bytes FROM archived_bytes`,
  );
  for (const { what, sha256, bytes } of kept.iterate()) {
    if (hashOf(bytes) === sha256 || problems.length >= TOLD) continue;
    problems.push(`The ${what} ${sha256} does not hold the bytes of its hash.`);
  }
  return problems;
}

function reportOf(diagnosis: Diagnosis): string {
  const { database, megabytes, versions, pendingMigrations, problems, counts } = diagnosis;
  const tables =
    pendingMigrations === 0
      ? 'up to date'
      : `${pendingMigrations} steps behind; the next start brings them up to date`;
  const numbers = Object.entries(counts).map(([name, value]) => `${figure(value)} ${name}`);
  return [
    `database   ${database} (${megabytes} MB)`,
    `versions   Stet ${versions.stet}, Node ${versions.node}, SQLite ${versions.sqlite}`,
    `tables     ${tables}`,
    ...(numbers.length === 0 ? [] : [`contents   ${numbers.join(', ')}`]),
    ...(problems.length === 0 ? ['sound      yes'] : problems.map((line) => `problem    ${line}`)),
  ].join('\n');
}
