import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeDesk, migrateDesk, openDesk } from '@/db/client';
import { ensureCollection, importFile } from '@/db/commands/import';
import { ensureFirstPerson } from '@/db/commands/people';
import { median, report } from './report';

/** Real pages where they are at hand, else the sample articles. */
const SEEDS = join(import.meta.dirname, '../../shared/seeds');
const SAMPLES = join(import.meta.dirname, '../corpus/articles');
const LIMIT_MS = 2000;
const REPEATS = 5;

/** Milliseconds to store all files of a folder in a new desk. */
function importAll(files: readonly (readonly [name: string, bytes: Buffer])[]): number {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'));
  const desk = openDesk(join(folder, 'stet.db'));
  migrateDesk(desk);
  const actor = ensureFirstPerson(desk);
  const { id } = ensureCollection(desk, actor, 'Bench');
  const start = performance.now();
  for (const [name, bytes] of files) importFile(desk, actor, id, { file: name, bytes });
  const time = performance.now() - start;
  closeDesk(desk);
  rmSync(folder, { recursive: true });
  return time;
}

const folder = existsSync(SEEDS) ? SEEDS : SAMPLES;
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => [name, readFileSync(join(folder, name))] as const);
const times = Array.from({ length: REPEATS }, () => importAll(files));
const what = folder === SEEDS ? 'seed files' : 'sample files';
report({
  bench: 'import',
  case: `${files.length} ${what}, median`,
  ms: median(times),
  limitMs: LIMIT_MS,
});
report({
  bench: 'import',
  case: `${files.length} ${what}, first`,
  ms: times[0]!,
  limitMs: LIMIT_MS,
});
