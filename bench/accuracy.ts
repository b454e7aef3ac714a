import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calibrationOf, printCalibration } from './accuracy/calibration';
import { GOALS, type Part } from './accuracy/goals';
import { asBuilt } from './as-built';

/**
 * How good and how fast the suggestions are: `stet detect` on the marked texts beside the project,
 * scored by the scorer that comes with them, with the figures to hold and to aim for; then words a
 * second, loading and memory. Parts that are not there are left out with a word.
 */
const ROOT = join(import.meta.dirname, '..');
const SHARED = join(ROOT, '../shared');
const FOLDERS: Readonly<Record<Part, string>> = {
  seeds: join(SHARED, 'gold/seeds'),
  polnear: join(SHARED, 'polnear/dev'),
};

type Scores = Readonly<Record<string, Readonly<Record<string, number>>>>;

function run(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64e6,
  });
  if (status !== 0) throw new Error(`${args.slice(0, 3).join(' ')} failed: ${stderr}`);
  return stdout;
}

function scorePart(part: Part, out: string): void {
  const folder = FOLDERS[part];
  const texts = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  run('cli/stet.mjs', 'detect', ...texts.map((name) => join(folder, name)), '--out', out);
  const scorer = join(SHARED, 'gold/score.mjs');
  const dirs = ['--text', folder, '--gold', folder, '--pred', out];
  const scores = JSON.parse(run(scorer, ...dirs, '--json')) as Scores;
  console.log(`\n${part}: ${texts.length} texts`);
  console.table(
    Object.fromEntries(
      GOALS[part].map(({ figure, field, hold, aim }) => {
        const value = scores[figure]?.[field] ?? Number.NaN;
        const margin = Math.round((value - hold) * 10) / 10;
        return [figure, { value, hold, aim, margin, holds: margin >= 0 }];
      }),
    ),
  );
  printCalibration(
    calibrationOf(
      texts.map((name) => {
        const marks = name.replace(/txt$/, 'ann');
        const read = (from: string) => readFileSync(join(from, marks), 'utf8');
        return {
          text: readFileSync(join(folder, name), 'utf8'),
          gold: read(folder),
          found: read(out),
        };
      }),
    ),
  );
}

async function main(): Promise<void> {
  process.stdout.write(run(await asBuilt('accuracy/speed'), join(ROOT, 'corpus/articles')));
  for (const part of ['seeds', 'polnear'] as const) {
    if (!existsSync(FOLDERS[part]) || !existsSync(join(SHARED, 'gold/score.mjs'))) {
      console.log(`\n${part}: left out, its marked texts are not beside the project`);
      continue;
    }
    const out = mkdtempSync(join(tmpdir(), 'stet-accuracy-'));
    try {
      scorePart(part, out);
    } finally {
      rmSync(out, { recursive: true, force: true });
    }
  }
}

await main();
