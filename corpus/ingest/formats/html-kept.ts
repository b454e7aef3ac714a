import { articleElements } from './html-main';
import { isAround, isMostlyLinks, isPlain, type Piece } from './html-piece';

/**
 * For each piece of a page, whether it belongs to the page's one article: as Readability finds it,
 * and where it finds nothing, what stands in <main> or <article>, else all but the frame.
 */
export function keptPieces(
  page: Document,
  pieces: readonly Piece[],
  title: string,
): readonly boolean[] {
  const kept = keptBy(pieces, articleElements(rootOf(page, pieces), title));
  return kept === null ? pieces.map(() => true) : withoutLinksAtEnds(pieces, kept);
}

/** The page's one <main> where most of its prose stands in it; else the page. */
function rootOf(page: Document, pieces: readonly Piece[]): Node {
  const mains = page.querySelectorAll('main');
  const [main] = mains;
  if (main === undefined || mains.length > 1) return page;
  const plain = pieces.filter(isPlain);
  const inside = plain.filter(({ hints }) => hints.has('main'));
  return lengthOf(inside) * 2 > lengthOf(plain) ? main : page;
}

function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text }) => sum + text.length, 0);
}

function keptBy(
  pieces: readonly Piece[],
  elements: ReadonlySet<Element>,
): readonly boolean[] | null {
  const found = pieces.filter(({ comment, element }) => comment === null && elements.has(element));
  const isMisnamed = lengthOf(found.filter(isBeside)) * 2 > lengthOf(found);
  const isFound = (piece: Piece): boolean =>
    piece.comment === null && elements.has(piece.element) && (isMisnamed || !isBeside(piece));
  const tests: ((piece: Piece) => boolean)[] = [
    isFound,
    (piece) => isPlain(piece) && (piece.hints.has('main') || piece.hints.has('article')),
    isPlain,
    (piece) => piece.comment === null,
  ];
  for (const test of tests) {
    const kept = pieces.map(test);
    if (pieces.some((piece, at) => kept[at] === true && piece.kind !== 'heading')) return kept;
  }
  return null;
}

/** A box that says of itself that it is none of the article's; a picture's words are the article's. */
function isBeside(piece: Piece): boolean {
  return isAround(piece) && !piece.hints.has('caption');
}

/** An article neither begins nor ends with links alone: they are the page's. */
function withoutLinksAtEnds(
  pieces: readonly Piece[],
  kept: readonly boolean[],
): readonly boolean[] {
  const isRead = (piece: Piece, at: number): boolean =>
    kept[at] === true && piece.kind !== 'heading' && !isMostlyLinks(piece);
  const first = pieces.findIndex(isRead);
  const last = pieces.findLastIndex(isRead);
  if (first === -1) return kept;
  return kept.map((is, at) => is && (!isMostlyLinks(pieces[at]!) || (at > first && at < last)));
}
