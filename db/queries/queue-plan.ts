import { dueMinute } from '@/corpus/verification/due';
import type { QueueFilter, QueueSort } from '@/corpus/verification/queue';
import type { Desk } from '../client';
import { statement } from './statements';

/** One index range to walk in the queue's order. */
export interface Driver {
  readonly from: string;
  readonly where: readonly string[];
  readonly parameters: readonly unknown[];
  /** Columns of the check that the range itself holds. */
  readonly columns?: Readonly<Record<string, string>>;
  /** The join that a test on any other column of the check needs. */
  readonly join?: string;
  /** The column that the order goes by, and the one that breaks ties. */
  readonly key: string;
  readonly seq: string;
}

/** How a filter is answered: walk the driver's range, keep the rows that pass the residual. */
export interface QueuePlan {
  readonly driver: Driver;
  readonly residual: readonly string[];
  readonly parameters: readonly unknown[];
  /** One of the conditions was seen to hold for no row. */
  readonly empty: boolean;
}

interface Condition {
  /** The test on a row of `check c`. */
  readonly test: string;
  /** The column that it tests, where it is one. */
  readonly column?: string;
  readonly parameters: readonly unknown[];
  /** The range that holds exactly the rows that pass; null where it would have to be sorted. */
  readonly driver: Driver | null;
  /** Roughly how long the range is: exact where short, LONG where longer. */
  readonly length: () => number;
}

/** Ranges of this length and longer are alike to the planner; it counts no further. */
const LONG = 200;

/** A range shorter than this may be sorted for a page. */
const SORTABLE = 500;

/** A range this short is walked without asking whether another is shorter. */
const SHORT = 100;

/** How many hits of a text are looked at to guess how many there are. */
const TEXT_SAMPLE = 100;

/** For a page, a text with more hits than this is tested row by row, along another range. */
const RARE_TEXT = 4000;

const SORT_COLUMNS: Readonly<Record<QueueSort, string>> = {
  risk: 'risk_order',
  due: 'due_order',
  age: 'seq',
};

/**
 * Chooses the range to walk: the shortest, and among long ones that of the condition which holds
 * for the smaller part of a desk by its nature. SQLite alone cannot choose, because each index
 * also carries the order. Counting costs a few index rows for each condition but a lone one.
 */
export function planQueue(
  desk: Desk,
  filter: QueueFilter,
  purpose: 'page' | 'counts' = 'page',
): QueuePlan {
  const conditions = conditionsOf(desk, filter, purpose);
  const leading = conditions.filter((condition) => condition.driver !== null);
  let [chosen] = leading;
  let shortest = Infinity;
  if (leading.length > 1) {
    for (const condition of leading) {
      const length = condition.length();
      if (length < shortest) [shortest, chosen] = [length, condition];
      if (length <= SHORT) break;
    }
  }
  const rest = conditions.filter((condition) => condition !== chosen);
  const driver = chosen?.driver ?? checkRange(`queue_${filter.sort}`, filter.sort, [], []);
  const { columns, join, from } = driver;
  const own = (condition: Condition) => columns?.[condition.column ?? ''];
  const joined = join !== undefined && rest.some((condition) => own(condition) === undefined);
  return {
    driver: joined ? { ...driver, from: `${from} ${join}` } : driver,
    residual: rest.map((condition) => {
      const column = own(condition);
      return column === undefined ? condition.test : `${column} IS ?`;
    }),
    parameters: rest.flatMap((condition) => condition.parameters),
    empty: shortest === 0,
  };
}

/** The conditions, those that usually hold for fewer rows before the others. */
function conditionsOf(desk: Desk, filter: QueueFilter, purpose: 'page' | 'counts'): Condition[] {
  const { sort, status, articleId, assignee, kind, collectionId } = filter;
  const conditions: Condition[] = [];
  const column = (name: string, value: unknown, of = name): void => {
    const test = `c.${of} IS ?`;
    const driver = checkRange(`queue_${name}_${sort}`, sort, [test], [value]);
    const length = () => lengthOf(desk, driver);
    conditions.push({ test, column: of, parameters: [value], driver, length });
  };
  const words = filter.text?.trim() ?? '';
  if (words.length >= 3) conditions.push(text(desk, words, sort, purpose));
  if (articleId !== undefined) column('article', articleId, 'article_id');
  const day = filter.due === 'today';
  const addDue = () => filter.due && conditions.push(due(desk, filter.due, sort, purpose));
  if (day) addDue();
  if (filter.flag !== undefined) conditions.push(label(desk, sort, `flag:${filter.flag}`));
  if (filter.type !== undefined) conditions.push(label(desk, sort, `type:${filter.type}`));
  if (status !== 'open' && status !== 'all') column('status', status);
  if (assignee !== undefined && assignee !== 'none') column('assignee', assignee, 'assignee_id');
  if (filter.toSign !== undefined) conditions.push(residual(MAY_SIGN, filter.toSign));
  if (filter.toJudge !== undefined) conditions.push(residual(MAY_JUDGE, filter.toJudge));
  if (!day) addDue();
  if (kind !== undefined) column('kind', kind);
  if (status === 'open') column('open', 1);
  if (assignee === 'none') column('assignee', null, 'assignee_id');
  if (collectionId !== undefined) column('collection', collectionId, 'collection_id');
  return conditions;
}

const MODE = '(SELECT m.mode FROM collection m WHERE m.id = c.collection_id)';

