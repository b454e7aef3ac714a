import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeDesk, migrateDesk, openDesk, type Desk } from '@/db/client';
import { findProgress, listCollectionProgress } from '@/db/queries/progress';
import { fillDesk } from '@/db/testing/fill';
import { median, report } from './report';

/** The numbers of the progress page at 200,000 checks, with 60,000 steps in the history. */
const ARTICLES = 2000;
const PER_ARTICLE = 100;
const STEPS = 60_000;
const RUNS = 7;
const LIMIT_MS = 500;

/** Steps of the last 30 days, half of them to “checked”, half to “signed off”. */
function fillSteps({ sqlite }: Desk): void {
  sqlite.exec(`
    INSERT INTO command (id, name, person_id, at) SELECT 'bench', 'setStatus', id, '2026-01-01' FROM person LIMIT 1;
    INSERT INTO event (command_id, name, person_id, at, entity, entity_id, article_id, annotation_id, created, version_after, changes)
      SELECT 'bench', 'setStatus', (SELECT id FROM person LIMIT 1),
        strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-' || (c.seq % 30) || ' days'), 'check', c.id, c.article_id, c.annotation_id, 0, 2,
        json_object('status', json_array('checking', iif(c.seq % 2, 'checked', 'signed_off')))
      FROM "check" c LIMIT ${STEPS};
  `);
}

const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'));
const desk = openDesk(join(folder, 'stet.db'));
migrateDesk(desk);
fillDesk(desk, { articles: ARTICLES, annotationsPerArticle: PER_ARTICLE, seed: 7, words: false });
fillSteps(desk);
const collectionId = desk.sqlite.prepare<[], string>('SELECT id FROM collection').pluck().get()!;
const times = Array.from({ length: RUNS }, () => {
  const start = performance.now();
  findProgress(desk, { collectionId, now: new Date(), after: null });
  listCollectionProgress(desk);
  return performance.now() - start;
});
report({
  bench: 'progress',
  case: 'all plots at 200,000 checks',
  ms: median(times),
  limitMs: LIMIT_MS,
});
closeDesk(desk);
rmSync(folder, { recursive: true });
