import type { Formatting } from '../../document/block';
import type { Hint } from './html-hints';

/** One visible block of a page, before its role is known. */
export interface Piece {
  readonly text: string;
  readonly formatting: readonly Formatting[];
  /** Characters of the text that stand in links. */
  readonly linked: number;
  readonly kind: 'text' | 'heading' | 'list' | 'quote' | 'row';
  /** A heading's level, 1 to 6; 0 for all others. */
  readonly level: number;
  /** How many lists a list item's own list stands in. */
  readonly depth: number;
  readonly hints: ReadonlySet<Hint>;
  /** The block element it stands in. */
  readonly element: Element;
  readonly comment: CommentItem | null;
  readonly cell: Cell | null;
  /** Number of the outermost <article> it stands in; null outside. */
  readonly section: number | null;
}

export interface CommentItem {
  readonly group: number;
  readonly depth: number;
  /** True once words of its own were found: a comment inside it is then a reply. */
  hasWords: boolean;
}

export interface Cell {
  readonly table: number;
  readonly row: number;
  readonly cell: number;
}

/** True for words that are, in their greater part, links. */
export function isMostlyLinks({ text, linked }: Piece): boolean {
  return linked * 2 > text.length;
}

/** True for what stands around an article by its own elements: navigation, boxes, comments. */
export function isAround({ hints, comment }: Piece): boolean {
  return comment !== null || hints.has('comments') || (hints.has('around') && !isPulled(hints));
}

/** True for words of a page that may well be its article's. */
export function isPlain(piece: Piece): boolean {
  return !isAround(piece) && !isMostlyLinks(piece);
}

function isPulled(hints: ReadonlySet<Hint>): boolean {
  return hints.has('pullquote');
}
