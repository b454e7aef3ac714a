import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { closeDesk, migrateDesk, openDesk } from '@/db/client';
import { fillDesk } from '@/db/testing/fill';
import { asBuilt } from './as-built';
import type { Measured, Subject } from './export-run';

/**
 * Exports 200,000 annotations on 10,000 articles and 1,000,000 on 50,000, of which one has 20,000 more,
 * each in a process of its own, beside one SELECT written by hand whose rows go
 * through JSON.stringify into a file, and beside sqlite3’s own dump of the tables where it is installed.
 * Speed and memory have limits, and JSON Lines half the speed of sqlite3. Sizes may be named:
 * `bench/export.ts 200000`.
 */
const LIMITS = { jsonl: 50_000, csv: 50_000, parquet: 20_000, bundle: 20_000 } as const;
const LIMIT_PEAK_MB = { jsonl: 200, csv: 200, parquet: 300, bundle: 300 } as const;
const LIMIT_OF_SQLITE = 0.5;
const LARGE_ARTICLE = 20_000;
const PER_ARTICLE = 20;
const NAMED = process.argv.slice(2).map(Number).filter(Boolean);
const SIZES = NAMED.length > 0 ? NAMED : [200_000, 1_000_000];
const HAS_SQLITE = spawnSync('sqlite3', ['--version']).status === 0;
const RUNNER = await asBuilt('export-run');
/** The flags with which the command line starts Node. */
const NODE_FLAGS = readFileSync(
  fileURLToPath(new URL('../cli/stet', import.meta.url)),
  'utf8',
).match(/(?<= )--[\w-]+(=\d+)?(?= )/g)!;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'));
  try {
    for (const size of SIZES) benchSize(folder, size);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function benchSize(folder: string, size: number): void {
  const path = join(folder, `${size}.db`);
  fill(path, size);
  const byHand = run(folder, path, 'by-hand');
  const dumped = HAS_SQLITE ? run(folder, path, 'sqlite3') : null;
  for (const format of ['jsonl', 'csv', 'parquet', 'bundle'] as const) {
    const measured = run(folder, path, format);
    const annotationsPerSecond = perSecond(measured);
    const ofSqlite = dumped === null ? null : annotationsPerSecond / perSecond(dumped);
    const fast =
      annotationsPerSecond >= LIMITS[format] &&
      (format !== 'jsonl' || ofSqlite === null || ofSqlite >= LIMIT_OF_SQLITE);
    print({
      bench: 'export',
      case: `${format} ${size.toLocaleString('en')}`,
      annotationsPerSecond,
      byHandPerSecond: perSecond(byHand),
      sqlite3PerSecond: dumped === null ? null : perSecond(dumped),
      ratio: Math.round((measured.ms / byHand.ms) * 100) / 100,
      peakRssMb: measured.peakRssMb,
      growthMb: measured.peakRssMb - measured.startRssMb,
      limit: { annotationsPerSecond: LIMITS[format], peakRssMb: LIMIT_PEAK_MB[format] },
      ok: fast && measured.peakRssMb < LIMIT_PEAK_MB[format],
    });
  }
  rmSync(path);
}

function perSecond({ annotations, ms }: Measured): number {
  return Math.round((annotations / ms) * 1000);
}

/** A failed bench has said why in its line; the exit code says that there was one. */
function print(figure: { readonly ok: boolean } & Readonly<Record<string, unknown>>): void {
  console.log(JSON.stringify(figure));
  if (!figure.ok) process.exitCode = 1;
}

function fill(path: string, size: number): void {
  const desk = openDesk(path);
  migrateDesk(desk);
  const articles = size / PER_ARTICLE - 1;
  const plan = { words: false, annotationsPerArticle: PER_ARTICLE };
  fillDesk(desk, { ...plan, articles, seed: 1 });
  fillDesk(desk, { ...plan, articles: 1, annotationsPerArticle: LARGE_ARTICLE, seed: 2 });
  closeDesk(desk);
}

/** One run in a process of its own, so that the peak of its memory is its own. */
function run(folder: string, path: string, what: Subject): Measured {
  const out = join(folder, what);
  mkdirSync(out);
  try {
    const child = spawnSync(process.execPath, [...NODE_FLAGS, RUNNER, path, what, out], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (child.status !== 0) throw new Error(`the export of ${what} failed`);
    return JSON.parse(child.stdout) as Measured;
  } finally {
    rmSync(out, { recursive: true });
  }
}

await main();
