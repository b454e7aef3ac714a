import type { ArticleMetadata } from '../model';
import { pageAddress } from './html-address';
import { isoMoment } from './html-dates';
import { keywordsIn, linkedArticles, type LinkedArticle } from './html-json-ld';

/** What a page says about its article beside the words that it shows. */
export interface PageFacts {
  readonly headline: string | null;
  /** What the page's <title> says, without the site's name. */
  readonly title: string | null;
  readonly deck: string | null;
  readonly byline: string | null;
  readonly metadata: ArticleMetadata;
}

/** A page's own statements; read once, asked for each of its articles. */
export interface PageStatements {
  readonly linked: readonly LinkedArticle[];
  readonly metas: ReadonlyMap<string, string>;
  readonly title: string | null;
  readonly language: string | null;
  readonly canonical: string | null;
}

/** Reads a page's head, its JSON-LD and its <html lang>. */
export function statementsOf(page: Document): PageStatements {
  const metas = new Map<string, string>();
  for (const meta of page.querySelectorAll('meta')) {
    const name =
      meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop');
    const content = meta.getAttribute('content')?.replace(/\s+/g, ' ').trim() ?? '';
    const key = name?.toLowerCase() ?? '';
    if (content === '' || key === '') continue;
    if (key === 'article:author' && metas.has(key))
      metas.set(key, `${metas.get(key) ?? ''}, ${content}`);
    else if (!metas.has(key)) metas.set(key, content);
  }
  const headline = headlineInMicrodata(page);
  if (headline !== null && !metas.has('headline')) metas.set('headline', headline);
  return {
    linked: linkedArticles(page),
    metas,
    title: page.querySelector('title')?.textContent?.replace(/\s+/g, ' ').trim() ?? null,
    language: page.querySelector('html')?.getAttribute('lang') ?? null,
    canonical: page.querySelector('link[rel=canonical]')?.getAttribute('href') ?? null,
  };
}

/** The words that the page itself calls its headline, where it does so once. */
function headlineInMicrodata(page: Document): string | null {
  const named = page.querySelectorAll('[itemprop="headline"]:not(meta)');
  const text = named.length === 1 ? (named[0]?.textContent ?? '') : '';
  return text.replace(/\s+/g, ' ').trim() || null;
}

/**
 * What is said about one article. In order of trust: headline, deck, author, dates, publisher and
 * section by JSON-LD, then by Open Graph and article:* metas, then by plain metas and `time` (the
 * first <time datetime> beside the article); the language by <html lang> first, the address by the
 * canonical link first, and by `url` (where it was fetched from) last.
 */
export function factsOf(
  page: PageStatements,
  linked: LinkedArticle | undefined,
  time: string | undefined,
  url: string | null,
): PageFacts {
  const meta = (...names: string[]): string | undefined =>
    names.map((name) => page.metas.get(name)).find((value) => value !== undefined);
  const authors = linked?.authors.join(', ') ?? '';
  const author = meta('author', 'article:author', 'parsely-author', 'dc.creator', 'byl');
  const named = author === undefined || /^https?:/.test(author) ? null : withoutBy(author);
  return {
    headline: linked?.headline ?? meta('og:title', 'twitter:title', 'headline', 'dc.title') ?? null,
    title: page.title === null || page.title === '' ? null : withoutSite(page.title),
    deck: linked?.deck ?? meta('og:description', 'description') ?? null,
    byline: authors !== '' ? authors : named,
    metadata: metadataOf(page, linked, meta, time, url),
  };
}

function metadataOf(
  page: PageStatements,
  linked: LinkedArticle | undefined,
  meta: (...names: string[]) => string | undefined,
  time: string | undefined,
  url: string | null,
): ArticleMetadata {
  const keywords =
    linked !== undefined && linked.keywords.length > 0
      ? linked.keywords
      : keywordsIn(meta('news_keywords', 'keywords'));
  return given({
    url: addressOf(page, linked, meta('og:url'), url),
    publisher: linked?.publisher ?? meta('og:site_name', 'application-name'),
    language: languageOf(page.language ?? linked?.language ?? meta('og:locale', 'language')),
    section: linked?.section ?? meta('article:section'),
    publishedAt: moments(
      linked?.publishedAt,
      meta(
        'article:published_time',
        'datepublished',
        'parsely-pub-date',
        'date',
        'dc.date.issued',
        'pubdate',
      ),
      time,
    ),
    modifiedAt: moments(
      linked?.modifiedAt,
      meta('article:modified_time', 'datemodified', 'og:updated_time'),
    ),
    correction: linked?.correction,
    rights: linked?.rights ?? meta('copyright', 'dc.rights'),
    keywords: keywords.length > 0 ? keywords : undefined,
  });
}

/** The fields that are said. */
export function given(fields: {
  readonly [Key in keyof ArticleMetadata]: ArticleMetadata[Key] | undefined;
}): ArticleMetadata {
  const said = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said);
}

function moments(...written: (string | undefined)[]): string | undefined {
  return written.map(isoMoment).find((moment) => moment !== undefined);
}

function addressOf(
  page: PageStatements,
  linked: LinkedArticle | undefined,
  meta: string | undefined,
  url: string | null,
): string | undefined {
  for (const href of [page.canonical, meta, linked?.url, url]) {
    const address = pageAddress(href, url);
    if (address !== null) return address;
  }
  return undefined;
}

/** "en_GB" as BCP 47 writes it; undefined for what names no language. */
export function languageOf(written: string | undefined): string | undefined {
  const tag = written?.trim().replaceAll('_', '-') ?? '';
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(tag) ? tag : undefined;
}

function withoutBy(author: string): string {
  return author.replace(/^by\s+/i, '');
}

/** "Harbour closed | Port Hallen Post" without what follows the last mark. */
function withoutSite(title: string): string {
  const at = Math.max(
    title.lastIndexOf(' | '),
    title.lastIndexOf(' - '),
    title.lastIndexOf(' – '),
    title.lastIndexOf(' — '),
  );
  return at > 10 && at > title.length * 0.4 ? title.slice(0, at).trim() : title;
}
