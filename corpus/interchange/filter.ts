import { KINDS, type Kind } from '../annotation/model';
import { FINDINGS, STATUSES, type Finding, type Status } from '../verification/model';

/**
 * Which articles and annotations an export holds; all where it is empty. Kinds, layers, statuses and
 * findings choose annotations: an article of which none is left is then left out as well.
 */
export interface DatasetFilter {
  readonly collectionId?: string;
  readonly articleIds?: readonly string[];
  readonly kinds?: readonly Kind[];
  /** By name, as exports have them. */
  readonly layers?: readonly string[];
  readonly statuses?: readonly Status[];
  readonly findings?: readonly Finding[];
  /** First and last day of the article's date, YYYY-MM-DD; articles without a date are left out. */
  readonly from?: string;
  readonly to?: string;
}

/** The filter as a person writes it, in a command line or an address; a collection is named apart. */
export interface FilterWords {
  readonly kind: readonly string[];
  /** Whole names: a comma is part of one. */
  readonly layer: readonly string[];
  readonly status: readonly string[];
  readonly finding: readonly string[];
  readonly article: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
}

export type ParsedFilter =
  | { readonly ok: true; readonly filter: DatasetFilter }
  /** One sentence that says which word is not understood. */
  | { readonly ok: false; readonly refused: string };

class FilterProblem extends Error {}

/** Reads a filter from words; each list may be empty and, but for layers, may hold several words with commas. */
export function parseFilter(words: FilterWords): ParsedFilter {
  try {
    const articleIds = split(words.article);
    const from = day('from', words.from);
    const to = day('to', words.to);
    if (from !== null && to !== null && from > to) {
      throw new FilterProblem(`There is no day from ${from} to ${to}: the first is the later one.`);
    }
    const filter: DatasetFilter = {
      ...given('articleIds', articleIds),
      ...given('kinds', choose('kind', words.kind, KINDS)),
      ...given('layers', words.layer.filter(Boolean)),
      ...given('statuses', choose('status', words.status, STATUSES)),
      ...given('findings', choose('finding', words.finding, FINDINGS)),
      ...(from === null ? {} : { from }),
      ...(to === null ? {} : { to }),
    };
    return { ok: true, filter };
  } catch (error) {
    if (error instanceof FilterProblem) return { ok: false, refused: error.message };
    throw error;
  }
}

/** True where the filter chooses among annotations, not only among articles. */
export function choosesAnnotations(filter: DatasetFilter): boolean {
  const { kinds, layers, statuses, findings } = filter;
  return [kinds, layers, statuses, findings].some((list) => list !== undefined);
}

function split(words: readonly string[]): string[] {
  return words.flatMap((word) => word.split(',').map((part) => part.trim())).filter(Boolean);
}

function given<Key extends string, T>(key: Key, list: readonly T[]): { [K in Key]?: readonly T[] } {
  return (list.length === 0 ? {} : { [key]: list }) as { [K in Key]?: readonly T[] };
}

function choose<T extends string>(name: string, words: readonly string[], known: readonly T[]) {
  return split(words).map((word) => {
    const found = known.find((value) => value === word);
    if (found !== undefined) return found;
    throw new FilterProblem(`“${word}” is no ${name}; choose from ${known.join(', ')}.`);
  });
}

function day(name: string, word: string | null): string | null {
  if (word === null) return null;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(word) ? Date.parse(`${word}T00:00:00Z`) : NaN;
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(word)) return word;
  throw new FilterProblem(`“${word}” is no day for “${name}”; write it like 2026-11-21.`);
}
