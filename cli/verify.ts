import { closeSync, fstatSync, openSync } from 'node:fs';
import type { OpenFile } from '@/corpus/ingest/source';
import { verifyRelease } from '@/corpus/release/verify';
import { dayWords } from '@/corpus/wording/dates';
import { figure } from '@/corpus/wording/numbers';
import { readArguments } from './arguments';
import { CommandProblem, UsageProblem, reasonOf } from './problems';

const OPTIONS = { json: { type: 'boolean', default: false } } as const;

/** `stet verify FILE`: whether a release is as it was made. Needs no database. */
export async function runVerify(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS);
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw new UsageProblem('Name the one release to verify.'); // prettier-ignore
  const file = openFile(name);
  try {
    const verdict = await verifyRelease(file);
    if (values.json) console.log(JSON.stringify(verdict));
    else if (!verdict.holds) console.error(`${name} does not hold: ${verdict.problem}`);
    else {
      const { collection, version, date, files } = verdict.manifest;
      console.log(`${name} holds: ${collection}, version ${version} of ${dayWords(date)}, all ${figure(files.length + 1)} members as released (SHA-256 ${verdict.sha256}).`); // prettier-ignore
    }
    return verdict.holds ? 0 : 1;
  } finally {
    closeSync(file.fd);
  }
}

function openFile(name: string): OpenFile {
  try {
    const fd = openSync(name, 'r');
    const stat = fstatSync(fd);
    if (stat.isFile()) return { fd, size: stat.size };
    closeSync(fd);
  } catch (error) {
    throw new CommandProblem(`${name} cannot be read: ${reasonOf(error)}.`);
  }
  throw new CommandProblem(`${name} cannot be read: it is no file.`);
}
