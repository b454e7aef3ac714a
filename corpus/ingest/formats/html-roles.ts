import type { BlockRole } from '../../document/block';
import { bylineOf, namesIn } from '../byline';
import { isCaption, isCredit } from '../captions';
import { isCommentChrome, isFurniture, isRule } from '../furniture';
import { skeleton } from '../letters';
import { isAround, isMostlyLinks, isPlain, type Piece } from './html-piece';
import type { PageFacts } from './html-metadata';

/** The pieces of one article and of the page around it. */
export interface Part {
  readonly pieces: readonly Piece[];
  /** For each piece, whether it was found to belong to the article's body. */
  readonly kept: readonly boolean[];
  /** Index of the headline where it is known already. */
  readonly headline: number | null;
}

/** Where the parts of an article stand, as indexes of its pieces. */
export interface Layout {
  readonly headline: number | null;
  /** First and last piece of the body; the body is empty where `last` < `first`. */
  readonly first: number;
  readonly last: number;
}

const LONGEST_HEAD_LINE = 250;
const LONGEST_HEADLINE = 500;
const LONGEST_DATE = 80;
const SHORTEST_DECK = 30;

/** Part of a title, in letters, that is still a headline. */
const SHORTEST_PART = 16;

/** Finds headline and body; a headline that the page's own statements confirm comes first. */
export function layoutOf(part: Part, facts: PageFacts): Layout {
  const { pieces, kept } = part;
  const isBody = (piece: Piece, at: number): boolean => kept[at] === true && isProse(piece);
  const firstAfter = (from: number): number => {
    const at = pieces.findIndex(
      (piece, index) => index > from && isBody(piece, index) && !isHeadLine(piece, facts),
    );
    return at === -1 ? pieces.length : at;
  };
  const title = pieces.findIndex((piece) => piece.level === 1 && !isAround(piece));
  const stated = pieces.findIndex((piece) => isPlain(piece) && isStated(piece, facts));
  const reach = Math.max(firstAfter(-1), title, stated);
  const headline = part.headline ?? headlineIn(pieces, reach, facts);
  return { headline, first: firstAfter(headline ?? -1), last: pieces.findLastIndex(isBody) };
}

function isProse({ kind, hints, comment }: Piece): boolean {
  return kind !== 'heading' && comment === null && !hints.has('caption') && !hints.has('pullquote');
}

/** A byline, a date or a deck, which stand above the body. */
function isHeadLine(piece: Piece, facts: PageFacts): boolean {
  const { text, hints } = piece;
  if (text.length > LONGEST_HEAD_LINE) return false;
  if (hints.has('deck') || isDate(piece)) return true;
  if (bylineOf(text) !== null || areNames(text, facts.byline)) return true;
  return hints.has('byline') && namesIn(text) !== null;
}

/** A date or a time that the page marks as one, in whatever language. */
function isDate({ text, hints }: Piece): boolean {
  return hints.has('date') && text.length <= LONGEST_DATE && /\d/.test(text);
}

/** "Ida Rosk and Olan Vey" are "Ida Rosk, Olan Vey". */
function areNames(text: string, byline: string | null): boolean {
  if (byline === null || text.length > LONGEST_HEAD_LINE) return false;
  const namesOf = (some: string): string => skeleton(some).replace(/^by |\band /g, '');
  return namesOf(text) === namesOf(byline);
}

/** True for the words that the page calls its headline, or that make the most of its title. */
function isStated({ text }: Piece, { headline, title }: PageFacts): boolean {
  return isHeadlineOf(text, headline) || isHeadlineOf(text, title);
}

/** A title may have the site's name before or behind the headline. */
function isHeadlineOf(text: string, said: string | null): boolean {
  if (said === null || text.length >= LONGEST_HEADLINE) return false;
  const [own, whole] = [skeleton(text), skeleton(said)];
  if (own === '' || own === whole) return own !== '';
  const isMost = own.length >= SHORTEST_PART && own.length * 2 >= whole.length;
  return isMost && (whole.startsWith(own) || whole.endsWith(own));
}

function headlineIn(pieces: readonly Piece[], first: number, facts: PageFacts): number | null {
  const above = pieces.slice(0, first + 1);
  const find = (test: (piece: Piece) => boolean): number | null => {
    const at = above.findLastIndex((piece) => piece.comment === null && test(piece));
    return at === -1 ? null : at;
  };
  const heading = (said: string | null): number | null =>
    find((piece) => piece.level === 1 && isHeadlineOf(piece.text, said)) ??
    find((piece) => piece.kind === 'heading' && isHeadlineOf(piece.text, said));
  return (
    heading(facts.headline) ??
    heading(facts.title) ??
    find((piece) => isPlain(piece) && isStated(piece, facts)) ??
    find((piece) => piece.level === 1 && !isAround(piece)) ??
    (facts.headline === null
      ? find(({ level, hints }) => level === 2 && !hints.has('around'))
      : null)
  );
}

