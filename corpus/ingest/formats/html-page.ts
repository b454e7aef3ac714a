import { skeleton } from '../letters';
import type { IngestedArticle } from '../model';
import { isPasted } from '../pasted';
import { pageAddress } from './html-address';
import { articleOfPart } from './html-article';
import { parsePage } from './html-dom';
import { withoutAdvertisements } from './html-boxes';
import { withHeadLines } from './html-head-lines';
import { keptPieces } from './html-kept';
import { factsOf, statementsOf, type PageFacts, type PageStatements } from './html-metadata';
import { isNestedDeeper, MAX_NESTING } from './html-nesting';
import { isAround, isMostlyLinks, type Piece } from './html-piece';
import type { Part } from './html-roles';
import { partsOf } from './html-split';
import { piecesOf } from './html-walk';

export type HtmlArticles =
  | { readonly ok: true; readonly articles: readonly IngestedArticle[] }
  | { readonly ok: false; readonly refused: string };

export const TOO_DEEP = `The page nests its elements more than ${MAX_NESTING} deep; save the article alone, as plain text.`;

const UNREADABLE =
  'The page cannot be read as HTML; copy its text out of a browser and paste it instead.';

/**
 * The articles of a page, in order, at least one: all that the page shows as blocks, the article's
 * own with their roles, the rest as furniture and readers' comments. `url` is the page's address,
 * null where nobody knows it. Never throws; refuses with one sentence.
 */
export function articlesOfHtml(html: string, facts: { readonly url: string | null }): HtmlArticles {
  if (isNestedDeeper(html)) return { ok: false, refused: TOO_DEEP };
  try {
    return articlesIn(parsePage(html), pageAddress(facts.url, null));
  } catch {
    return { ok: false, refused: UNREADABLE };
  }
}

function articlesIn(page: Document, url: string | null): HtmlArticles {
  const base = baseOf(page, url);
  const shown = withHeadLines(withOwnProse(piecesOf(page, base)));
  const pieces = isPasted(page) ? shown : withoutAdvertisements(shown);
  if (pieces.length === 0) {
    const refused = 'The page shows no text; save it again once it has loaded, or paste its text.';
    return { ok: false, refused };
  }
  const statements = statementsOf(page);
  const parts = isOneArticle(pieces, statements) ? null : partsOf(pieces);
  if (parts === null) return { ok: true, articles: [onlyArticle(page, pieces, statements, url)] };
  return { ok: true, articles: parts.map((part) => oneOfSeveral(part, statements, base)) };
}

function baseOf(page: Document, url: string | null): string | null {
  const href = page.querySelector('base')?.getAttribute('href') ?? null;
  return (
    pageAddress(href, url) ??
    url ??
    pageAddress(page.querySelector('link[rel=canonical]')?.getAttribute('href'), null)
  );
}

/**
 * True where the page says that it is one article and shows its headline over all of its sections:
 * these are then the entries of a live blog, or parts of a long story.
 */
function isOneArticle(pieces: readonly Piece[], { linked, metas }: PageStatements): boolean {
  const said = linked.map(({ headline }) => headline);
  if (metas.get('og:type') === 'article') said.push(metas.get('og:title'));
  const headlines = said.flatMap((text) => (text === undefined ? [] : [skeleton(text)]));
  const inSections = pieces.findIndex(({ section }) => section !== null);
  const above = pieces.slice(0, Math.max(0, inSections));
  return above.some(
    ({ kind, level, text }) =>
      kind === 'heading' && level === 1 && headlines.includes(skeleton(text)),
  );
}

/** A page whose words all stand in "comments" is an opinion page that calls its article so. */
function withOwnProse(pieces: readonly Piece[]): readonly Piece[] {
  const isProse = (piece: Piece): boolean => piece.text.length >= 60 && !isMostlyLinks(piece);
  if (pieces.some((piece) => isProse(piece) && !isAround(piece))) return pieces;
  return pieces.map((piece) => ({ ...piece, comment: null }));
}

function onlyArticle(
  page: Document,
  pieces: readonly Piece[],
  statements: PageStatements,
  url: string | null,
): IngestedArticle {
  const linked = statements.linked[0];
  const facts = factsOf(statements, linked, undefined, url);
  const title = facts.headline ?? facts.title ?? '';
  const kept = isPasted(page) ? pieces.map(() => true) : keptPieces(page, pieces, title);
  const part = { pieces, kept, headline: null };
  if (facts.metadata.publishedAt !== undefined) return articleOfPart(part, facts);
  return articleOfPart(part, factsOf(statements, linked, timeIn(part), url));
}

/** One article of several: what the page says of itself as a whole says nothing of this one. */
function oneOfSeveral(
  part: Part,
  statements: PageStatements,
  base: string | null,
): IngestedArticle {
  const title = part.pieces[part.headline ?? 0];
  const own = skeleton(title?.text ?? '');
  const linked = statements.linked.find(({ headline }) => skeleton(headline ?? '') === own);
  const alone: PageStatements = {
    ...statements,
    metas: sharedMetas(statements),
    title: null,
    canonical: null,
  };
  const link = title?.formatting.find(({ kind }) => kind === 'link')?.href ?? null;
  const facts: PageFacts = factsOf(alone, linked, timeIn(part), pageAddress(link, base));
  return articleOfPart(part, facts);
}

function sharedMetas({ metas }: PageStatements): ReadonlyMap<string, string> {
  return new Map(
    ['og:site_name', 'og:locale'].flatMap((key) => {
      const value = metas.get(key);
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
}

const MOST_LOOKED_AT = 40;

/** The first <time datetime> beside the article's own first blocks. */
function timeIn({ pieces, kept }: Part): string | undefined {
  const first = Math.max(0, kept.indexOf(true) - MOST_LOOKED_AT / 2);
  for (const { element, hints, comment } of pieces.slice(first, first + MOST_LOOKED_AT)) {
    if (!hints.has('date') || comment !== null) continue;
    const inside = element.localName === 'time' ? element : element.querySelector('time');
    const time = inside?.getAttribute('datetime') ?? null;
    if (time !== null) return time;
  }
  return undefined;
}
