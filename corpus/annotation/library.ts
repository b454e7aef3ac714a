import type { CoverageCounts } from '../coverage/coverage';
import type { Shares } from '../progress/model';
import type { ArticleDetails } from './reading';

/** One line of the library. */
export interface LibraryItem extends Pick<
  ArticleDetails,
  | 'id'
  | 'headline'
  | 'byline'
  | 'places'
  | 'agency'
  | 'date'
  | 'dateBasis'
  | 'wordCount'
  | 'fileName'
  | 'collectionId'
  | 'collectionName'
> {
  readonly progress: Shares;
  readonly coverage: CoverageCounts;
  /** Whether it is signed as a whole, and nothing changed since; null for one that is not. */
  readonly signed: 'signed' | 'changed' | null;
}

export interface LibraryPage {
  readonly items: readonly LibraryItem[];
  readonly nextCursor: string | null;
  readonly total: number;
}
