import { spawnSync } from 'node:child_process';
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { HashedFile } from '@/cli/dataset-files';
import { writeDataset } from '@/cli/write-dataset';
import type { Format } from '@/corpus/interchange/format-names';
import { closeDesk, openDesk, type Desk } from '@/db/client';

/** What is timed: a format, the SELECT written by hand, or sqlite3 with all that it holds. */
export type Subject = Format | 'by-hand' | 'sqlite3';

/** One timed run, as bench/export.ts asks for it: DATABASE FORMAT|by-hand|sqlite3 EMPTY-FOLDER. */
export interface Measured {
  readonly annotations: number;
  readonly ms: number;
  readonly startRssMb: number;
  readonly peakRssMb: number;
}

/** What somebody would write by hand: one row a span, with its annotation, check and people. */
const BY_HAND = `
  SELECT r.headline, a.id, a.kind, a.types, a.flags, a.speech, a.source_type, a.terms,
    a.created_at, p.name AS created_by, k.status, k.finding, k.fidelity, k.disposition,
    k.rationale, s.part, s.ordinal, s.piece, s.start, s."end", s.exact
  FROM article r JOIN annotation a ON a.article_id = r.id AND a.removed = 0
    JOIN span s ON s.target_id = a.target_id JOIN person p ON p.id = a.created_by
    LEFT JOIN "check" k ON k.annotation_id = a.id
  WHERE r.removed = 0`;

async function main(): Promise<void> {
  const [path, what, folder] = process.argv.slice(2) as [string, Subject, string];
  const desk = openDesk(path);
  const startRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
  const began = performance.now();
  const annotations =
    what === 'by-hand'
      ? writeByHand(desk, folder)
      : what === 'sqlite3'
        ? dumpBySqlite(desk, folder)
        : await writeWhole(desk, what, folder);
  const ms = Math.round(performance.now() - began);
  closeDesk(desk);
  const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
  const measured: Measured = { annotations, ms, startRssMb, peakRssMb };
  console.log(JSON.stringify(measured));
}

async function writeWhole(desk: Desk, format: Format, folder: string): Promise<number> {
  const order = { format, filter: {}, chosen: {}, generator: 'bench' };
  const { counts } = await writeDataset(desk, folder, order);
  return counts.annotations;
}

/** What a line of JSON Lines holds, as `sqlite3` itself dumps it as JSON, table by table. */
const DUMPED = [
  'SELECT a.*, r.text FROM article a JOIN revision r ON r.article_id = a.id WHERE a.removed = 0',
  'SELECT * FROM block',
  'SELECT * FROM span',
  'SELECT * FROM annotation a LEFT JOIN "check" k ON k.annotation_id = a.id WHERE a.removed = 0',
  'SELECT * FROM assessment',
  'SELECT * FROM citation c JOIN evidence_item e ON e.id = c.evidence_item_id',
];

function dumpBySqlite(desk: Desk, folder: string): number {
  const out = openSync(join(folder, 'rows.json'), 'w');
  const { status } = spawnSync('sqlite3', ['-json', desk.path, DUMPED.join(';')], {
    stdio: ['ignore', out, 'inherit'],
  });
  fsyncSync(out);
  closeSync(out);
  if (status !== 0) throw new Error('sqlite3 failed');
  return desk.sqlite
    .prepare<[], number>('SELECT count(*) FROM annotation WHERE removed = 0')
    .pluck()
    .get()!;
}

function writeByHand(desk: Desk, folder: string): number {
  const file = new HashedFile(folder, 'rows.jsonl');
  let annotations = 0;
  let last = '';
  for (const row of desk.sqlite.prepare<[], { id: string }>(BY_HAND).iterate()) {
    file.write(`${JSON.stringify(row)}\n`);
    if (row.id !== last) annotations += 1;
    last = row.id;
  }
  file.finish();
  return annotations;
}

await main();
