import type { Discussion } from '../annotation/discussion';
import type { BlockRole, Formatting } from '../document/block';

/** What is known of the file that an article came from. */
export interface OriginalFacts {
  readonly fileName: string;
  readonly encoding: string;
  readonly url: string | null;
  readonly byteLength: number;
  readonly sha256: string;
}

export interface NeighbourArticle {
  readonly id: string;
  readonly headline: string;
  readonly version: number;
}

/** An article's original beside the blocks that were read from it. */
export interface OriginalView {
  readonly articleId: string;
  readonly version: number;
  readonly revisionId: string;
  /** The newest revision's, from 1. */
  readonly revisionNumber: number;
  /** Articles of the collection that it may be a later version of, the likeliest first. */
  readonly others: readonly NeighbourArticle[];
  readonly headline: string;
  /** The articles of the same file on either side, to which this one can be joined. */
  readonly before: NeighbourArticle | null;
  readonly after: NeighbourArticle | null;
  readonly original: OriginalFacts | null;
  /** A web page, shown as one; else `text` is shown, or the file can only be downloaded. */
  readonly isPage: boolean;
  readonly text: string | null;
  readonly blocks: readonly {
    readonly id: string;
    readonly role: BlockRole;
    readonly version: number;
    readonly text: string;
    readonly formatting: readonly Formatting[] | undefined;
    /** What the file's remarks say of this block. */
    readonly discussions: readonly Discussion[];
    /** The words of a mark that runs over the place before this block, so that it cannot be cut. */
    readonly across: string | null;
  }[];
  /** Remarks of the file whose words are not in the text. */
  readonly unplaced: readonly Discussion[];
}
