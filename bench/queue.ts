import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QUEUE_SORTS, type QueueFilter, type QueueSort } from '@/corpus/verification/queue';
import { closeDesk, migrateDesk, openDesk, type Desk } from '@/db/client';
import { countQueue, listQueue } from '@/db/queries/queue';
import { fillDesk } from '@/db/testing/fill';
import { writtenByHand } from './queue-by-hand';

/** The first page of the queue at 200,000 checks, beside statements written by hand for each case. */
const ARTICLES = 2000;
const PER_ARTICLE = 100;
/** Turns of a race; a case that is over its limits is measured again, with four times as many. */
const RUNS = 15;
const SLOW_MS = 300;
const LIMIT_MS = 20;
const LIMIT_RATIO = 1.5;
/** A difference below this is no difference: empty pages take a few hundredths of a millisecond. */
const SLACK_MS = 0.1;

type Filter = Omit<QueueFilter, 'sort' | 'status'> & { status?: QueueFilter['status'] };

function main(): void {
  const kept = process.env['STET_BENCH_DESK'];
  const folder = kept === undefined ? mkdtempSync(join(tmpdir(), 'stet-bench-')) : null;
  const desk = openDesk(kept ?? join(folder!, 'stet.db'));
  try {
    migrateDesk(desk);
    const filled = desk.sqlite.prepare('SELECT 1 FROM "check" LIMIT 1').get() !== undefined;
    if (!filled) fill(desk);
    const failed = run(desk);
    const cases = casesOf(desk).length * QUEUE_SORTS.length;
    console.log(
      JSON.stringify({ bench: 'queue', case: 'summary', cases, failed, ok: failed === 0 }),
    );
  } finally {
    closeDesk(desk);
    if (folder !== null) rmSync(folder, { recursive: true });
  }
}

/** Fills the desk; the due days lie around today, a quarter of them overdue. */
function fill(desk: Desk): void {
  fillDesk(desk, { articles: ARTICLES, annotationsPerArticle: PER_ARTICLE, seed: 7 });
  desk.sqlite.exec(`
    UPDATE "check" SET due_at = date('now', (abs(seq * 7919) % 120 - 30) || ' days') WHERE due_at IS NOT NULL;
    UPDATE check_label SET due_order = (SELECT due_order FROM "check" c WHERE c.seq = check_seq);
  `);
}

/** Every single filter, and pairs of which some hold much, some little and some nothing. */
function casesOf(desk: Desk): readonly Filter[] {
  const one = (sql: string) => desk.sqlite.prepare<[], string>(sql).pluck().get()!;
  const articleId = one('SELECT id FROM article ORDER BY id LIMIT 1 OFFSET 900');
  const collectionId = one('SELECT collection_id FROM article LIMIT 1');
  const assignee = one('SELECT assignee_id FROM "check" WHERE assignee_id IS NOT NULL LIMIT 1');
  const rare = one(
    `SELECT trim(substr(exact, 3, 9)) FROM span WHERE part = 'content' LIMIT 1 OFFSET 777`,
  );
  const singles: Filter[] = [
    {},
    { status: 'open' },
    { status: 'waiting' },
    { status: 'unchecked' },
    { status: 'signed_off' },
    { kind: 'claim' },
    { kind: 'attribution' },
    { type: 'number' },
    { type: 'opinion' },
    { flag: 'harm' },
    { articleId },
    { collectionId },
    { assignee },
    { assignee: 'none' },
    { due: 'overdue' },
    { due: 'today' },
    { due: 'week' },
    { due: 'none' },
    { text: 'harbour' },
    { text: 'the' },
    { text: rare },
    { text: 'xyzzy' },
  ];
  const pairs: Filter[] = [
    { status: 'open', kind: 'quote' },
    { status: 'open', type: 'number' },
    { status: 'open', flag: 'harm' },
    { status: 'open', articleId },
    { status: 'open', collectionId },
    { status: 'open', assignee },
    { status: 'open', assignee: 'none' },
    { status: 'open', due: 'overdue' },
    { status: 'open', due: 'none' },
    { status: 'open', text: 'harbour' },
    { status: 'waiting', kind: 'quote' },
    { status: 'waiting', type: 'opinion' },
    { status: 'waiting', flag: 'allegation' },
    { status: 'waiting', articleId },
    { status: 'waiting', assignee },
    { status: 'waiting', due: 'week' },
    { status: 'waiting', text: 'the' },
    { status: 'disputed', kind: 'claim' },
    { status: 'cut', kind: 'claim' },
    { kind: 'claim', type: 'number' },
    { kind: 'attribution', type: 'number' },
    { kind: 'attribution', flag: 'harm' },
    { kind: 'claim', articleId },
    { kind: 'quote', assignee },
    { kind: 'quote', due: 'overdue' },
    { kind: 'quote', text: 'harbour' },
    { type: 'number', flag: 'harm' },
    { type: 'number', assignee },
    { type: 'number', due: 'overdue' },
    { type: 'number', text: 'the' },
    { flag: 'harm', due: 'today' },
    { articleId, assignee },
    { assignee, due: 'overdue' },
    { assignee, text: 'harbour' },
  ];
  return [...singles, ...pairs];
}

