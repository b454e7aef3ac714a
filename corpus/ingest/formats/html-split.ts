import { datelineOf } from '../dateline';
import { isAround, isMostlyLinks, type Piece } from './html-piece';
import type { Part } from './html-roles';

/** Prose that makes an article of a section with a single paragraph, in UTF-16 units. */
const ENOUGH_PROSE = 400;

/** An article has at least this share of the longest one's prose; less is a teaser. */
const LEAST_SHARE = 0.25;

/** Pieces after a heading in which its dateline must come. */
const DATELINE_REACH = 5;

/**
 * The articles of an archive page, in order: <article> elements with a heading and prose of their
 * own and of comparable weight, or headings that a dateline follows. Null for a page with one
 * article (or none). All pieces are in one part: what stands before the first article in its part,
 * what follows an article in that one's.
 */
export function partsOf(pieces: readonly Piece[]): Part[] | null {
  const starts = sectionStarts(pieces) ?? headingStarts(pieces, 1) ?? headingStarts(pieces, 2);
  if (starts === null) return null;
  return starts.map((start, index) => {
    const from = index === 0 ? 0 : start.from;
    const to = starts[index + 1]?.from ?? pieces.length;
    const own = pieces.slice(from, to);
    const kept = own.map((piece, at) => from + at >= start.from && isOwn(piece, start.section));
    return { pieces: own, kept, headline: start.headline - from };
  });
}

interface Start {
  readonly from: number;
  readonly headline: number;
  readonly section: number | null;
}

function isOwn(piece: Piece, section: number | null): boolean {
  if (section !== null && piece.section !== section) return false;
  return !isAround(piece) && (piece.kind === 'heading' || !isMostlyLinks(piece));
}

interface Section extends Start {
  readonly prose: number;
  readonly paragraphs: number;
}

function sectionStarts(pieces: readonly Piece[]): Start[] | null {
  const sections = [...sectionsIn(pieces).values()].filter(
    ({ headline, prose, paragraphs }) =>
      headline !== -1 && (paragraphs >= 2 || prose >= ENOUGH_PROSE),
  );
  const longest = Math.max(0, ...sections.map(({ prose }) => prose));
  const articles = sections.filter(({ prose }) => prose >= longest * LEAST_SHARE);
  return articles.length > 1 ? articles : null;
}

function sectionsIn(pieces: readonly Piece[]): Map<number, Section> {
  const sections = new Map<number, Section>();
  for (const [at, piece] of pieces.entries()) {
    const { section } = piece;
    if (section === null) continue;
    const known = sections.get(section) ?? {
      from: at,
      headline: -1,
      section,
      prose: 0,
      paragraphs: 0,
    };
    const isTitle = piece.kind === 'heading' && piece.level <= 3 && known.headline === -1;
    const isProse = piece.kind !== 'heading' && isOwn(piece, section) && isParagraph(piece);
    sections.set(section, {
      ...known,
      headline: isTitle && !isAround(piece) ? at : known.headline,
      prose: known.prose + (isProse ? piece.text.length : 0),
      paragraphs: known.paragraphs + (isProse ? 1 : 0),
    });
  }
  return sections;
}

/** Long enough to be prose and no byline, date or caption. */
function isParagraph({ text, hints }: Piece): boolean {
  return text.length >= 60 && !hints.has('caption') && !hints.has('byline');
}

/** Headings of one level, of which each is followed by a dateline. */
function headingStarts(pieces: readonly Piece[], level: number): Start[] | null {
  const starts: Start[] = [];
  for (const [at, piece] of pieces.entries()) {
    if (piece.level !== level || piece.kind !== 'heading' || isAround(piece)) continue;
    const after = pieces.slice(at + 1, at + 1 + DATELINE_REACH);
    const next = after.findIndex((other) => other.kind === 'heading' && other.level <= level);
    const head = next === -1 ? after : after.slice(0, next);
    if (head.some(({ kind, text }) => kind === 'text' && datelineOf(text) !== null)) {
      starts.push({ from: at, headline: at, section: null });
    }
  }
  return starts.length > 1 ? starts : null;
}
