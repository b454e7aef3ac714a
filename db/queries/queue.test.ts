import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLAIM_TYPES, FLAGS, KINDS } from '@/corpus/annotation/model';
import { OPEN_STATUSES, STATUSES, type Status } from '@/corpus/verification/model';
import {
  COUNT_LIMIT,
  DUE_FILTERS,
  QUEUE_SORTS,
  type QueueFilter,
} from '@/corpus/verification/queue';
import { addRevision } from '../commands/import';
import { makeDesk, type TestDesk } from '../testing/desk';
import { fillDesk } from '../testing/fill';
import { STORY, mark } from '../testing/work';
import { planQueue } from './queue-plan';
import { countQueue, listQueue, pageStatement } from './queue';

interface Row {
  readonly seq: number;
  readonly id: string;
  readonly kind: string;
  readonly risk: number;
  readonly status: Status;
  readonly assignee: string | null;
  readonly due: string | null;
  readonly article: string;
  readonly collection: string;
  readonly types: string;
  readonly flags: string;
  readonly words: string;
}

let test: TestDesk;
let rows: readonly Row[];
let filters: fc.Arbitrary<QueueFilter>;

const day = (offset: number) =>
  new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
/** A condition that most filters lack, so that most pages hold something. */
const every = <T>(values: readonly T[]) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom(...values) },
  );

/** A filter without the conditions that were not drawn. */
function filterOf(drawn: Readonly<Record<string, unknown>>): QueueFilter {
  const kept = Object.entries(drawn).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as unknown as QueueFilter;
}

beforeAll(() => {
  test = makeDesk();
  const { sqlite } = test.desk;
  for (const seed of [3, 4]) fillDesk(test.desk, { articles: 12, annotationsPerArticle: 70, seed });
  mark(test, test.article(STORY), 'Port Hallen', 'claim', { types: ['name', 'place'], flags: ['harm'] }); // prettier-ignore
  sqlite.exec(`
    UPDATE "check" SET due_at = date('now', (seq % 23 - 9) || ' days') WHERE due_at IS NOT NULL;
    UPDATE check_label SET due_order = (SELECT due_order FROM "check" c WHERE c.seq = check_seq);
    UPDATE "check" SET listed = 0 WHERE seq % 11 = 0;
    DELETE FROM check_label WHERE check_seq % 11 = 0;
    DELETE FROM check_words WHERE rowid % 11 = 0;`);
  rows = sqlite
    .prepare<[], Row>(
      `SELECT c.seq, c.id, c.kind, c.risk, c.status, c.assignee_id AS assignee, c.due_at AS due,
         c.article_id AS article, c.collection_id AS collection, a.types, a.flags,
         (SELECT group_concat(exact, ' ') FROM span s WHERE s.target_id = a.target_id AND part = 'content') AS words
       FROM "check" c JOIN annotation a ON a.id = c.annotation_id WHERE c.listed = 1`,
    )
    .all();
  const values = (key: 'article' | 'collection' | 'assignee'): string[] =>
    [...new Set(rows.flatMap((row) => row[key] ?? []))].slice(0, 8);
  const texts = ['the', 'har', 'THE TOWN', 'xyz', '%%%', '"a"', 'pören', 'e', ' port hallen '];
  filters = fc
    .record({
      status: fc.constantFrom<QueueFilter['status']>('open', 'all', ...STATUSES),
      kind: every(KINDS),
      type: every(CLAIM_TYPES.slice(0, 8)),
      flag: every(FLAGS),
      articleId: every(values('article')),
      collectionId: every(values('collection')),
      assignee: every(['none', ...values('assignee')]),
      due: every(DUE_FILTERS),
      text: every([...texts, rows[7]!.words.slice(2, 9), rows[90]!.words.slice(0, 5)]),
      sort: fc.constantFrom(...QUEUE_SORTS),
    }, { requiredKeys: ['status', 'sort'] })
    .map(filterOf); // prettier-ignore
});
afterAll(() => test.close());

const isOpen = (status: Status) => (OPEN_STATUSES as readonly Status[]).includes(status);

/** What the filter means, a row at a time. */
function passes(row: Row, filter: QueueFilter): boolean {
  const { status, kind, type, flag, articleId, collectionId, assignee, due, text } = filter;
  if (status === 'open' ? !isOpen(row.status) : status !== 'all' && row.status !== status) return false;
  if (kind !== undefined && row.kind !== kind) return false;
  if (type !== undefined && !(JSON.parse(row.types) as string[]).includes(type)) return false;
  if (flag !== undefined && !(JSON.parse(row.flags) as string[]).includes(flag)) return false;
  if (articleId !== undefined && row.article !== articleId) return false;
  if (collectionId !== undefined && row.collection !== collectionId) return false;
  if (assignee !== undefined && row.assignee !== (assignee === 'none' ? null : assignee)) return false;
  if (due === 'none' && row.due !== null) return false;
  if (due !== undefined && due !== 'none') {
    if (row.due === null) return false;
    if (due === 'overdue' && row.due >= day(0)) return false;
    if (due === 'today' && row.due !== day(0)) return false;
    if (due === 'week' && row.due > day(7)) return false;
  }
  const words = text?.trim().toLowerCase() ?? '';
  return words.length < 3 || row.words.toLowerCase().includes(words);
} // prettier-ignore

