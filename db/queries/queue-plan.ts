import type { QueueFilter, QueueSort } from '@/corpus/verification/queue';
import type { Desk } from '../client';

/** One index range to walk in the queue's order. */
interface Driver {
  readonly from: string;
  readonly where: readonly string[];
  readonly parameters: readonly unknown[];
  /** The column that the order goes by, and the one that breaks ties. */
  readonly key: string;
  readonly seq: string;
}

/** How a filter is answered: walk the drivers' ranges, keep the rows that pass the residual. */
export interface QueuePlan {
  readonly drivers: readonly Driver[];
  readonly residual: readonly string[];
  readonly parameters: readonly unknown[];
}

interface Condition {
  /** The test on a row of `check c`. */
  readonly test: string;
  readonly parameters: readonly unknown[];
  /** The range that holds exactly the rows that pass, in the queue's order; null where none does. */
  readonly driver: Driver | null;
  /** Counts the condition's rows, no further than CLOSE_ENOUGH. */
  readonly count: (() => number) | null;
}

/** Two ranges longer than this are alike to the planner. */
const CLOSE_ENOUGH = 4000;

/** A text with more hits than this is tested row by row, along another condition's range. */
const RARE_TEXT = 2000;

const SORT_COLUMNS: Readonly<Record<QueueSort, string>> = {
  risk: 'risk_order',
  due: 'due_order',
  age: 'seq',
};

/**
 * Chooses the range to walk: that of the condition with the fewest rows. Null where a condition
 * can hold for no row. SQLite alone cannot choose, because each index also carries the order.
 */
export function planQueue(desk: Desk, filter: QueueFilter): QueuePlan | null {
  const conditions = conditionsOf(desk, filter);
  if (conditions === null) return null;
  const ranked = conditions
    .filter((condition) => condition.driver !== null)
    .map((condition) => ({ condition, rows: condition.count?.() ?? Infinity }))
    .sort((a, b) => a.rows - b.rows);
  const chosen = ranked[0]?.condition;
  const rest = conditions.filter((condition) => condition !== chosen);
  return {
    drivers: [chosen?.driver ?? wholeQueue(filter.sort)],
    residual: rest.map((condition) => condition.test),
    parameters: rest.flatMap((condition) => condition.parameters),
  };
}

function wholeQueue(sort: QueueSort): Driver {
  return checkRange(`queue_${sort}`, sort, [], []);
}

function checkRange(
  indexName: string,
  sort: QueueSort,
  where: readonly string[],
  parameters: readonly unknown[],
): Driver {
  return {
    from: `"check" c INDEXED BY ${indexName}`,
    where: ['c.listed = 1', ...where],
    parameters,
    key: `c.${SORT_COLUMNS[sort]}`,
    seq: 'c.seq',
  };
}

function conditionsOf(desk: Desk, filter: QueueFilter): Condition[] | null {
  const { sort } = filter;
  const conditions: Condition[] = [];
  const column = (name: string, column: string, value: unknown): void => {
    const test = `c.${column} IS ?`;
    const driver = checkRange(`queue_${name}_${sort}`, sort, [test], [value]);
    conditions.push({ test, parameters: [value], driver, count: counter(desk, driver) });
  };
  if (filter.status === 'open') column('open', 'open', 1);
  else if (filter.status !== 'all') column('status', 'status', filter.status);
  if (filter.kind !== undefined) column('kind', 'kind', filter.kind);
  if (filter.articleId !== undefined) column('article', 'article_id', filter.articleId);
  if (filter.collectionId !== undefined) column('collection', 'collection_id', filter.collectionId);
  if (filter.assignee !== undefined) {
    column('assignee', 'assignee_id', filter.assignee === 'none' ? null : filter.assignee);
  }
  if (filter.type !== undefined) conditions.push(label(desk, sort, `type:${filter.type}`));
  if (filter.flag !== undefined) conditions.push(label(desk, sort, `flag:${filter.flag}`));
  if (filter.due !== undefined) conditions.push(due(desk, filter.due, sort));
  const words = filter.text?.trim() ?? '';
  if (words.length >= 3) {
    const condition = text(desk, words, sort);
    if (condition === null) return null;
    conditions.push(condition);
  }
  return conditions;
}

