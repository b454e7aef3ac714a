import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AWKWARD, mark } from '@/db/testing/dataset-marks';
import { makeDesk, type TestDesk } from '@/db/testing/desk';
import { main } from './main';

let made: TestDesk;
let folder: string;
let said: string[];
beforeEach(() => {
  made = makeDesk();
  folder = mkdtempSync(join(tmpdir(), 'stet-bundle-'));
  said = [];
  for (const way of ['log', 'error'] as const) {
    vi.spyOn(console, way).mockImplementation((line: string) => void said.push(line));
  }
  for (const text of AWKWARD) mark(made, made.article(text));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
  made.close();
});

const use = (path: string) => vi.stubEnv('STET_DATABASE', path);
const bundleIn = (name: string) => join(folder, name, 'bundle.zip');
const exportTo = (name: string) =>
  main(['export', '--format', 'bundle', '--out', join(folder, name)]);

test('a bundle goes from one desk to another and comes out again as it was', async () => {
  use(made.desk.path);
  expect(await exportTo('one')).toBe(0);
  expect(said.at(-1)).toMatch(/^5 articles with 15 annotations/);
  use(join(folder, 'other.db'));
  expect(await main(['import', bundleIn('one')])).toBe(0);
  expect(said.at(-1)).toMatch(/bundle\.zip: 5 new articles with 15 annotations and \d+ lines/);
  expect(await exportTo('two')).toBe(0);
  expect(readFileSync(bundleIn('two')).equals(readFileSync(bundleIn('one')))).toBe(true);
  expect(await main(['import', bundleIn('one'), '--json'])).toBe(0);
  expect(JSON.parse(said.at(-1)!)).toMatchObject({ added: {} });
});

test('a bundle that does not fit is refused with a sentence and exit code 1', async () => {
  use(made.desk.path);
  await exportTo('one');
  made.desk.sqlite.exec("UPDATE annotation SET layer = 'Bo'");
  expect(await main(['import', bundleIn('one')])).toBe(1);
  expect(said.at(-1)).toContain('The desk has another state of the annotation');
});

test('annotations in another program’s format are told first, then taken in', async () => {
  use(made.desk.path);
  expect(await main(['export', '--format', 'brat', '--out', join(folder, 'brat')])).toBe(0);
  use(join(folder, 'other.db'));
  const bring = (...more: string[]) =>
    main(['import', '--format', 'brat', join(folder, 'brat'), ...more]);
  expect(await bring('--dry-run')).toBe(0);
  expect(said.at(-1)).toBe(
    'Would import 15 annotations and 5 new articles in 5 texts; 0 annotations were here already.',
  );
  expect(await bring()).toBe(0);
  expect(said.at(-1)).toMatch(/^Imported 15 annotations/);
  expect(await bring()).toBe(0);
  expect(said.at(-1)).toMatch(/^Nothing new/);
  expect(await main(['import', '--format', 'xml', folder])).toBe(2);
});
