import { FORMATS, type Format } from '@/corpus/interchange/format-names';
import type { Manifest } from '@/corpus/interchange/manifest';
import type { Tally } from '@/corpus/interchange/loss';
import { figure } from '@/corpus/wording/numbers';
import { commandLineView } from './actor';
import { readArguments } from './arguments';
import { CHOICE_OPTIONS, readChoice, refuseUnknownChoice } from './choice';
import { collectionIdOf } from './collection';
import { withDesk } from './desk';
import { fillFolder } from './export-folder';
import { CommandProblem, UsageProblem } from './problems';
import { versionLine } from './usage';
import { writeDataset } from './write-dataset';

const OPTIONS = {
  format: { type: 'string' },
  out: { type: 'string' },
  force: { type: 'boolean', default: false },
  collection: { type: 'string' },
  ...CHOICE_OPTIONS,
  json: { type: 'boolean', default: false },
} as const;

/** `stet export --format F --out DIR`: writes a dataset, wholly or not at all. */
export function runExport(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS);
  if (positionals.length > 0) {
    throw new UsageProblem(`“${positionals[0]}” is too much: name the folder with --out.`);
  }
  const format = formatOf(values.format);
  const { out, force, json, collection } = values;
  if (!out) throw new UsageProblem('Name the folder to write into with --out.');
  const choice = readChoice(values);
  const chosen = { ...(collection === undefined ? {} : { collection }), ...choice };
  return withDesk({ create: false }, async (whole) => {
    const desk = commandLineView(whole, 'exportDataset');
    const filter =
      collection === undefined
        ? choice
        : { ...choice, collectionId: collectionIdOf(desk, collection) };
    refuseUnknownChoice(desk, filter);
    const manifest = await untilStopped((signal) =>
      fillFolder(out, force, (folder) =>
        writeDataset(desk, folder, {
          ...{ format, filter, chosen, signal },
          generator: versionLine(),
          onProgress: showProgress,
        }),
      ),
    );
    console.log(json ? JSON.stringify(manifest) : reportOf(manifest, out));
    return 0;
  });
}

function formatOf(word: string | undefined): Format {
  const format = FORMATS.find((known) => known === word);
  if (format !== undefined) return format;
  const what = word === undefined ? 'Name a format with --format' : `“${word}” is no format`;
  throw new UsageProblem(`${what}: choose from ${FORMATS.join(', ')}.`);
}

/** Lets Ctrl-C and a polite kill end the work, so that what is half-written goes away. */
async function untilStopped<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const stop = () =>
    controller.abort(new CommandProblem('The export was stopped; nothing was written.'));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    return await work(controller.signal);
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  }
}

function showProgress(tally: Tally): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(
    `\r${figure(tally.articles)} articles, ${figure(tally.annotations)} annotations…`,
  );
}

function reportOf({ counts, withheld, files }: Manifest, out: string): string {
  const { articles, annotations, spans, evidence } = counts;
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const kept =
    withheld.evidence === 0
      ? ''
      : ` ${figure(withheld.evidence)} citations of confidential evidence were withheld.`;
  return `${figure(articles)} articles with ${figure(annotations)} annotations, ${figure(spans)} spans and ${figure(evidence)} citations in ${out} (${files.length + 1} files, ${(bytes / 1e6).toFixed(1)} MB).${kept}`;
}