function counter(desk: Desk, driver: Driver): () => number {
  return () =>
    desk.sqlite
      .prepare<unknown[], number>(
        `SELECT count(*) FROM (SELECT 1 FROM ${driver.from} WHERE ${driver.where.join(' AND ')} LIMIT ${CLOSE_ENOUGH})`,
      )
      .pluck()
      .get(...driver.parameters)!;
}

/** Types and flags: a row each in `check_label`, which repeats the sort keys. */
function label(desk: Desk, sort: QueueSort, value: string): Condition {
  const driver: Driver = {
    from: `check_label l INDEXED BY check_label_${sort} CROSS JOIN "check" c ON c.seq = l.check_seq`,
    where: ['l.label = ?', 'c.listed = 1'],
    parameters: [value],
    key: sort === 'age' ? 'l.check_seq' : `l.${SORT_COLUMNS[sort]}`,
    seq: 'l.check_seq',
  };
  return {
    test: 'EXISTS (SELECT 1 FROM check_label t WHERE t.label = ? AND t.check_seq = c.seq)',
    parameters: [value],
    driver,
    count: () =>
      desk.sqlite
        .prepare<[string], number>(
          `SELECT count(*) FROM (SELECT 1 FROM check_label WHERE label = ? LIMIT ${CLOSE_ENOUGH})`,
        )
        .pluck()
        .get(value)!,
  };
}

function due(desk: Desk, when: NonNullable<QueueFilter['due']>, sort: QueueSort): Condition {
  const today = new Date();
  const day = (offset: number) =>
    new Date(today.getTime() + offset * 86_400_000).toISOString().slice(0, 10);
  const [low, high] = {
    overdue: ['', day(-1)],
    today: [day(0), day(0)],
    week: ['', day(7)],
    none: ['9999', '9999'],
  }[when] as [string, string];
  const test = 'c.due_order BETWEEN ? AND ?';
  const range = checkRange('queue_due', 'due', [test], [low, high]);
  const rows = counter(desk, range)();
  // In another order than the range's own it has to be sorted, which only a short one may be.
  const inOrder: Driver = { ...range, key: `c.${SORT_COLUMNS[sort]}` };
  const driver = sort === 'due' || rows < CLOSE_ENOUGH ? inOrder : null;
  return { test, parameters: [low, high], driver, count: () => rows };
}

/** Null where no words can match. */
function text(desk: Desk, words: string, sort: QueueSort): Condition | null {
  const phrase = `"${words.replaceAll('"', '""')}"`;
  const hits = estimateHits(desk, words);
  if (hits === 0) return null;
  if (hits > RARE_TEXT) {
    return {
      test: `EXISTS (SELECT 1 FROM annotation a JOIN span s ON s.target_id = a.target_id
        WHERE a.id = c.annotation_id AND s.part = 'content' AND s.exact LIKE ? ESCAPE '\\')`,
      parameters: [`%${words.replace(/[\\%_]/g, '\\$&')}%`],
      driver: null,
      count: null,
    };
  }
  const driver: Driver = {
    from: 'check_words w CROSS JOIN "check" c ON c.seq = w.rowid',
    where: ['w.words MATCH ?', 'c.listed = 1'],
    parameters: [phrase],
    key: `c.${SORT_COLUMNS[sort]}`,
    seq: 'c.seq',
  };
  return {
    test: 'c.seq IN (SELECT rowid FROM check_words WHERE words MATCH ?)',
    parameters: [phrase],
    driver,
    count: () => hits,
  };
}

/** No fewer than the true number of hits: the rarest of the words' trigrams decides. */
function estimateHits(desk: Desk, words: string): number {
  const documents = desk.sqlite
    .prepare<[string], number>('SELECT doc FROM check_words_terms WHERE term = ?')
    .pluck();
  const characters = [...words.toLowerCase()];
  let fewest = Infinity;
  for (let at = 0; at + 3 <= characters.length; at++) {
    fewest = Math.min(fewest, documents.get(characters.slice(at, at + 3).join('')) ?? 0);
  }
  return fewest;
}
