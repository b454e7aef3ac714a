import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { READ_FORMATS, type ReadFormat } from '@/corpus/interchange/read/model';
import type { AnnotationImport } from '@/corpus/interchange/read/report';
import { counted, figure } from '@/corpus/wording/numbers';
import type { Desk } from '@/db/client';
import { bringIn } from '@/db/commands/bring-in';
import { commandLineActor } from './actor';
import { CommandProblem, reasonOf, UsageProblem } from './problems';

/** The largest file that is read whole, in bytes. */
const MOST = 300 * 1024 * 1024;

interface Order {
  readonly format: ReadFormat;
  readonly collection: string;
  readonly json: boolean;
  readonly dryRun: boolean;
}

/** The format of this name; throws UsageProblem for another. */
export function readFormatOf(word: string): ReadFormat {
  const format = READ_FORMATS.find((known) => known === word);
  if (format !== undefined) return format;
  throw new UsageProblem(
    `“${word}” is no format to import: choose from ${READ_FORMATS.join(', ')}.`,
  );
}

/** Takes the annotations of the files in, or tells what is in the way; false where nothing may be written. */
export function importAnnotationFiles(
  desk: Desk,
  paths: readonly string[],
  { format, collection, json, dryRun }: Order,
): boolean {
  const actor = commandLineActor(desk, 'importFiles');
  const files = Object.fromEntries(
    paths.flatMap(filesIn).map((path) => [basename(path), read(path)]),
  );
  const report = bringIn(desk, actor, { format, files, collection }, dryRun);
  if (json) console.log(JSON.stringify(report));
  else printReport(report, dryRun);
  return report.conflicts.length === 0;
}

function filesIn(path: string): readonly string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map(({ name }) => join(path, name));
  } catch (error) {
    throw new CommandProblem(`${path} cannot be read: ${reasonOf(error)}.`);
  }
}

function read(path: string): string {
  try {
    if (statSync(path).size > MOST) {
      throw new CommandProblem(`${path} has more than 300 MB: split it into smaller files.`);
    }
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof CommandProblem) throw error;
    throw new CommandProblem(`${path} cannot be read: ${reasonOf(error)}.`);
  }
}

function printReport(report: AnnotationImport, dryRun: boolean): void {
  const { articles, added, known, remarks, conflicts, isWritten } = report;
  for (const { name, at, message } of remarks) console.error(`${name} (${at}): ${message}`);
  for (const conflict of conflicts) console.error(conflict);
  const fresh = articles.filter(({ isNew }) => isNew).length;
  const sum = `${figure(added)} annotations and ${figure(fresh)} new articles in ${figure(articles.length)} texts; ${figure(known)} annotations were here already`;
  if (conflicts.length > 0)
    console.log(`Nothing was imported: ${counted(conflicts.length, 'conflict')}.`);
  else if (dryRun) console.log(`Would import ${sum}.`);
  else console.log(isWritten ? `Imported ${sum}.` : `Nothing new: ${sum}.`);
}