/** The role of each piece, in their order. */
export function rolesOf(part: Part, layout: Layout, facts: PageFacts): BlockRole[] {
  const parents = new Set(part.pieces.filter((_, at) => part.kept[at] === true).map(boxOf));
  return part.pieces.map((piece, at) => {
    if (piece.comment !== null) {
      return isCommentChrome(piece.text) ? 'furniture' : 'reader_comment';
    }
    if (at === layout.headline) return 'headline';
    if (layout.headline !== null && at < layout.headline) {
      return roleAbove(piece, layout.headline - at, facts);
    }
    if (at < layout.first) return roleInHead(part, at, layout, facts);
    const isKept = part.kept[at] === true;
    if (at > layout.last) return isCredit(piece.text) && !isAround(piece) ? 'credit' : 'furniture';
    if (!isKept && !isRecovered(piece, parents)) return roleBeside(piece);
    return roleInBody(piece, isKept, facts);
  });
}

/** A kicker stands a line or two over the headline. */
function roleAbove(piece: Piece, distance: number, facts: PageFacts): BlockRole {
  if (distance > 3 || piece.text.length > 80) return 'furniture';
  if (piece.hints.has('kicker')) return 'kicker';
  const section = skeleton(facts.metadata.section ?? '');
  const isSection = section !== '' && skeleton(piece.text) === section;
  return isSection && !isAround(piece) ? 'kicker' : 'furniture';
}

function roleInHead(part: Part, at: number, layout: Layout, facts: PageFacts): BlockRole {
  const piece = part.pieces[at]!;
  const { text, hints } = piece;
  if (hints.has('pullquote')) return 'pullquote';
  if (hints.has('caption')) return 'caption';
  if (layout.headline === null && part.kept[at] !== true) return 'furniture';
  if (isAround(piece)) return 'furniture';
  if (hints.has('deck') || isSame(text, facts.deck)) return 'deck';
  if (isBylineText(piece, facts)) return 'byline';
  const isNext = layout.headline !== null && at === layout.headline + 1;
  if (isNext && isUnnamedDeck(piece, part.pieces[at - 1])) return 'deck';
  if (piece.kind === 'heading') return isNext ? 'deck' : headingRole(part, at);
  return isCaption(text) ? 'caption' : 'furniture';
}

function headingRole(part: Part, at: number): BlockRole {
  return part.kept[at] === true ? 'crosshead' : 'furniture';
}

/** A line of prose right under the headline, in the same box, that is none of the body's. */
function isUnnamedDeck({ text, kind, element }: Piece, headline: Piece | undefined): boolean {
  if (kind !== 'text' || element.parentNode !== headline?.element.parentNode) return false;
  const isLine = text.length >= SHORTEST_DECK && text.length <= LONGEST_HEAD_LINE;
  return isLine && !isFurniture(text) && !isCaption(text);
}

function isBylineText(piece: Piece, facts: PageFacts): boolean {
  const { text, hints } = piece;
  if (text.length > LONGEST_HEAD_LINE) return false;
  if (bylineOf(text) !== null || areNames(text, facts.byline)) return true;
  return hints.has('byline') ? !isFurniture(text) : isDate(piece);
}

function isSame(text: string, other: string | null): boolean {
  return other !== null && skeleton(text) === skeleton(other);
}

/** What a block stands in: a list item's is what its outermost list stands in. */
function boxOf({ element, kind }: Piece): Node | null {
  let box = element.parentElement;
  while (kind === 'list' && box !== null && LIST_PARTS.has(box.localName)) box = box.parentElement;
  return box;
}

const LIST_PARTS = new Set(['li', 'ul', 'ol', 'dl', 'dt', 'dd']);

/** What Readability leaves out beside paragraphs that it keeps, though it is like them. */
function isRecovered(piece: Piece, parents: ReadonlySet<Node | null>): boolean {
  return parents.has(boxOf(piece)) && isPlain(piece);
}

function roleBeside({ hints }: Piece): BlockRole {
  if (hints.has('pullquote')) return 'pullquote';
  return hints.has('caption') && !hints.has('around') ? 'caption' : 'furniture';
}

function roleInBody(piece: Piece, isKept: boolean, facts: PageFacts): BlockRole {
  const { text, hints, kind } = piece;
  if (hints.has('pullquote')) return 'pullquote';
  if (hints.has('caption')) return 'caption';
  if (isAround(piece) && !isKept) return 'furniture';
  if (kind === 'heading') return 'crosshead';
  if (kind === 'row') return 'table_row';
  if (kind === 'quote') return 'block_quote';
  if (isRule(text)) return 'furniture';
  if (kind === 'list') return isMostlyLinks(piece) && !isKept ? 'furniture' : 'list_item';
  if (isCredit(text)) return 'credit';
  if (isFurniture(text)) return 'furniture';
  if (isDate(piece) || (hints.has('byline') && isBylineText(piece, facts))) return 'byline';
  return isCaption(text) ? 'caption' : 'paragraph';
}
