import { parseFilter } from '@/corpus/interchange/filter';
import type { Format } from '@/corpus/interchange/format-names';

/** What the form holds: which dataset a person wants. Empty lists and days choose all. */
export interface ExportChoice {
  readonly format: Format;
  /** A collection's name; empty for all. */
  readonly collection: string;
  readonly article: string;
  readonly kind: readonly string[];
  readonly status: readonly string[];
  readonly finding: readonly string[];
  readonly from: string;
  readonly to: string;
}

export const EVERYTHING: ExportChoice = {
  format: 'jsonl',
  collection: '',
  article: '',
  kind: [],
  status: [],
  finding: [],
  from: '',
  to: '',
};

/** The files of a CSV export and what each holds. */
export const CSV_FILES: Readonly<Record<string, string>> = {
  'articles.csv': 'one line an article, with its text',
  'blocks.csv': 'headlines, paragraphs, captions and the rest, by offset',
  'annotations.csv': 'claims, quotes and attributions with status and finding',
  'spans.csv': 'the marked words of each annotation, by offset',
  'evidence.csv': 'what each finding rests on',
  'datapackage.json': 'the description of all tables, for programs',
  'loss.json': 'what the tables cannot carry',
};

/** Why nothing can be exported with this choice, as one sentence; null where all is well. */
export function refusalOf({
  article,
  kind,
  status,
  finding,
  from,
  to,
}: ExportChoice): string | null {
  const words = { kind, status, finding, article: article === '' ? [] : [article] };
  const parsed = parseFilter({ ...words, from: from || null, to: to || null });
  return parsed.ok ? null : parsed.refused;
}

/** Where the choice is downloaded; a CSV file is named. */
export function exportAddress(choice: ExportChoice, file: string | null = null): string {
  const query = new URLSearchParams({ format: choice.format });
  if (file !== null) query.set('file', file);
  for (const [name, values] of chosen(choice)) query.set(name, values.join(','));
  return `/api/export?${query}`;
}

/** The same export as a command line for a POSIX shell, in parts that a break must not split. */
export function commandParts(choice: ExportChoice): readonly string[] {
  const options = chosen(choice).flatMap(([name, values]) =>
    values.map((value) => `--${name} ${quoted(value)}`),
  );
  return ['npx stet export', `--format ${choice.format}`, '--out dataset', ...options];
}

function chosen(choice: ExportChoice): readonly (readonly [string, readonly string[]])[] {
  const { collection, article, kind, status, finding, from, to } = choice;
  const lists = [
    ['collection', one(collection)],
    ['article', one(article)],
    ['kind', kind],
    ['status', status],
    ['finding', finding],
    ['from', one(from)],
    ['to', one(to)],
  ] as const;
  return lists.filter(([, values]) => values.length > 0);
}

function one(value: string): readonly string[] {
  return value === '' ? [] : [value];
}

function quoted(value: string): string {
  return /^[\w.:-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
}
