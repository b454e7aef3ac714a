import type { QueueCounts, QueueFilter, QueueItem, QueuePage } from '@/corpus/verification/queue';
import { COUNT_LIMIT } from '@/corpus/verification/queue';
import { STATUSES, type Status } from '@/corpus/verification/model';
import type { Desk } from '../client';
import { planQueue, type QueuePlan } from './queue-plan';

export const QUEUE_PAGE_SIZE = 50;

/** What a cursor holds: the last row's place in the order. Opaque to whoever carries it. */
interface Cursor {
  readonly key: string | number;
  readonly seq: number;
}

/** Reads a cursor made by `listQueue`; null for anything else, which then means the first page. */
function readCursor(cursor: string | null): Cursor | null {
  if (cursor === null) return null;
  try {
    const [key, seq] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    const fine = (typeof key === 'number' || typeof key === 'string') && Number.isInteger(seq);
    return fine ? { key, seq: seq as number } : null;
  } catch {
    return null;
  }
}

/**
 * One page of the queue, by key: the page after `cursor`, or the first. Reads only index rows
 * that the page needs (docs/decisions/0004-queue-indexes.md).
 */
export function listQueue(
  desk: Desk,
  filter: QueueFilter,
  cursor: string | null = null,
  limit = QUEUE_PAGE_SIZE,
): QueuePage {
  const plan = planQueue(desk, filter);
  if (plan === null) return { items: [], nextCursor: null };
  const after = readCursor(cursor);
  const { sql, parameters } = pageStatement(plan, after, limit + 1);
  const keys = desk.sqlite.prepare<unknown[], Cursor>(sql).all(...parameters);
  const page = keys.slice(0, limit);
  const last = keys.length > limit ? page.at(-1) : undefined;
  return {
    items: readItems(
      desk,
      page.map((row) => row.seq),
    ),
    nextCursor:
      last === undefined
        ? null
        : Buffer.from(JSON.stringify([last.key, last.seq])).toString('base64url'),
  };
}

/** The statement that finds a page's rows in order; also what the query-plan test explains. */
export function pageStatement(
  plan: QueuePlan,
  after: Cursor | null,
  limit: number,
): { sql: string; parameters: unknown[] } {
  const parts = plan.drivers.map((driver) => {
    const { key, seq } = driver;
    const where = [...driver.where, ...plan.residual];
    const parameters = [...driver.parameters, ...plan.parameters];
    if (after !== null) {
      where.push(key === seq ? `${seq} > ?` : `(${key}, ${seq}) > (?, ?)`);
      parameters.push(...(key === seq ? [after.seq] : [after.key, after.seq]));
    }
    const order = key === seq ? seq : `${key}, ${seq}`;
    return {
      sql: `SELECT ${key} AS key, ${seq} AS seq FROM ${driver.from} WHERE ${where.join(' AND ')} ORDER BY ${order} LIMIT ${limit}`,
      parameters,
    };
  });
  const [only] = parts;
  if (parts.length === 1) return only!;
  return {
    sql: `${parts.map((part) => `SELECT * FROM (${part.sql})`).join(' UNION ALL ')} ORDER BY key, seq LIMIT ${limit}`,
    parameters: parts.flatMap((part) => part.parameters),
  };
}

interface ItemRow {
  readonly id: string;
  readonly annotationId: string;
  readonly articleId: string;
  readonly headline: string;
  readonly kind: QueueItem['kind'];
  readonly types: string;
  readonly flags: string;
  readonly words: string;
  readonly status: Status;
  readonly finding: QueueItem['finding'];
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
  readonly dueAt: string | null;
  readonly version: number;
}

const ITEM = `
  SELECT c.id, c.annotation_id AS annotationId, c.article_id AS articleId, r.headline, c.kind,
    a.types, a.flags, c.status, c.finding, c.assignee_id AS assigneeId, p.name AS assigneeName,
    c.due_at AS dueAt, c.version,
    (SELECT group_concat(s.exact, ' … ' ORDER BY s.ordinal, s.piece) FROM span s
      WHERE s.target_id = a.target_id AND s.part = 'content' AND s.revision_id =
        (SELECT n.revision_id FROM span n JOIN revision v ON v.id = n.revision_id
          WHERE n.target_id = a.target_id ORDER BY v.number DESC LIMIT 1)
    ) AS words
  FROM "check" c JOIN annotation a ON a.id = c.annotation_id JOIN article r ON r.id = c.article_id
    LEFT JOIN person p ON p.id = c.assignee_id
  WHERE c.seq = ?`;

function readItems(desk: Desk, seqs: readonly number[]): readonly QueueItem[] {
  const statement = desk.sqlite.prepare<[number], ItemRow>(ITEM);
  return seqs.map((seq) => {
    const { types, flags, assigneeId, assigneeName, ...row } = statement.get(seq)!;
    return {
      ...row,
      types: JSON.parse(types) as QueueItem['types'],
      flags: JSON.parse(flags) as QueueItem['flags'],
      assignee: assigneeId === null ? null : { id: assigneeId, name: assigneeName ?? '' },
    };
  });
}

/**
 * How many checks stand in each status under the filter's other conditions. Each count stops at
 * COUNT_LIMIT, so that it costs the same on a desk of any size.
 */
export function countQueue(desk: Desk, filter: QueueFilter): QueueCounts {
  const count = (status: QueueFilter['status']): number => {
    const plan = planQueue(desk, { ...filter, status });
    if (plan === null) return 0;
    const { sql, parameters } = pageStatement(plan, null, COUNT_LIMIT);
    return desk.sqlite
      .prepare<unknown[], number>(`SELECT count(*) FROM (${sql})`)
      .pluck()
      .get(...parameters)!;
  };
  const counts = Object.fromEntries(STATUSES.map((status) => [status, count(status)]));
  return { ...counts, open: count('open'), all: count('all') } as QueueCounts;
}
