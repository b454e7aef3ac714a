import type { CoverageCounts } from '../coverage/coverage';
import type { Finding, Status } from '../verification/model';

/** How long an open check has been there, in days: from `from` up to, and without, `to`. */
export const AGES = [
  { name: 'today', from: 0, to: 1 },
  { name: '1 to 3 days', from: 1, to: 3 },
  { name: '3 to 7 days', from: 3, to: 7 },
  { name: '1 to 2 weeks', from: 7, to: 14 },
  { name: '2 to 4 weeks', from: 14, to: 28 },
  { name: 'longer', from: 28, to: Infinity },
] as const;

/** How many days of throughput are shown. */
export const THROUGHPUT_DAYS = 28;

export type StatusCounts = Readonly<Partial<Record<Status, number>>>;

export interface ArticleProgress {
  readonly id: string;
  readonly headline: string;
  readonly statuses: StatusCounts;
  readonly coverage: CoverageCounts;
}

/** How a collection's work stands. */
export interface Progress {
  readonly statuses: StatusCounts;
  /** Open checks by age, in the order of AGES. */
  readonly ages: readonly number[];
  /** Steps to “checked” and “signed off” on each of the last days, oldest first. */
  readonly days: readonly { readonly day: string; readonly checked: number; readonly signed: number }[];
  /** Findings by main type; '' for checks without a type. The most first. */
  readonly findings: readonly { readonly type: string; readonly counts: Readonly<Partial<Record<Finding, number>>> }[];
  /** What waiting checks wait for, as people wrote it, the most first. */
  readonly waiting: readonly { readonly reason: string; readonly count: number }[];
  readonly articles: readonly ArticleProgress[];
  /** The key of the next page of articles; null at the end. */
  readonly nextCursor: string | null;
} // prettier-ignore

export interface CollectionProgress {
  readonly id: string;
  readonly name: string;
  readonly statuses: StatusCounts;
}

/** How many checks are settled, at work, and untouched. */
export interface Shares {
  readonly settled: number;
  readonly inWork: number;
  readonly untouched: number;
}

const SETTLED: readonly Status[] = ['signed_off', 'not_for_check', 'cut'];

/** Settled, at work and untouched, as the bars of the desk tell them apart. */
export function sharesOf(statuses: StatusCounts): Shares {
  const shares = { settled: 0, inWork: 0, untouched: 0 };
  for (const [status, count] of Object.entries(statuses) as [Status, number][]) {
    if (SETTLED.includes(status)) shares.settled += count;
    else if (status === 'unchecked') shares.untouched += count;
    else shares.inWork += count;
  }
  return shares;
}

/** The last days up to one (YYYY-MM-DD), oldest first. */
export function daysUpTo(today: string, count: number): readonly string[] {
  const last = Date.parse(`${today}T00:00:00Z`);
  return Array.from({ length: count }, (_, index) =>
    new Date(last - (count - 1 - index) * 86_400_000).toISOString().slice(0, 10),
  );
}
