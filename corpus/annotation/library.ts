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
  /** How many of its checks are settled, at work, and untouched. */
  readonly progress: {
    readonly settled: number;
    readonly inWork: number;
    readonly untouched: number;
  };
}

export interface LibraryPage {
  readonly items: readonly LibraryItem[];
  readonly nextCursor: string | null;
  readonly total: number;
}
