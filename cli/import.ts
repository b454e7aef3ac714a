import { USUAL_COLLECTION } from '@/corpus/ingest/unnamed';
import type { Desk } from '@/db/client';
import {
  ensureCollection,
  importFile,
  type ImportedArticle,
  type ImportOutcome,
} from '@/db/commands/import';
import { commandLineActor } from './actor';
import { readArguments } from './arguments';
import { withDesk } from './desk';
import { importAnnotationFiles, readFormatOf } from './import-annotations';
import { importBundleFile, sortOut } from './import-bundle';
import { findTexts } from './find-texts';
import { keepMemoryLow } from '@/corpus/ingest/memory';
import { dayWords } from '@/corpus/wording/dates';
import { counted, figure } from '@/corpus/wording/numbers';
import { UsageProblem } from './problems';
import { showProgress } from './progress';
import { readPath } from './read-path';

const OPTIONS = {
  collection: { type: 'string', default: USUAL_COLLECTION },
  json: { type: 'boolean', default: false },
  format: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
} as const;

interface Totals {
  files: number;
  articles: number;
  known: number;
  refused: number;
}

/** `stet import PATH…`: each file by itself, so that one bad file keeps no other out. */
export function runImport(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS);
  if (positionals.length === 0) throw new UsageProblem('Name the files or folders to import.');
  const collection = values.collection.trim();
  if (collection === '') throw new UsageProblem('The name of the collection is empty.');
  const { json, 'dry-run': dryRun } = values;
  if (values.format !== undefined) {
    const format = readFormatOf(values.format);
    return withDesk({ create: true }, (desk) =>
      importAnnotationFiles(desk, positionals, { format, collection, json, dryRun }) ? 0 : 1,
    );
  }
  if (dryRun) throw new UsageProblem('--dry-run goes with --format: name the format too.');
  return withDesk({ create: true }, async (desk) => {
    const totals: Totals = { files: 0, articles: 0, known: 0, refused: 0 };
    const { bundles, others } = await sortOut(positionals);
    for (const path of bundles) {
      if (!(await importBundleFile(desk, path, values.json))) totals.refused += 1;
    }
    if (others.length === 0) return totals.refused > 0 ? 1 : 0;
    for await (const outcome of importAll(desk, collection, others)) {
      count(totals, outcome);
      if (values.json) printJson(outcome);
      else printReport(outcome);
    }
    if (!values.json) console.log(summaryOf(totals, collection));
    return totals.refused > 0 ? 1 : 0;
  });
}

async function* importAll(
  desk: Desk,
  collection: string,
  paths: readonly string[],
): AsyncGenerator<ImportOutcome> {
  const actor = commandLineActor(desk, 'importFiles');
  let collectionId: string | null = null;
  const found = [...findTexts(paths)];
  const progress = showProgress(found.length);
  for (const path of found) {
    if (progress.stopped()) return;
    for await (const read of readPath(path)) {
      if ('refused' in read) yield read;
      else if ('note' in read) yield { file: read.file, notes: [read.note], articles: [] };
      else {
        collectionId ??= ensureCollection(desk, actor, collection).id;
        yield { ...importFile(desk, actor, collectionId, read), file: read.shown };
        progress.within(read.share);
      }
      keepMemoryLow();
      if (progress.stopped()) return;
    }
    progress.step();
  }
}

function count(totals: Totals, outcome: ImportOutcome): void {
  if ('refused' in outcome) totals.refused += 1;
  else {
    if (outcome.articles.length > 0) totals.files += 1;
    totals.articles += outcome.articles.length;
    totals.known += outcome.articles.filter(({ isNew }) => !isNew).length;
  }
}

/** One object a line: each article, or the file that was refused (docs/formats.md). */
function printJson(outcome: ImportOutcome): void {
  if ('refused' in outcome) console.log(JSON.stringify(outcome));
  else {
    if (outcome.articles.length === 0) {
      console.log(JSON.stringify({ file: outcome.file, notes: outcome.notes }));
    }
    for (const article of outcome.articles) {
      console.log(JSON.stringify(articleReport(outcome.file, outcome.notes, article)));
    }
  }
}

function articleReport(
  file: string,
  notes: readonly string[],
  { id, isNew, revision, discussions, line, article }: ImportedArticle,
) {
  const { headline, byline, places, agency, date, blocks, warnings } = article;
  return {
    article: id,
    headline,
    file,
    byline,
    places,
    agency,
    date: date?.value ?? null,
    dateBasis: date?.basis ?? null,
    dateReason: date?.reason ?? null,
    isNew,
    revision,
    discussions,
    line,
    blocks: blocks.map(({ role, text }) => ({ role, text })),
    warnings: [...notes, ...warnings],
  };
}

function printReport(outcome: ImportOutcome): void {
  if ('refused' in outcome) {
    console.error(`${outcome.file}: ${outcome.refused}`);
    return;
  }
  if (outcome.articles.length === 0) {
    for (const note of outcome.notes) console.error(`${outcome.file}: ${note}`);
    return;
  }
  const known = outcome.articles.filter(
    ({ isNew, revision }) => !isNew && revision === null,
  ).length;
  const here = known === 0 ? '' : `, ${known} of them already here`;
  console.log(`${outcome.file}: ${counted(outcome.articles.length, 'article')}${here}`);
  for (const note of outcome.notes) console.log(`  ${note}`);
  for (const { id, article, revision, revisionOf, discussions, line } of outcome.articles) {
    const { headline, places, date } = article;
    const when =
      date === null
        ? []
        : [date.basis === 'stated' ? dayWords(date.value) : `about ${dayWords(date.value)}`];
    const begins = line === null || outcome.articles.length === 1 ? [] : [`from line ${line}`];
    const details = [...places, ...when, ...begins].join(', ');
    const made =
      revision === null
        ? ''
        : `: became revision ${revision} of “${revisionOf}”; review it at /articles/${id}/revisions`;
    console.log(`  ${headline}${details === '' ? '' : ` (${details})`}${made}`);
    if (discussions > 0) console.log(`    ${counted(discussions, 'comment')} kept as discussions`);
  }
}

function summaryOf({ files, articles, known, refused }: Totals, collection: string): string {
  const sum = `${counted(articles - known, 'new article')} from ${counted(files, 'file')} in “${collection}”`;
  const rest = [
    ...(known > 0 ? [`${figure(known)} already here`] : []),
    ...(refused > 0 ? [`${figure(refused)} refused`] : []),
  ];
  return `${[sum, ...rest].join('; ')}.`;
}
