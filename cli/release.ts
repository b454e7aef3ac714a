import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, basename } from 'node:path';
import { changesWords } from '@/corpus/release/card';
import { RELEASE_FORMATS } from '@/corpus/release/model';
import type { ArticleFormat } from '@/corpus/interchange/format-names';
import { makeRelease } from '@/db/commands/make-release';
import type { Desk } from '@/db/client';
import { findVersion, releaseBytes, type ReleaseLine } from '@/db/queries/releases';
import { figure } from '@/corpus/wording/numbers';
import { commandLineActor, commandLineView } from './actor';
import { readArguments } from './arguments';
import { CHOICE_OPTIONS, SEVERAL, readChoice, refuseUnknownChoice } from './choice';
import { collectionIdOf } from './collection';
import { HashedFile } from './dataset-files';
import { withDesk } from './desk';
import { CommandProblem, UsageProblem, reasonOf } from './problems';
import { versionLine } from './usage';

const OPTIONS = {
  collection: { type: 'string' },
  version: { type: 'string' },
  licence: { type: 'string' },
  citation: { type: 'string' },
  pseudonyms: { type: 'boolean', default: false },
  format: SEVERAL,
  out: { type: 'string' },
  ...CHOICE_OPTIONS,
  json: { type: 'boolean', default: false },
} as const;

/**
 * `stet release --collection NAME --version V --licence L`: makes a release; without a licence, and
 * with `--out`, writes the file of the one that stands.
 */
export function runRelease(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS);
  if (positionals.length > 0) throw new UsageProblem(`“${positionals[0]}” is too much: name the collection with --collection.`); // prettier-ignore
  const { collection, version, licence, citation = null, pseudonyms, out, json } = values;
  if (!collection) throw new UsageProblem('Name the collection with --collection.');
  if (!version) throw new UsageProblem('Name the version with --version.');
  if (licence === undefined && !out) throw new UsageProblem('Name the licence with --licence.');
  const formats = values.format.length === 0 ? (['jsonl'] as const) : values.format.map(formatOf);
  const choice = readChoice(values);
  if (out !== undefined && existsSync(out)) throw new CommandProblem(`${out} exists already; a release never overwrites a file.`); // prettier-ignore
  return withDesk({ create: false }, (whole) => {
    const act = licence === undefined ? 'exportDataset' : 'makeRelease';
    const desk = commandLineView(whole, act);
    const collectionId = collectionIdOf(desk, collection);
    const filter = { ...choice, collectionId };
    refuseUnknownChoice(desk, filter);
    const release =
      licence === undefined
        ? standing(desk, collectionId, version)
        : makeRelease(whole, commandLineActor(whole, act), { filter, version, licence, citation, pseudonyms, formats }, versionLine()); // prettier-ignore
    if (out !== undefined) writeFile(desk, release, out);
    console.log(json ? JSON.stringify(release) : reportOf(release, out));
    return 0;
  });
}

function formatOf(word: string): ArticleFormat {
  const format = RELEASE_FORMATS.find((known) => known === word);
  if (format !== undefined) return format;
  throw new UsageProblem(`A release has no format “${word}”: choose from ${RELEASE_FORMATS.join(', ')}.`); // prettier-ignore
}

function standing(desk: Desk, collectionId: string, version: string): ReleaseLine {
  const release = findVersion(desk, collectionId, version);
  if (release !== null) return release;
  throw new CommandProblem(`There is no version ${version}: make it with --licence.`);
}

/** Wholly or not at all. */
function writeFile(desk: Desk, { id }: ReleaseLine, out: string): void {
  const half = `${out}.half-${process.pid}`;
  try {
    const file = new HashedFile(dirname(half), basename(half));
    for (const bytes of releaseBytes(desk, id)) file.write(bytes);
    file.finish();
    renameSync(half, out);
  } catch (error) {
    throw new CommandProblem(
      `The release stands, but ${out} cannot be written: ${reasonOf(error)}.`,
    );
  } finally {
    rmSync(half, { force: true });
  }
}

function reportOf(release: ReleaseLine, out: string | undefined): string {
  const { collection, version, counts, changes, sha256 } = release;
  const where = out === undefined ? '' : ` It is in ${out}.`;
  return `${collection}, version ${version}: ${figure(counts.articles)} articles with ${figure(counts.annotations)} annotations.${where}\n${changesWords(changes)}\nSHA-256 ${sha256}`;
}
