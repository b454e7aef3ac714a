import type { DatasetArticle } from '../interchange/article';
import { ARTICLE_JSON_SCHEMA } from '../interchange/json-schema';
import { findSchemaProblem } from '../interchange/schema-check';
import type { IndexLine } from './index-lines';
import { INDEX_FILE, type ReleaseManifest } from './model';

const ARTICLES_FILE = 'jsonl/articles.jsonl';
const SPAN_KEY = /^[^/]+\/[a-z]+\/\d+\/\d+$/;

type Counts = Record<keyof ReleaseManifest['counts'], number>;

/** Reads the members that Stet reads again, line by line, and counts what is in them. */
export class ContentCheck {
  readonly counts = new Map<string, Counts>();

  reads(name: string): boolean {
    const isRead = name === INDEX_FILE || name === ARTICLES_FILE;
    if (isRead) this.counts.set(name, { articles: 0, annotations: 0, spans: 0, evidence: 0 });
    return isRead;
  }

  /** What is wrong with a line, without a full stop; null where it is as it must be. */
  line(name: string, line: string): string | null {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      return 'it is no JSON';
    }
    const counts = this.counts.get(name)!;
    return name === INDEX_FILE ? countIndex(value, counts) : countArticle(value, counts);
  }
}

function countIndex(value: unknown, counts: Counts): string | null {
  const { article, sha256, annotations, evidence, spans } = (value ?? {}) as Partial<IndexLine>;
  const isWhole = typeof article === 'string' && typeof sha256 === 'string' && Number.isInteger(annotations) && Number.isInteger(evidence); // prettier-ignore
  const keys = Object.keys(spans ?? {});
  if (!isWhole || !keys.every((key) => SPAN_KEY.test(key))) return 'it is no line of an index';
  counts.articles += 1;
  counts.annotations += annotations!;
  counts.evidence += evidence!;
  counts.spans += keys.length;
  return null;
}

function countArticle(value: unknown, counts: Counts): string | null {
  const problem = findSchemaProblem(ARTICLE_JSON_SCHEMA, value);
  if (problem !== null) return problem;
  const { text, annotations } = value as DatasetArticle;
  const characters = Array.from(text);
  counts.articles += 1;
  counts.annotations += annotations.length;
  for (const { id, parts, check } of annotations) {
    counts.evidence += check?.evidence.length ?? 0;
    for (const { start, end, exact } of parts.flatMap(({ pieces }) => pieces)) {
      counts.spans += 1;
      if (characters.slice(start, end).join('') !== exact) {
        return `the words of annotation ${id} are not where it says`;
      }
    }
  }
  return null;
}

/** One sentence where a member holds more or less than the manifest says. */
export function findCountProblem(
  { counts: told }: ReleaseManifest,
  { counts }: ContentCheck,
): string | null {
  for (const [name, found] of counts) {
    for (const key of Object.keys(found) as (keyof Counts)[]) {
      if (found[key] !== told[key]) {
        return `${name} holds ${found[key]} ${key}, the manifest says ${told[key]}.`;
      }
    }
  }
  return null;
}
