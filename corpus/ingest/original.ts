import type { BlockRole } from '../document/block';
import type { ArticleMetadata } from './model';

/** What is known of the file that an article came from. */
export interface OriginalFacts {
  readonly fileName: string;
  readonly encoding: string;
  readonly url: string | null;
  readonly byteLength: number;
  readonly sha256: string;
}

/** An article's original beside the blocks that were read from it. */
export interface OriginalView {
  readonly articleId: string;
  readonly headline: string;
  readonly metadata: ArticleMetadata;
  readonly original: OriginalFacts | null;
  /** A web page, shown as one; else `text` is shown, or the file can only be downloaded. */
  readonly isPage: boolean;
  readonly text: string | null;
  readonly blocks: readonly {
    readonly id: string;
    readonly role: BlockRole;
    readonly version: number;
    readonly text: string;
  }[];
}
