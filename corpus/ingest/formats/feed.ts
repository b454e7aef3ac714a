import { parseFeed } from 'feedsmith';
import type { DraftBlock } from '../../document/block';
import type { IngestedArticle, IngestOutcome } from '../model';
import { fromAtom, fromJson, fromRdf, fromRss, type Feed, type FeedEntry } from './feed-entry';
import { pageAddress } from './html-address';
import { articleOfBlocks } from './html-article';
import { isoMoment } from './html-dates';
import { decodeHtml } from './html-decode';
import { blocksOfFragment } from './html-fragment';
import { given, languageOf } from './html-metadata';
import { isNestedDeeper } from './html-nesting';
import type { FileFacts, FormatReader } from './reader';

const REACH = 4096;
const ONLY_SUMMARY = 'The feed gives only a summary; fetch the page for the whole text.';

/** RSS, Atom, RDF and JSON feeds: each entry is an article. Nothing is fetched. */
export const feedReader: FormatReader = {
  format: 'Feed',
  recognises(bytes, facts) {
    if (/\b(?:rss|atom|feed)\+(?:xml|json)\b/i.test(facts.contentType ?? '')) return true;
    if (/\.(?:rss|atom)$/i.test(facts.name)) return true;
    const start = new TextDecoder()
      .decode(bytes.subarray(0, REACH))
      .replace(/<!--[^]*?-->|<[?!][^>]*>/g, '');
    if (/^\s*<(?:\w+:)?(?:rss|feed|RDF)[\s>]/.test(start)) return true;
    return /^\s*\{/.test(start) && /"https?:\/\/jsonfeed\.org\/version\//.test(start);
  },
  read: (bytes, facts) => Promise.resolve(readFeed(bytes, facts)),
};

function readFeed(bytes: Uint8Array, facts: FileFacts): IngestOutcome {
  const decoded = decodeHtml(bytes, facts.contentType);
  if (!decoded.ok) return decoded;
  const found = feedIn(decoded.text);
  if (typeof found === 'string') return { ok: false, refused: found };
  const { feed, looping } = withoutItself(found, facts.url);
  const articles = feed.entries.flatMap((entry) => articleOf(entry, feed, facts.url) ?? []);
  const left = feed.entries.length - articles.length;
  if (articles.length === 0) {
    const refused = 'The feed has no entry with a text; import the pages that it points to.';
    return { ok: false, refused };
  }
  const note = left === 1 ? '1 entry has no text' : `${left} entries have no text`;
  const notes = left === 0 ? [] : [`${note} and was left out.`.replace(/(entries.*)was/, '$1were')];
  if (looping > 0) notes.push(loopNote(looping));
  return { ok: true, text: '', encoding: 'Feed', notes: [...decoded.notes, ...notes], articles };
}

/** An entry whose page is the feed itself has no address: others would be taken for versions of it. */
function withoutItself(
  feed: Feed,
  url: string | null,
): { readonly feed: Feed; readonly looping: number } {
  const own = [url, pageAddress(feed.self, url)].map(bareAddress);
  const isOwn = (address: string | undefined) => {
    const page = pageAddress(address, url);
    return page !== null && own.includes(bareAddress(page));
  };
  const entries = feed.entries.map((entry) =>
    isOwn(entry.url) ? { ...entry, url: undefined } : entry,
  );
  const looping = feed.entries.filter((entry) => isOwn(entry.url)).length;
  return { feed: { ...feed, entries }, looping };
}

function bareAddress(address: string | null): string | null {
  return address?.replace(/#.*$/, '').replace(/\/$/, '') ?? null;
}

function loopNote(count: number): string {
  const entries = count === 1 ? '1 entry points' : `${count} entries point`;
  return `${entries} at the feed itself instead of a page; the address was left out.`;
}

/** The feed, or the sentence that refuses it. */
function feedIn(text: string): Feed | string {
  if (/<!ENTITY\b/i.test(text) && /<!DOCTYPE\b/i.test(text)) {
    return 'The feed declares entities of its own, which is not safe to read; ask for it without.';
  }
  if (isNestedDeeper(text)) return 'The feed nests its elements too deep; ask for another export.';
  try {
    const parsed = parseFeed(text);
    if (parsed.format === 'rss') return fromRss(parsed.feed);
    if (parsed.format === 'atom') return fromAtom(parsed.feed);
    return parsed.format === 'rdf' ? fromRdf(parsed.feed) : fromJson(parsed.feed);
  } catch {
    return 'This cannot be read as a feed; check that the file is whole and download it again.';
  }
}

function articleOf(entry: FeedEntry, feed: Feed, url: string | null): IngestedArticle | null {
  const address = pageAddress(entry.url, url);
  const title = titleOf(entry.title);
  const content = blocksOf(entry.content, address ?? url);
  const body = content.length > 0 ? content : blocksOf(entry.summary, address ?? url);
  if (title === null && body.length === 0) return null;
  const headline = title === null ? [] : [blockOf('headline', title)];
  const names = entry.authors.map((name) => name.trim()).filter((name) => name !== '');
  const facts = {
    headline: title,
    title: null,
    deck: null,
    byline: names.length === 0 ? null : names.join(', '),
    metadata: metadataOf(entry, feed, address),
  };
  const article = articleOfBlocks([...headline, ...body], facts, title);
  const warnings = content.length > 0 ? [] : [ONLY_SUMMARY];
  return { ...article, warnings: [...article.warnings, ...warnings] };
}

function metadataOf(
  entry: FeedEntry,
  feed: Feed,
  address: string | null,
): NonNullable<IngestedArticle['metadata']> {
  return given({
    url: address ?? undefined,
    externalId: entry.id,
    publisher: titleOf(feed.title) ?? undefined,
    language: languageOf(entry.language ?? feed.language),
    publishedAt: isoMoment(entry.publishedAt),
    modifiedAt: isoMoment(entry.modifiedAt),
    rights: entry.rights,
    keywords: entry.keywords.length > 0 ? entry.keywords : undefined,
  });
}

/** A title may hold markup that is escaped once too often. */
function titleOf(title: string | undefined): string | null {
  const text = blocksOf(title, null).map((block) => block.text);
  return text.length === 0 ? null : text.join(' ').replace(/\s+/g, ' ');
}

function blocksOf(html: string | undefined, url: string | null): readonly DraftBlock[] {
  return html === undefined ? [] : (blocksOfFragment(html, url) ?? []);
}

function blockOf(role: DraftBlock['role'], text: string): DraftBlock {
  return { role, text, depth: 0, group: null, original: null };
}