function naive(filter: QueueFilter): readonly string[] {
  const key = (row: Row): number | string =>
    filter.sort === 'risk' ? -row.risk : filter.sort === 'due' ? (row.due ?? '9999') : 0;
  return rows
    .filter((row) => passes(row, filter))
    .sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.seq - b.seq))
    .map((row) => row.id);
}

function allPages(filter: QueueFilter, size: number): readonly string[] {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page = listQueue(test.desk, filter, cursor, size);
    expect(page.items.length).toBeLessThanOrEqual(size);
    ids.push(...page.items.map((item) => item.id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return ids;
}

describe('the queue', () => {
  it('gives, page after page, what filtering and sorting row by row gives', () => {
    let severalPages = 0;
    fc.assert(
      fc.property(filters, fc.integer({ min: 7, max: 60 }), (filter, size) => {
        const expected = naive(filter);
        if (expected.length > size) severalPages++;
        expect(allPages(filter, size)).toEqual(expected);
      }),
      { numRuns: 250 },
    );
    expect(severalPages).toBeGreaterThan(40);
  });

  it('counts what stands in each status under the other filters', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const count = (status: QueueFilter['status']) =>
          Math.min(COUNT_LIMIT, rows.filter((row) => passes(row, { ...filter, status })).length);
        const each = Object.fromEntries(STATUSES.map((status) => [status, count(status)]));
        const expected = { ...each, open: count('open'), all: count('all') };
        expect(countQueue(test.desk, filter)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  it('shows what a line of it needs, and takes a cursor that is nonsense for the first page', () => {
    const filter: QueueFilter = { status: 'unchecked', text: 'port hallen', kind: 'claim', flag: 'harm', sort: 'risk' }; // prettier-ignore
    const [item] = listQueue(test.desk, filter, 'nonsense').items;
    expect(item).toMatchObject({
      headline: 'Harbour repairs to cost 3.4 million',
      words: 'Port Hallen',
      types: ['name', 'place'],
      flags: ['harm'],
      assignee: null,
      version: 1,
    });
  });

  it('keeps the last words of a check that was cut, and forgets old words of one that was moved', () => {
    const other = makeDesk();
    const article = other.article(STORY);
    const { checkId } = mark(other, article, 'lighthouse, built in 1911');
    const draft = { role: 'paragraph', depth: 0, group: null, original: null } as const;
    addRevision(other.desk, other.actor, article.articleId, [{ ...draft, text: 'All new.' }], null);
    const [item] = listQueue(other.desk, { status: 'cut', sort: 'age' }).items;
    expect(item).toMatchObject({ id: checkId, words: 'lighthouse, built in 1911' });
    expect(countQueue(other.desk, { status: 'all', sort: 'age' })).toMatchObject({ cut: 1, open: 0, all: 1 }); // prettier-ignore
    other.close();
  });
});

describe('the query plans', () => {
  const CONDITIONS: readonly Partial<QueueFilter>[] = [
    { status: 'open' }, { status: 'waiting' }, { kind: 'quote' }, { type: 'number' }, { flag: 'harm' },
    { articleId: 'A' }, { collectionId: 'C' }, { assignee: 'P' }, { assignee: 'none' },
    { due: 'overdue' }, { due: 'today' }, { due: 'week' }, { due: 'none' }, { text: 'xyzzy' }, { text: 'the' },
  ]; // prettier-ignore
  const pairs = CONDITIONS.flatMap((a, i) => CONDITIONS.slice(i + 1).map((b) => ({ ...a, ...b })));

  it.each(QUEUE_SORTS)('of every filter and every pair, sorted by %s, scan no table', (sort) => {
    for (const conditions of [{}, ...CONDITIONS, ...pairs]) {
      const filter = { status: 'all', ...conditions, sort } as QueueFilter;
      for (const after of [null, { key: sort === 'due' ? '2026' : -10, seq: 5 }]) {
        const { sql, parameters } = pageStatement(planQueue(test.desk, filter), after, 51);
        const plan = test.desk.sqlite
          .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
          .all(...parameters)
          .map(({ detail }) => detail);
        // Allowed: the page's own rows (k), the words' subquery, and the index of words by MATCH.
        const scans = plan.filter((line) => /^SCAN (?!k$|\(subquery|w VIRTUAL TABLE INDEX \d+:M|check_words VIRTUAL TABLE INDEX \d+:M)/.test(line)); // prettier-ignore
        expect({ conditions, scans }).toEqual({ conditions, scans: [] });
        const inner = plan.slice(0, plan.indexOf('SCAN k'));
        const sorted = inner.includes('USE TEMP B-TREE FOR ORDER BY');
        if (sorted) expect('text' in conditions || 'due' in conditions).toBe(true);
      }
    }
  });
});
