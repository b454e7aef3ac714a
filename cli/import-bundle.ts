import { closeSync, fstatSync, openSync } from 'node:fs';
import type { OpenFile } from '@/corpus/ingest/source';
import { importBundle, type BundleReport } from '@/db/bundle/import';
import { isBundle } from '@/db/bundle/read-archive';
import type { Desk } from '@/db/client';
import { RefusedError } from '@/db/commands/errors';
import { figure } from '@/corpus/wording/numbers';
import { commandLineActor } from './actor';
import { isAddress } from './find-texts';

/** Which of the paths are bundles of Stet, and which are anything else. */
export async function sortOut(
  paths: readonly string[],
): Promise<{ readonly bundles: readonly string[]; readonly others: readonly string[] }> {
  const [bundles, others]: [string[], string[]] = [[], []];
  for (const path of paths) {
    const is = !isAddress(path) && (await withFile(path, isBundle, () => false));
    (is ? bundles : others).push(path);
  }
  return { bundles, others };
}

/** Imports a bundle and tells what came of it; false where it was refused. */
export async function importBundleFile(desk: Desk, path: string, json: boolean): Promise<boolean> {
  const actor = commandLineActor(desk, 'importFiles');
  try {
    const report = await withFile(path, (file) => importBundle(desk, actor, file), fail);
    console.log(json ? JSON.stringify({ bundle: path, ...report }) : reportOf(path, report));
    return true;
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    if (json) console.log(JSON.stringify({ file: path, refused: error.message }));
    else console.error(`${path}: ${error.message}`);
    return false;
  }
}

function fail(error: unknown): never {
  throw error;
}

/** `otherwise` answers for a path that cannot be opened as a file. */
async function withFile<T>(
  path: string,
  work: (file: OpenFile) => Promise<T>,
  otherwise: (error: unknown) => T,
): Promise<T> {
  let fd: number;
  try {
    fd = openSync(path, 'r');
  } catch (error) {
    return otherwise(error);
  }
  try {
    const stat = fstatSync(fd);
    return stat.isFile() ? await work({ fd, size: stat.size }) : otherwise(null);
  } finally {
    closeSync(fd);
  }
}

function reportOf(path: string, { added, known, renamed, withheld }: BundleReport): string {
  const count = (file: string) => figure(added[file] ?? 0);
  const kept = withheld.reduce((sum, { evidence }) => sum + evidence, 0);
  return [
    `${path}: ${count('article.jsonl')} new articles with ${count('annotation.jsonl')} annotations and ${count('event.jsonl')} lines of history; ${figure(known)} things were here already.`,
    ...renamed.map(({ from, to }) => `  “${from}” came as “${to}”, because the name is taken.`),
    ...(kept === 0 ? [] : [`  ${kept} confidential items of evidence stayed on the other desk.`]),
  ].join('\n');
}
