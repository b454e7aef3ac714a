import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { backUpDesk, databasePath, openReader } from '@/db/client';
import { readArguments } from './arguments';
import { withDesk } from './desk';
import { CommandProblem, UsageProblem, reasonOf } from './problems';

/** `stet backup FILE`: a copy of the database that is looked through before it gets its name. */
export function runBackup(args: string[]): Promise<number> {
  const { positionals } = readArguments(args, {});
  const [name, ...rest] = positionals;
  if (name === undefined || rest.length > 0) {
    throw new UsageProblem('Name the one file that the copy is written to.');
  }
  const file = resolve(name);
  refuseBadPlace(file, name);
  return withDesk({ create: false }, (desk) => {
    const half = `${file}.half-${process.pid}`;
    try {
      backUpDesk(desk, half);
      refuseUnsound(half);
      renameSync(half, file);
    } catch (error) {
      if (error instanceof CommandProblem) throw error;
      throw new CommandProblem(`The copy ${name} cannot be written: ${reasonOf(error)}.`);
    } finally {
      rmSync(half, { force: true });
    }
    const size = (statSync(file).size / 1e6).toFixed(1);
    console.log(`${databasePath()} is copied to ${file} (${size} MB).`);
    return 0;
  });
}

function refuseBadPlace(file: string, name: string): void {
  if (existsSync(file)) {
    throw new CommandProblem(`${name} exists already; a backup never overwrites a file.`);
  }
  if (!existsSync(dirname(file))) {
    throw new CommandProblem(`The folder ${dirname(file)} does not exist: make it first.`);
  }
}

function refuseUnsound(file: string): void {
  const reader = openReader(file);
  try {
    if (reader.pragma('quick_check', { simple: true }) !== 'ok') {
      throw new CommandProblem('The copy is damaged and was not kept: run stet doctor.');
    }
  } finally {
    reader.close();
  }
}