function run(desk: Desk): number {
  let failed = 0;
  for (const filter of casesOf(desk)) {
    for (const sort of QUEUE_SORTS) {
      const full: QueueFilter = { status: 'all', ...filter, sort };
      const byHand = writtenByHand(desk, full);
      const expected = listQueue(desk, full).items.map((item) => item.id);
      const same = byHand.every((rows) => String(rows().slice(0, 50)) === String(expected));
      const acts = [() => listQueue(desk, full), ...byHand];
      const first = judged(race(acts));
      const again = !first.ok;
      const { ok: holds, ...figures } = again ? judged(race(acts, RUNS * 4)) : first;
      const ok = same && holds;
      if (!ok) failed++;
      const rows = expected.length;
      print(nameOf(filter, sort), { ...figures, rows, same, ...(again ? { again } : {}), ok });
    }
    const [ms] = race([() => countQueue(desk, { status: 'all', ...filter, sort: 'risk' })]);
    print(`counts of ${nameOf(filter, 'risk')}`, { ms });
  }
  return failed;
}

/** The first against the best of the others. */
function judged([ms, ...others]: readonly [number, ...number[]]) {
  const baselineMs = Math.min(...others);
  const ratio = ms / baselineMs;
  const close = ratio <= LIMIT_RATIO || ms - baselineMs <= SLACK_MS;
  return { ms, baselineMs, ratio, ok: ms < LIMIT_MS && close };
}

function nameOf(filter: Filter, sort: QueueSort): string {
  const words = Object.entries(filter).map(([name, value]) => `${name}=${value}`);
  return [...words, `sort=${sort}`].join(' ');
}

function print(name: string, figures: Readonly<Record<string, number | boolean>>): void {
  const rounded = Object.entries(figures).map(([key, value]) => [
    key,
    typeof value === 'number' ? Math.round(value * 100) / 100 : value,
  ]);
  const limits =
    'ratio' in figures ? { limitMs: LIMIT_MS, limitRatio: LIMIT_RATIO, slackMs: SLACK_MS } : {};
  console.log(JSON.stringify({ bench: 'queue', case: name, ...Object.fromEntries(rounded), ...limits })); // prettier-ignore
}

/**
 * The median time of each in milliseconds; they take turns, so that a busy machine slows all of
 * them. Each is run once untimed in its turn: else the one that comes after a long walk would pay
 * for the pages that the walk put out of the cache. One that takes long gets fewer turns.
 */
function race(acts: readonly (() => unknown)[], runs = RUNS): [number, ...number[]] {
  const times = acts.map((act): number[] => (act(), []));
  for (let turn = 0; turn < runs; turn++) {
    for (const [index, act] of acts.entries()) {
      if (turn >= 3 && times[index]!.reduce((sum, time) => sum + time, 0) > SLOW_MS) continue;
      act();
      const start = performance.now();
      act();
      times[index]!.push(performance.now() - start);
    }
  }
  const medians = times.map((all) => all.sort((x, y) => x - y)[all.length >> 1]!);
  return medians as [number, ...number[]];
}

main();
