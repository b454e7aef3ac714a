import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Desk } from '@/db/client';
import {
  ensureCollection,
  importFile,
  type ImportedArticle,
  type ImportOutcome,
} from '@/db/commands/import';
import { ensureFirstPerson } from '@/db/commands/people';
import { readArguments } from './arguments';
import { withDesk } from './desk';
import { findTexts, type FoundText } from './find-texts';
import { reasonOf, UsageProblem } from './problems';

const OPTIONS = {
  collection: { type: 'string', default: 'Desk' },
  json: { type: 'boolean', default: false },
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
  return withDesk({ create: true }, (desk) => {
    const totals: Totals = { files: 0, articles: 0, known: 0, refused: 0 };
    for (const outcome of importAll(desk, collection, positionals)) {
      count(totals, outcome);
      if (values.json) printJson(outcome);
      else printReport(outcome);
    }
    if (!values.json) console.log(summaryOf(totals, collection));
    return totals.refused > 0 ? 1 : 0;
  });
}

function* importAll(
  desk: Desk,
  collection: string,
  paths: readonly string[],
): Generator<ImportOutcome> {
  const actor = ensureFirstPerson(desk);
  let collectionId: string | null = null;
  for (const found of findTexts(paths)) {
    const read = readBytes(found);
    if ('refused' in read) yield read;
    else {
      collectionId ??= ensureCollection(desk, actor, collection).id;
      const name = basename(found.file);
      yield { ...importFile(desk, actor, collectionId, name, read.bytes), file: found.file };
    }
  }
}

function readBytes(found: FoundText): { bytes: Uint8Array } | { file: string; refused: string } {
  if ('refused' in found) return found;
  try {
    return { bytes: readFileSync(found.file) };
  } catch (error) {
    return { file: found.file, refused: `The file cannot be read: ${reasonOf(error)}.` };
  }
}

function count(totals: Totals, outcome: ImportOutcome): void {
  if ('refused' in outcome) totals.refused += 1;
  else {
    totals.files += 1;
    totals.articles += outcome.articles.length;
    totals.known += outcome.articles.filter(({ isNew }) => !isNew).length;
  }
}

/** One object a line: each article, or the file that was refused (docs/formats.md). */
function printJson(outcome: ImportOutcome): void {
  if ('refused' in outcome) console.log(JSON.stringify(outcome));
  else {
    for (const article of outcome.articles) {
      console.log(JSON.stringify(articleReport(outcome.file, outcome.notes, article)));
    }
  }
}

function articleReport(
  file: string,
  notes: readonly string[],
  { id, isNew, article }: ImportedArticle,
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
    blocks: blocks.map(({ role, text }) => ({ role, text })),
    warnings: [...notes, ...warnings],
  };
}

function printReport(outcome: ImportOutcome): void {
  if ('refused' in outcome) {
    console.error(`${outcome.file}: ${outcome.refused}`);
    return;
  }
  const known = outcome.articles.filter(({ isNew }) => !isNew).length;
  const here = known === 0 ? '' : `, ${known} of them already here`;
  console.log(`${outcome.file}: ${countOf(outcome.articles.length, 'article')}${here}`);
  for (const note of outcome.notes) console.log(`  ${note}`);
  for (const { article } of outcome.articles) {
    const { headline, places, date } = article;
    const when =
      date === null ? [] : [date.basis === 'stated' ? date.value : `about ${date.value}`];
    const details = [...places, ...when].join(', ');
    console.log(`  ${headline}${details === '' ? '' : ` (${details})`}`);
  }
}

function summaryOf({ files, articles, known, refused }: Totals, collection: string): string {
  const sum = `${countOf(articles - known, 'new article')} from ${countOf(files, 'file')} in “${collection}”`;
  const rest = [
    ...(known > 0 ? [`${known} already here`] : []),
    ...(refused > 0 ? [`${refused} refused`] : []),
  ];
  return `${[sum, ...rest].join('; ')}.`;
}

function countOf(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
