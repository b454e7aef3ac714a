import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { closeDesk, migrateDesk, openDesk } from '@/db/client';
import { fillDesk } from '@/db/testing/fill';
import type { Measured } from './export-run';

/**
 * Exports 200,000 and 1,000,000 annotations (a tenth of the first and a fiftieth of the second
 * in one article), each in a process of its own, beside one SELECT written by hand whose rows go
 * through JSON.stringify into a file. Speed and memory have limits; the ratio is told.
 */
const LIMIT_PER_SECOND = 50_000;
const LIMIT_GROWTH_MB = 200;
const LARGE_ARTICLE = 20_000;
const PER_ARTICLE = 50;
const SIZES = [200_000, 1_000_000];
const RUNNER = fileURLToPath(new URL('export-run.ts', import.meta.url));

function main(): void {
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
  for (const format of ['jsonl', 'csv'] as const) {
    const measured = run(folder, path, format);
    const annotationsPerSecond = perSecond(measured);
    const growthMb = measured.peakRssMb - measured.startRssMb;
    const fast = annotationsPerSecond >= LIMIT_PER_SECOND;
    print({
      bench: 'export',
      case: `${format} ${size.toLocaleString('en')}`,
      annotationsPerSecond,
      byHandPerSecond: perSecond(byHand),
      ratio: Math.round((measured.ms / byHand.ms) * 100) / 100,
      peakRssMb: measured.peakRssMb,
      growthMb,
      limit: { annotationsPerSecond: LIMIT_PER_SECOND, growthMb: LIMIT_GROWTH_MB },
      ok: fast && growthMb < LIMIT_GROWTH_MB,
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
  const articles = (size - LARGE_ARTICLE) / PER_ARTICLE;
  const plan = { words: false, annotationsPerArticle: PER_ARTICLE };
  fillDesk(desk, { ...plan, articles, seed: 1 });
  fillDesk(desk, { ...plan, articles: 1, annotationsPerArticle: LARGE_ARTICLE, seed: 2 });
  closeDesk(desk);
}

/** One run in a process of its own, so that the peak of its memory is its own. */
function run(folder: string, path: string, what: 'jsonl' | 'csv' | 'by-hand'): Measured {
  const out = join(folder, what);
  mkdirSync(out);
  try {
    const child = spawnSync(process.execPath, ['--import', 'tsx', RUNNER, path, what, out], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (child.status !== 0) throw new Error(`the export of ${what} failed`);
    return JSON.parse(child.stdout) as Measured;
  } finally {
    rmSync(out, { recursive: true });
  }
}

main();
