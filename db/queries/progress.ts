import { firstIdAt } from '@/corpus/commands/id';
import { coverageOf } from '@/corpus/coverage/coverage';
import { AGES, THROUGHPUT_DAYS, daysUpTo, type ArticleProgress, type CollectionProgress, type Progress, type StatusCounts } from '@/corpus/progress/model'; // prettier-ignore
import { OPEN_STATUSES, type Finding, type Status } from '@/corpus/verification/model';
import type { Desk } from '../client';
import { findCoverageCounts } from './coverage';

const ARTICLES = 30;
const REASONS = 12;
const DAY_MS = 86_400_000;

interface Asked {
  readonly collectionId: string;
  /** A moment; what is counted by days and ages is counted from it. */
  readonly now: Date;
  /** The article after which the page of articles begins. */
  readonly after: string | null;
}

/** How a collection's work stands. Each count walks a range of an index. */
export function findProgress(desk: Desk, { collectionId, now, after }: Asked): Progress {
  const articles = listArticles(desk, collectionId, after);
  const page = articles.slice(0, ARTICLES);
  return {
    statuses: countStatuses(desk, collectionId),
    ages: AGES.map(({ from, to }) => countOpen(desk, collectionId, momentBefore(now, to), momentBefore(now, from))), // prettier-ignore
    days: listDays(desk, collectionId, now.toISOString().slice(0, 10)),
    findings: listFindings(desk, collectionId),
    waiting: listReasons(desk, collectionId),
    articles: page.map((article) => progressOf(desk, article)),
    nextCursor: articles.length > ARTICLES ? page.at(-1)!.id : null,
  };
}

/** Every collection with what its checks are. */
export function listCollectionProgress(desk: Desk): readonly CollectionProgress[] {
  return desk.sqlite
    .prepare<[], { id: string; name: string }>('SELECT id, name FROM collection ORDER BY name')
    .all()
    .map((collection) => ({ ...collection, statuses: countStatuses(desk, collection.id) }));
}

function countStatuses(desk: Desk, collectionId: string): StatusCounts {
  return statusCounts(
    desk.sqlite
      .prepare<[string], StatusRow>(
        `SELECT status, count(*) AS count FROM "check" INDEXED BY progress_status
         WHERE listed = 1 AND collection_id = ? GROUP BY status`,
      )
      .all(collectionId),
  );
}

interface StatusRow {
  readonly status: Status;
  readonly count: number;
}

function statusCounts(rows: readonly StatusRow[]): StatusCounts {
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}

function momentBefore(now: Date, days: number): number {
  return Number.isFinite(days) ? now.getTime() - days * DAY_MS : 0;
}

/** Open checks that were made after one moment, up to another: ids grow with time. */
function countOpen(desk: Desk, collectionId: string, from: number, to: number): number {
  const count = desk.sqlite
    .prepare<[string, Status, string, string], number>(
      `SELECT count(*) FROM "check" INDEXED BY progress_status
       WHERE listed = 1 AND collection_id = ? AND status = ? AND id >= ? AND id < ?`,
    )
    .pluck();
  const [low, high] = [firstIdAt(from), firstIdAt(to + 1)];
  return OPEN_STATUSES.reduce((sum, status) => sum + count.get(collectionId, status, low, high)!, 0); // prettier-ignore
}

function listDays(desk: Desk, collectionId: string, today: string): Progress['days'] {
  const days = daysUpTo(today, THROUGHPUT_DAYS);
  const rows = desk.sqlite
    .prepare<[string, string], { day: string; status: Status; count: number }>(
      `SELECT date(e.at) AS day, e.changes ->> '$.status[1]' AS status, count(*) AS count
       FROM event e INDEXED BY event_status_day
       WHERE e.entity = 'check' AND e.name = 'setStatus' AND date(e.at) >= ?
         AND e.changes ->> '$.status[1]' IN ('checked', 'signed_off')
         AND e.article_id IN (SELECT id FROM article WHERE collection_id = ?)
       GROUP BY 1, 2`,
    )
    .all(days[0]!, collectionId);
  const countOf = (day: string, status: Status) => rows.find((row) => row.day === day && row.status === status)?.count ?? 0; // prettier-ignore
  return days.map((day) => ({ day, checked: countOf(day, 'checked'), signed: countOf(day, 'signed_off') })); // prettier-ignore
}

function listFindings(desk: Desk, collectionId: string): Progress['findings'] {
  const rows = desk.sqlite
    .prepare<[string], { type: string | null; finding: Finding; count: number }>(
      `SELECT main_type AS type, finding, count(*) AS count FROM "check" INDEXED BY progress_finding
       WHERE listed = 1 AND collection_id = ? AND finding IS NOT NULL GROUP BY main_type, finding`,
    )
    .all(collectionId);
  const byType = new Map<string, Partial<Record<Finding, number>>>();
  for (const { type, finding, count } of rows) {
    byType.set(type ?? '', { ...byType.get(type ?? ''), [finding]: count });
  }
  const total = (counts: Partial<Record<Finding, number>>) => Object.values(counts).reduce((sum, count) => sum + count, 0); // prettier-ignore
  return [...byType]
    .map(([type, counts]) => ({ type, counts }))
    .sort((a, b) => total(b.counts) - total(a.counts));
}

function listReasons(desk: Desk, collectionId: string): Progress['waiting'] {
  return desk.sqlite
    .prepare<[string, number], { reason: string; count: number }>(
      `SELECT coalesce(reason, '') AS reason, count(*) AS count FROM "check" INDEXED BY progress_status
       WHERE listed = 1 AND collection_id = ? AND status = 'waiting'
       GROUP BY 1 ORDER BY count DESC, reason LIMIT ?`,
    )
    .all(collectionId, REASONS);
}

interface ArticleRow {
  readonly id: string;
  readonly headline: string;
}

function listArticles(desk: Desk, collectionId: string, after: string | null): readonly ArticleRow[] {
  return desk.sqlite
    .prepare<[string, string, number], ArticleRow>(
      `SELECT id, headline FROM article WHERE removed = 0 AND collection_id = ? AND id > ?
       ORDER BY id LIMIT ?`,
    )
    .all(collectionId, after ?? '', ARTICLES + 1);
} // prettier-ignore

function progressOf(desk: Desk, { id, headline }: ArticleRow): ArticleProgress {
  const coverage = findCoverageCounts(desk, id) ?? coverageOf([], [], []).counts;
  return { id, headline, statuses: countArticleStatuses(desk, id), coverage };
}

/** How many of an article's checks stand in each status. */
export function countArticleStatuses(desk: Desk, articleId: string): StatusCounts {
  return statusCounts(
    desk.sqlite
      .prepare<[string], StatusRow>(
        `SELECT status, count(*) AS count FROM "check" INDEXED BY queue_article_status
         WHERE article_id = ? AND listed = 1 GROUP BY status`,
      )
      .all(articleId),
  );
}
