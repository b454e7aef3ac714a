import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { MANIFEST } from '@/corpus/interchange/manifest';
import { CommandProblem, reasonOf } from './problems';

/**
 * Fills the folder `out` by way of a temporary one: `fill` writes into the temporary folder, and
 * only when it has finished does anything appear in `out`. A folder that holds something is
 * refused, or with `force` its earlier export is replaced and other files stay. Throws
 * CommandProblem, having left nothing behind.
 */
export async function fillFolder<T>(
  out: string,
  force: boolean,
  fill: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = resolve(out);
  refuseFull(folder, out, force);
  const made = existsSync(folder);
  const temporary = makeTemporary(folder, made);
  try {
    const result = await fill(temporary);
    if (made) moveInto(temporary, folder);
    else renameSync(temporary, folder);
    return result;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function refuseFull(folder: string, out: string, force: boolean): void {
  let names: string[];
  try {
    names = existsSync(folder) ? readdirSync(folder) : [];
  } catch (error) {
    throw new CommandProblem(`The folder ${out} cannot be used: ${reasonOf(error)}.`);
  }
  if (names.length > 0 && !force) {
    throw new CommandProblem(
      `The folder ${out} is not empty: name another, or add --force to replace the export in it.`,
    );
  }
}

/** Beside a folder that is to come, inside one that is there: so a rename never crosses disks. */
function makeTemporary(folder: string, made: boolean): string {
  const place = made ? folder : dirname(folder);
  try {
    mkdirSync(place, { recursive: true });
    return mkdtempSync(join(place, `.stet-${basename(folder)}-`));
  } catch (error) {
    throw new CommandProblem(`Nothing can be written in ${place}: ${reasonOf(error)}.`);
  }
}

/** The earlier export goes, the new one comes, its manifest last: with a manifest, all is there. */
function moveInto(temporary: string, folder: string): void {
  for (const name of earlierFiles(folder)) rmSync(join(folder, name), { force: true });
  const names = readdirSync(temporary).sort((a, b) => rank(a) - rank(b));
  for (const name of names) renameSync(join(temporary, name), join(folder, name));
  rmdirSync(temporary);
}

function rank(name: string): number {
  return name === 'manifest.json' ? 1 : 0;
}

/** What an earlier export wrote, by its own manifest, which goes first. */
function earlierFiles(folder: string): readonly string[] {
  try {
    const content = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
      manifest?: unknown;
      files?: { name: string }[];
    };
    if (content.manifest !== MANIFEST) return [];
    const names = (content.files ?? []).map(({ name }) => name);
    return ['manifest.json', ...names.filter((name) => name === basename(name))];
  } catch {
    return [];
  }
}