/** As `corpus/verification/sign-off.ts` says who may not sign. */
const MAY_SIGN = `c.status = 'checked' AND (${MODE} = 'single' OR NOT EXISTS (SELECT 1 FROM assessment s
  WHERE s.check_id = c.id AND s.person_id = ? AND s.removed = 0 AND coalesce(s.finding, s.fidelity) IS NOT NULL))`;

/** Neither who marked the words nor who has handed in a judgement has one to make. */
const MAY_JUDGE = `c.status = 'checking' AND ${MODE} IN ('blind_double', 'panel') AND NOT EXISTS (
  SELECT 1 FROM (SELECT ? AS person) v WHERE v.person = (SELECT a.created_by FROM annotation a WHERE a.id = c.annotation_id)
    OR EXISTS (SELECT 1 FROM assessment s WHERE s.check_id = c.id AND s.person_id = v.person
      AND s.removed = 0 AND s.handed_in_at IS NOT NULL))`;

/** A condition that is tested row by row along another's range. */
function residual(test: string, parameter: string): Condition {
  return { test: `(${test})`, parameters: [parameter], driver: null, length: () => LONG };
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

/** The length of a driver's range, counted no further than `limit`. */
export function lengthOf(desk: Desk, driver: Driver, limit = LONG): number {
  const rows = `SELECT 1 FROM ${driver.from} WHERE ${driver.where.join(' AND ')} LIMIT ${limit}`;
  return statement<number>(desk, `SELECT count(*) FROM (${rows})`)
    .pluck()
    .get(...driver.parameters) as number;
}

/** Types and flags: a row each in `check_label`, which repeats the sort keys. */
function label(desk: Desk, sort: QueueSort, value: string): Condition {
  const driver: Driver = {
    // Only listed checks have labels.
    from: `check_label l INDEXED BY check_label_${sort}`,
    where: ['l.label = ?'],
    parameters: [value],
    columns: { kind: 'l.kind', status: 'l.status' },
    join: 'CROSS JOIN "check" c ON c.seq = l.check_seq',
    key: sort === 'age' ? 'l.check_seq' : `l.${SORT_COLUMNS[sort]}`,
    seq: 'l.check_seq',
  };
  return {
    test: 'EXISTS (SELECT 1 FROM check_label t WHERE t.label = ? AND t.check_seq = c.seq)',
    parameters: [value],
    driver,
    length: () => lengthOf(desk, driver),
  };
}

function due(
  desk: Desk,
  when: NonNullable<QueueFilter['due']>,
  sort: QueueSort,
  purpose: 'page' | 'counts',
): Condition {
  const today = new Date();
  const day = (offset: number) =>
    new Date(today.getTime() + offset * 86_400_000).toISOString().slice(0, 10);
  const endOf = (offset: number) => `${day(offset)}~`;
  // What is due today as a day is not overdue, what was due an hour ago is.
  const [low, high, but] = {
    overdue: ['', dueMinute(today), day(0)],
    today: [day(0), endOf(0), ''],
    week: ['', endOf(7), ''],
    none: ['9999', '9999', ''],
  }[when] as [string, string, string];
  const test = 'c.due_order BETWEEN ? AND ? AND c.due_order <> ?';
  const range = checkRange('queue_due', 'due', [test], [low, high, but]);
  const length = lengthOf(desk, range, sort === 'due' ? LONG : SORTABLE);
  // In another order than the range's own it has to be sorted, which only a short one may be.
  const leads = sort === 'due' || length < SORTABLE || purpose === 'counts';
  const driver = leads ? { ...range, key: `c.${SORT_COLUMNS[sort]}` } : null;
  return { test, parameters: [low, high, but], driver, length: () => Math.min(length, LONG) };
}

/**
 * The newest words of a check, tested without the index of words. `LIKE` knows upper and lower
 * case of ASCII alone, so that other letters are always looked up in the index, which knows all.
 */
const WORDS_LIKE = `EXISTS (SELECT 1 FROM annotation a CROSS JOIN span s ON s.target_id = a.target_id
  WHERE a.id = c.annotation_id AND s.part = 'content' AND s.exact LIKE ? ESCAPE '\\'
    AND +s.revision_id = (SELECT max(n.revision_id) FROM span n WHERE n.target_id = a.target_id))`;

function text(desk: Desk, words: string, sort: QueueSort, purpose: 'page' | 'counts'): Condition {
  const phrase = `"${words.replaceAll('"', '""')}"`;
  const hits = guessHits(desk, phrase);
  if (purpose === 'page' && hits > RARE_TEXT && isFoldedByLike(words)) {
    const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
    return { test: WORDS_LIKE, parameters: [like], driver: null, length: () => Infinity };
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
    length: () => hits,
  };
}

function isFoldedByLike(words: string): boolean {
  return [...words].every((c) => c < '\u0080' || c.toLowerCase() === c.toUpperCase());
}

/** How many checks hold the words: few are counted, many are guessed from how close they stand. */
function guessHits(desk: Desk, phrase: string): number {
  const sample = `SELECT rowid AS seq FROM check_words WHERE words MATCH ? LIMIT ${TEXT_SAMPLE}`;
  const found = statement<{ hits: number; last: number; all: number }>(
    desk,
    `SELECT count(*) AS hits, max(seq) AS last, (SELECT max(seq) FROM "check") AS "all" FROM (${sample})`,
  ).get(phrase)!;
  return found.hits < TEXT_SAMPLE ? found.hits : (found.hits * found.all) / found.last;
}
