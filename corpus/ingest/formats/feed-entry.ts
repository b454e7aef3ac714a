import type { AtomFeed, JsonFeed, RdfFeed, RssFeed } from 'feedsmith';

/** What all kinds of feeds say about one entry. Empty strings are left out. */
export interface FeedEntry {
  readonly title: string | undefined;
  readonly id: string | undefined;
  readonly url: string | undefined;
  readonly authors: readonly string[];
  readonly publishedAt: string | undefined;
  readonly modifiedAt: string | undefined;
  readonly language: string | undefined;
  readonly keywords: readonly string[];
  readonly rights: string | undefined;
  /** The whole text as HTML; undefined where the feed gives a summary alone. */
  readonly content: string | undefined;
  readonly summary: string | undefined;
}

/** A feed with what its entries share. */
export interface Feed {
  readonly title: string | undefined;
  readonly language: string | undefined;
  /** Where the feed itself stands, as it says. */
  readonly self: string | undefined;
  readonly entries: readonly FeedEntry[];
}

/** RSS 0.9x and 2.0. */
export function fromRss(feed: DeepRss): Feed {
  const entries = (feed.items ?? []).map((item): FeedEntry => ({
    title: item.title,
    id: item.guid?.value,
    url: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
    authors: item.dc?.creators ?? named(item.authors),
    publishedAt: item.pubDate ?? item.dc?.dates?.[0],
    modifiedAt: item.atom?.updated,
    language: item.dc?.languages?.[0],
    keywords: texts(item.categories?.map(({ name }) => name)),
    rights: item.dc?.rights?.[0] ?? feed.copyright,
    content: item.content?.encoded,
    summary: item.description,
  }));
  const self = selfAmong(feed.atom?.links);
  return { title: feed.title, language: feed.language, self, entries };
}

/** RSS 1.0. */
export function fromRdf(feed: DeepRdf): Feed {
  const entries = (feed.items ?? []).map((item): FeedEntry => ({
    title: item.title,
    id: item.rdf?.about,
    url: item.link,
    authors: item.dc?.creators ?? [],
    publishedAt: item.dc?.dates?.[0],
    modifiedAt: undefined,
    language: item.dc?.languages?.[0],
    keywords: item.dc?.subjects ?? [],
    rights: item.dc?.rights?.[0],
    content: item.content?.encoded,
    summary: item.description,
  }));
  const self = selfAmong(feed.atom?.links);
  return { title: feed.title, language: feed.dc?.languages?.[0], self, entries };
}

/** Atom 1.0. An entry's link is the alternate one, not "self". */
export function fromAtom(feed: DeepAtom): Feed {
  const entries = (feed.entries ?? []).map((entry): FeedEntry => ({
    title: plain(entry.title),
    id: entry.id,
    url: entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href,
    authors: texts((entry.authors ?? feed.authors)?.map(({ name }) => name)),
    publishedAt: entry.published ?? entry.updated,
    modifiedAt: entry.updated,
    language: entry.xml?.lang,
    keywords: texts(entry.categories?.map(({ label, term }) => label ?? term)),
    rights: plain(entry.rights ?? feed.rights),
    content: markup(entry.content),
    summary: markup(entry.summary),
  }));
  const self = selfAmong(feed.links);
  return { title: plain(feed.title), language: feed.xml?.lang, self, entries };
}

/** JSON Feed 1.0 and 1.1. */
export function fromJson(feed: DeepJson): Feed {
  const entries = (feed.items ?? []).map((item): FeedEntry => ({
    title: item.title,
    id: item.id,
    url: item.url ?? item.external_url,
    authors: named(item.authors ?? feed.authors),
    publishedAt: item.date_published,
    modifiedAt: item.date_modified,
    language: item.language,
    keywords: item.tags ?? [],
    rights: undefined,
    content: item.content_html ?? escaped(item.content_text),
    summary: escaped(item.summary),
  }));
  return { title: feed.title, language: feed.language, self: feed.feed_url, entries };
}

type Parsed<T> = T extends readonly (infer One)[]
  ? readonly Parsed<One>[]
  : T extends object
    ? { readonly [Key in keyof T]?: Parsed<T[Key]> | undefined }
    : T;

export type DeepRss = Parsed<RssFeed.Feed<string>>;
export type DeepRdf = Parsed<RdfFeed.Feed<string>>;
export type DeepAtom = Parsed<AtomFeed.Feed<string>>;
export type DeepJson = Parsed<JsonFeed.Feed<string>>;

type Links = readonly { readonly rel?: string | undefined; readonly href?: string | undefined }[];

function selfAmong(links: Links | undefined): string | undefined {
  return links?.find(({ rel }) => rel === 'self')?.href;
}

type AtomText = Parsed<AtomFeed.Content> | undefined;

/** Atom says whether a text is markup or stands for itself. */
function markup(text: AtomText): string | undefined {
  const isMarkup = text?.type === 'html' || text?.type === 'xhtml' || text?.type === 'text/html';
  return isMarkup ? text.value : escaped(text?.value);
}

function plain(text: AtomText): string | undefined {
  return text?.type === 'text' || text?.type === undefined ? text?.value : text.value;
}

function escaped(text: string | undefined): string | undefined {
  return text
    ?.replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/\r\n?|\n/g, '<br>');
}

function named(people: readonly { readonly name?: string | undefined }[] | undefined): string[] {
  return texts(people?.map(({ name }) => name));
}

function texts(values: readonly (string | undefined)[] | undefined): string[] {
  return (values ?? []).filter((value) => value !== undefined);
}
