/**
 * The roles a block can have (docs/glossary.md). The first eleven are the article's own prose and
 * display text; `reader_comment` and `furniture` are kept, shown folded, and left out of the work.
 */
export const BLOCK_ROLES = [
  'kicker',
  'headline',
  'deck',
  'byline',
  'paragraph',
  'crosshead',
  'list_item',
  'block_quote',
  'pullquote',
  'table_row',
  'caption',
  'credit',
  'reader_comment',
  'furniture',
] as const;

export type BlockRole = (typeof BLOCK_ROLES)[number];

/** A half-open range, in UTF-16 units unless its owner says otherwise. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export const FORMATTINGS = ['emphasis', 'strong', 'link'] as const;

/** A stretch of a block's text that the original set apart; UTF-16 offsets of the block's text. */
export interface Formatting extends Range {
  readonly kind: (typeof FORMATTINGS)[number];
  /** A link's address: http, https or mailto, never a script; absent for the others. */
  readonly href?: string;
}

/** One flat piece of a revision, before it has a place in the revision's text. */
export interface DraftBlock {
  readonly role: BlockRole;
  readonly text: string;
  /** Nesting level of a reader comment or list item; 0 for all others. */
  readonly depth: number;
  /** Blocks that belong together (the paragraphs of one reader comment) share a group; else null. */
  readonly group: number | null;
  /** Where the block stands in the original's decoded text, in UTF-16 units; null if typed in Stet. */
  readonly original: Range | null;
  /** Emphasis and links, where the format has them; in order, never over the text's edges. */
  readonly formatting?: readonly Formatting[];
}

/** A block with its place: `[start, end)` of the revision's text, in UTF-16 units. */
export interface Block extends DraftBlock {
  readonly ordinal: number;
  readonly start: number;
  readonly end: number;
}

/** True for blocks that carry the article's own words, which are marked, checked and covered. */
export function isOwnProse(role: BlockRole): boolean {
  return role !== 'furniture' && role !== 'reader_comment';
}
