import type { ClaimType, Flag, Kind } from '../annotation/model';
import type { PersonName } from '../annotation/reading';
import type { Finding, Status } from './model';

export const QUEUE_SORTS = ['risk', 'due', 'age'] as const;
export type QueueSort = (typeof QUEUE_SORTS)[number];

export const DUE_FILTERS = ['overdue', 'today', 'week', 'none'] as const;
export type DueFilter = (typeof DUE_FILTERS)[number];

/** What the queue shows. `status: 'open'` is every status in which work is left; `'all'` is all. */
export interface QueueFilter {
  readonly status: Status | 'open' | 'all';
  readonly kind?: Kind;
  readonly type?: ClaimType;
  readonly flag?: Flag;
  readonly articleId?: string;
  readonly collectionId?: string;
  /** A person's id, `me`, or `none` for checks that nobody has. */
  readonly assignee?: string;
  /** Checked, and by the collection's mode this person, or `me`, may sign. */
  readonly toSign?: string;
  /** Being judged apart, and this person, or `me`, has yet to hand in a judgement. */
  readonly toJudge?: string;
  readonly due?: DueFilter;
  /** At least three characters, looked for anywhere in the words, upper and lower case alike. */
  readonly text?: string;
  readonly sort: QueueSort;
}

/** The filter with `me` as this person. */
export function filterFor(filter: QueueFilter, personId: string): QueueFilter {
  const { assignee, toSign, toJudge, ...rest } = filter;
  const named = (who: string | undefined) => (who === 'me' ? personId : who);
  return {
    ...rest,
    ...(assignee && { assignee: named(assignee)! }),
    ...(toSign && { toSign: named(toSign)! }),
    ...(toJudge && { toJudge: named(toJudge)! }),
  };
}

export interface QueueItem {
  readonly id: string;
  readonly annotationId: string;
  readonly articleId: string;
  readonly headline: string;
  readonly kind: Kind;
  readonly types: readonly ClaimType[];
  readonly flags: readonly Flag[];
  readonly words: string;
  readonly status: Status;
  readonly finding: Finding | null;
  readonly assignee: PersonName | null;
  readonly dueAt: string | null;
  readonly version: number;
}

export interface QueuePage {
  readonly items: readonly QueueItem[];
  /** Give it back to get the next page; null at the end. */
  readonly nextCursor: string | null;
}

/** How many stand in each status under the other filters; counting stops at `COUNT_LIMIT`. */
export type QueueCounts = Readonly<Record<Status | 'open' | 'all', number>>;
export const COUNT_LIMIT = 1000;

export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly version: number;
}
