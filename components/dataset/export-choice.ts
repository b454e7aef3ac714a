import { WHOLE_ARTICLES } from '@/corpus/interchange/bundle';
import { choosesAnnotations, parseFilter } from '@/corpus/interchange/filter';
import type { Format } from '@/corpus/interchange/format-names';

/** What the form holds: which dataset a person wants. Empty lists and days choose all. */
export interface ExportChoice {
  readonly format: Format;
  /** A collection's name; empty for all. */
  readonly collection: string;
  readonly article: string;
  readonly kind: readonly string[];
  /** Names; empty for all. */
  readonly layer: readonly string[];
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
  layer: [],
  status: [],
  finding: [],
  from: '',
  to: '',
};

/** Why nothing can be exported with this choice, as one sentence; null where all is well. */
export function refusalOf({
  format,
  article,
  kind,
  layer,
  status,
  finding,
  from,
  to,
}: ExportChoice): string | null {
  const words = { kind, layer, status, finding, article: article === '' ? [] : [article] };
  const parsed = parseFilter({ ...words, from: from || null, to: to || null });
  if (!parsed.ok) return parsed.refused;
  return format === 'bundle' && choosesAnnotations(parsed.filter) ? WHOLE_ARTICLES : null;
}

/** Where the choice is downloaded: all of it, or one of its files. */
export function exportAddress(choice: ExportChoice, file: string | null = null): string {
  const query = new URLSearchParams({ format: choice.format });
  if (file !== null) query.set('file', file);
  for (const [name, values] of chosen(choice)) {
    for (const value of values) query.append(name, value);
  }
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
  const { collection, article, kind, layer, status, finding, from, to } = choice;
  const lists = [
    ['collection', one(collection)],
    ['article', one(article)],
    ['kind', kind],
    ['layer', layer],
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
