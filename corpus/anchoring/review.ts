import type { Kind, PartSpan } from '../annotation/model';
import type { Status } from '../verification/model';
import type { Span } from '../spans/span';
import type { Carried } from './carry';

/** What a person says of a mark that came to a new revision otherwise than whole. */
export const CARRY_DECISIONS = ['accepted', 'remarked', 'dropped'] as const;
export type CarryDecision = (typeof CARRY_DECISIONS)[number];

/** One mark in the review of a revision. */
export interface ReviewItem {
  readonly annotationId: string;
  readonly annotationVersion: number;
  readonly kind: Kind;
  readonly outcome: Carried['outcome'];
  readonly decision: CarryDecision | null;
  readonly status: Status | null;
  /** The words of the content before, and on this revision; null where it has none. */
  readonly before: string;
  readonly after: string | null;
  /** Where it stands on this revision; empty for cut ones. */
  readonly spans: readonly PartSpan[];
  /** For `ambiguous`: the places to choose from, UTF-16 of this revision. */
  readonly places: readonly Span[];
}

export interface RevisionReview {
  readonly articleId: string;
  readonly headline: string;
  readonly revisionId: string;
  readonly number: number;
  readonly counts: Readonly<Record<Carried['outcome'], number>>;
  /** Changed, ambiguous and lost marks, in that order and then in the text's. */
  readonly items: readonly ReviewItem[];
}
