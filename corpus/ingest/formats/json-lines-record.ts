import type { DraftBlock } from '../../document/block';
import { ingestText } from '../ingest';
import type { ArticleMetadata, IngestedArticle } from '../model';
import { timeOf } from './wire-item';
import { hasWords } from './wire-pieces';
import { plainText, safeHref } from './wire-runs';

/** A record as read, with the names of the fields that Stet has no place for; or what is wrong. */
export type ReadRecord =
  | { readonly ok: true; readonly article: IngestedArticle; readonly unknown: readonly string[] }
  | { readonly ok: false; readonly reason: string };

const KNOWN = new Set([
  'text',
  'title',
  'headline',
  'byline',
  'author',
  'date',
  'url',
  'id',
  'source',
  'language',
]);

/** Reads one JSON value into one article. `reason` is the end of a sentence: "it has no text". */
export function readRecord(value: unknown): ReadRecord {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { ok: false, reason: 'it is no object' };
  }
  const record = value as Readonly<Record<string, unknown>>;
  if (record['text'] === undefined) return { ok: false, reason: 'it has no field “text”' };
  if (typeof record['text'] !== 'string') return { ok: false, reason: '“text” is no string' };
  const article = joinedArticle(plainBreaks(record['text']));
  if (article === null) return { ok: false, reason: '“text” is empty' };
  const unknown = Object.keys(record).filter((key) => !KNOWN.has(key));
  return { ok: true, article: withFields(article, record), unknown };
}

function plainBreaks(text: string): string {
  return text.toWellFormed().replace(/[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]/g, '');
}

/** What a plain text would be split into stays one article: later headlines become crossheads. */
function joinedArticle(text: string): IngestedArticle | null {
  const { articles } = ingestText(text);
  const [first, ...rest] = articles;
  if (first === undefined) return null;
  const later = rest.flatMap(({ blocks }) =>
    blocks.map((block) =>
      block.role === 'headline' ? { ...block, role: 'crosshead' as const } : block,
    ),
  );
  const blocks = [...first.blocks, ...later].map((block) => ({ ...block, original: null }));
  return { ...first, blocks: withOwnGroups(blocks, first.blocks.length) };
}

/** Comments of different articles must not share a group. */
function withOwnGroups(blocks: readonly DraftBlock[], from: number): DraftBlock[] {
  const most = blocks.slice(0, from).reduce((last, { group }) => Math.max(last, group ?? -1), -1);
  return blocks.map((block, at) =>
    at < from || block.group === null ? block : { ...block, group: block.group + most + 1 },
  );
}

function withFields(
  article: IngestedArticle,
  record: Readonly<Record<string, unknown>>,
): IngestedArticle {
  const title = lineOf(record['headline']) || lineOf(record['title']);
  const byline = lineOf(record['byline']) || lineOf(record['author']);
  const metadata = metadataOf(record);
  const titled = title === '' ? article : withHeadline(article, title);
  const full = byline === '' ? titled : withByline(titled, byline);
  const dated = withDate(full, metadata.publishedAt);
  return Object.keys(metadata).length === 0 ? dated : { ...dated, metadata };
}

/** One line of text; "" for what is no string or number. */
function lineOf(value: unknown): string {
  const names: unknown[] = Array.isArray(value) ? value : [value];
  const texts = names.filter((name) => typeof name === 'string' || typeof name === 'number');
  const line = plainText(texts.join(', ')).text.replace(/\s+/g, ' ');
  return hasWords(line) ? line : '';
}

function withHeadline(article: IngestedArticle, headline: string): IngestedArticle {
  const warnings = article.warnings.filter((text) => !/no headline/.test(text));
  const at = article.blocks.findIndex(({ text }) => text === headline);
  const others = article.blocks
    .filter((_, index) => index !== at)
    .map((block) => (block.role === 'headline' ? { ...block, role: 'crosshead' as const } : block));
  const blocks = [blockOf('headline', headline), ...others];
  return { ...article, headline, warnings, blocks };
}

function withByline(article: IngestedArticle, byline: string): IngestedArticle {
  const names = byline.replace(/^by:?\s+/i, '');
  if (article.blocks.some(({ role }) => role === 'byline')) return { ...article, byline: names };
  const at = article.blocks.findIndex(({ role }) => role === 'headline') + 1;
  const blocks = article.blocks.toSpliced(at, 0, blockOf('byline', byline));
  return { ...article, byline: names, blocks };
}

function blockOf(role: DraftBlock['role'], text: string): DraftBlock {
  return { role, text, depth: 0, group: null, original: null };
}

function withDate(article: IngestedArticle, time: string | undefined): IngestedArticle {
  if (time === undefined) return article;
  const reason = `Stated in the file: “${time}”.`;
  const warnings = article.warnings.filter((text) => !/^No (?:date|year) is given/.test(text));
  return { ...article, warnings, date: { value: time.slice(0, 10), basis: 'stated', reason } };
}

function metadataOf(record: Readonly<Record<string, unknown>>): ArticleMetadata {
  const url = lineOf(record['url']);
  const found: Record<string, string> = {
    url: /^https?:/i.test(url) ? (safeHref(url) ?? '') : '',
    externalId: lineOf(record['id']),
    publisher: lineOf(record['source']),
    language: lineOf(record['language']),
    publishedAt: timeOf(lineOf(record['date']).replace(/^(\S+) (?=\d{2}:)/, '$1T')),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== ''));
}
