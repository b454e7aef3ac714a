import type { QueueCounts, QueueFilter, QueueItem, QueuePage } from '@/corpus/verification/queue';
import { COUNT_LIMIT } from '@/corpus/verification/queue';
import { OPEN_STATUSES, STATUSES, type Status } from '@/corpus/verification/model';
import type { Desk } from '../client';
import { lengthOf, planQueue, type QueuePlan } from './queue-plan';
import { statement } from './statements';

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
  if (plan.empty) return { items: [], nextCursor: null };
  const { sql, parameters } = pageStatement(plan, readCursor(cursor), limit + 1);
  const rows = statement<ItemRow>(desk, sql)
    .raw()
    .all(...parameters);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map(itemOf),
    nextCursor:
      last === undefined
        ? null
        : Buffer.from(JSON.stringify([last[0], last[1]])).toString('base64url'),
  };
}

/** The statement that reads a page's rows in order; also what the query-plan test explains. */
export function pageStatement(
  { driver, residual, parameters }: QueuePlan,
  after: Cursor | null,
  limit: number,
): { sql: string; parameters: unknown[] } {
  const { key, seq } = driver;
  const where = [...driver.where, ...residual];
  const values = [...driver.parameters, ...parameters];
  if (after !== null) {
    where.push(key === seq ? `${seq} > ?` : `(${key}, ${seq}) > (?, ?)`);
    values.push(...(key === seq ? [after.seq] : [after.key, after.seq]));
  }
  const order = key === seq ? seq : `${key}, ${seq}`;
  const page = `SELECT ${seq} AS seq FROM ${driver.from}
    WHERE ${where.join(' AND ')} ORDER BY ${order} LIMIT ${limit}`;
  // The keys are read again outside: inside they would cost a look at the row beside the index.
  const outer = key === seq ? 'c.seq' : `c.${key.slice(key.indexOf('.') + 1)}`;
  const sql = `SELECT ${outer} AS key, ${ITEM} FROM (${page}) k ${ITEM_JOINS} ORDER BY ${outer}, c.seq`;
  return { sql, parameters: values };
}

/** A row as a list, in the order of `ITEM`: rows as objects take a third longer to make. */
type ItemRow = readonly [
  key: Cursor['key'],
  seq: number,
  id: string,
  annotationId: string,
  articleId: string,
  headline: string,
  kind: QueueItem['kind'],
  types: string,
  flags: string,
  status: Status,
  finding: QueueItem['finding'],
  assigneeId: string | null,
  assigneeName: string | null,
  dueAt: string | null,
  version: number,
  words: string,
];

/** The words are those of the newest revision that has them: a cut check keeps its last ones. */
const ITEM = `
  c.seq, c.id, c.annotation_id, c.article_id, r.headline, c.kind, a.types, a.flags, c.status,
    c.finding, c.assignee_id, p.name, c.due_at, c.version,
    (SELECT group_concat(exact, ' … ') FROM (SELECT s.exact FROM span s
      WHERE s.target_id = a.target_id AND s.part = 'content' AND s.revision_id =
        (SELECT max(n.revision_id) FROM span n WHERE n.target_id = a.target_id)
      ORDER BY s.ordinal, s.piece)
    )`;

const ITEM_JOINS = `
  CROSS JOIN "check" c ON c.seq = k.seq
  CROSS JOIN annotation a ON a.id = c.annotation_id
  CROSS JOIN article r ON r.id = c.article_id
  LEFT JOIN person p ON p.id = c.assignee_id`;

function itemOf([
  ,
  ,
  id,
  annotationId,
  articleId,
  headline,
  kind,
  types,
  flags,
  status,
  finding,
  assigneeId,
  assigneeName,
  dueAt,
  version,
  words,
]: ItemRow): QueueItem {
  return {
    id,
    annotationId,
    articleId,
    headline,
    kind,
    types: listOf(types) as QueueItem['types'],
    flags: listOf(flags) as QueueItem['flags'],
    words,
    status,
    finding,
    assignee: assigneeId === null ? null : { id: assigneeId, name: assigneeName ?? '' },
    dueAt,
    version,
  };
}

function listOf(json: string): readonly string[] {
  return json === '[]' ? [] : (JSON.parse(json) as string[]);
}

/** A range up to this long is read once for the counts of all statuses; a longer one by status. */
const ONE_PASS = 20_000;

/**
 * How many checks stand in each status under the filter's other conditions. Each count stops at
 * COUNT_LIMIT, so that it costs the same on a desk of any size.
 */
export function countQueue(desk: Desk, filter: QueueFilter): QueueCounts {
  const plan = planQueue(desk, { ...filter, status: 'all', sort: 'age' }, 'counts');
  const short = lengthOf(desk, plan.driver, ONE_PASS) < ONE_PASS;
  const counts = short ? countInOnePass(desk, plan) : countByStatus(desk, filter);
  const sum = (statuses: readonly Status[]) =>
    statuses.reduce((total, status) => total + (counts[status] ?? 0), 0);
  const capped = (count: number) => Math.min(COUNT_LIMIT, count);
  const each = Object.fromEntries(STATUSES.map((status) => [status, capped(sum([status]))]));
  return { ...each, open: capped(sum(OPEN_STATUSES)), all: capped(sum(STATUSES)) } as QueueCounts;
}

type Counts = Readonly<Partial<Record<Status, number>>>;

function countInOnePass(desk: Desk, { driver, residual, parameters }: QueuePlan): Counts {
  const where = [...driver.where, ...residual].join(' AND ');
  const status = driver.columns?.['status'] ?? 'c.status';
  const rows = statement<{ status: Status; count: number }>(
    desk,
    `SELECT ${status} AS status, count(*) AS count FROM ${driver.from} WHERE ${where} GROUP BY 1`,
  ).all(...driver.parameters, ...parameters);
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}

function countByStatus(desk: Desk, filter: QueueFilter): Counts {
  const counts = STATUSES.map((status) => {
    const { driver, residual, parameters } = planQueue(
      desk,
      { ...filter, status, sort: 'age' },
      'counts',
    );
    const where = [...driver.where, ...residual];
    const count = lengthOf(desk, { ...driver, where, parameters: [...driver.parameters, ...parameters] }, COUNT_LIMIT); // prettier-ignore
    return [status, count] as const;
  });
  return Object.fromEntries(counts);
}
