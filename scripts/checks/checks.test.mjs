import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../launch/root.mjs';
import { gather } from '../launch/run.mjs';
import { listMissing, listTied } from './lockfile.mjs';
import { isText, judgeName, judgeText } from './project.mjs';

describe('the lock file', () => {
  const wants = { optionalDependencies: { 'a-darwin': '1.0.0' } };

  test('must hold each optional package where its parent finds it', () => {
    expect(listMissing({ 'node_modules/a': wants })).toEqual([
      'node_modules/a wants a-darwin and the lock file lacks it',
    ]);
    const there = { version: '1.0.0' };
    expect(listMissing({ 'node_modules/a': wants, 'node_modules/a-darwin': there })).toEqual([]);
    const nested = 'node_modules/x/node_modules/a';
    expect(listMissing({ [nested]: wants, 'node_modules/x/node_modules/a-darwin': there })).toEqual(
      [],
    );
    expect(
      listMissing({ [nested]: wants, 'node_modules/y/node_modules/a-darwin': there }),
    ).toHaveLength(1);
  });

  test('must name no registry and give each package a hash', () => {
    const address = ['https:/', 'registry.example.org', 'a.tgz'].join('/');
    expect(listTied({ '': {}, 'node_modules/a': { integrity: 'sha512-a' } })).toEqual([]);
    expect(
      listTied({ 'node_modules/a': { integrity: 'sha512-a', resolved: address } }),
    ).toHaveLength(1);
    expect(listTied({ 'node_modules/a': {} })).toHaveLength(1);
  });
});

describe('names and paths', () => {
  test.each(['db/utils.ts', 'app/helpers/x.ts', 'corpus/common/a.ts', 'misc/b.md'])(
    '%s is vague',
    (path) => {
      expect(judgeName(path)).toHaveLength(1);
    },
  );

  test.each(['db/client.ts', 'corpus/articles/03-common-land.txt', 'docs/miscellany.md'])(
    '%s is fine',
    (path) => {
      expect(judgeName(path)).toEqual([]);
    },
  );

  test('a text names no registry and no path of one machine', () => {
    const registry = ['https:/', 'registry.example.org', 'x'].join('/');
    const path = ['', 'home', 'ada', 'stet'].join('/');
    expect(judgeText('a', `see ${registry}`)).toHaveLength(1);
    expect(judgeText('a', `cd ${path}`)).toHaveLength(1);
    expect(judgeText('a', 'npm.desk.example/x', ['npm.desk.example'])).toHaveLength(1);
    expect(judgeText('a', 'https://example.org/home/page and and/or home/work')).toEqual([]);
  });

  test('bytes with a zero are no text', () => {
    expect(isText(Buffer.from('text'))).toBe(true);
    expect(isText(Buffer.from([1, 0, 2]))).toBe(false);
  });
});

/** Runs the import rules over a project of these files; gives the names of the broken rules. */
async function breakRules(files) {
  const folder = mkdtempSync(join(tmpdir(), 'stet-rules-'));
  for (const name of ['.dependency-cruiser.mjs', 'tsconfig.json', 'package.json']) {
    cpSync(join(ROOT, name), join(folder, name));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const cruise = join(folder, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const folders = [...new Set(Object.keys(files).map((path) => path.split('/')[0]))];
  const { stdout } = await gather(process.execPath, [cruise, '-T', 'json', ...folders], {
    cwd: folder,
  });
  rmSync(folder, { recursive: true, force: true });
  return JSON.parse(stdout).summary.violations.map(({ rule, from }) => `${from}: ${rule.name}`);
}

test('each import rule finds what it forbids, through the alias and for types too', async () => {
  const broken = await breakRules({
    'app/page.ts': `import '@/db/client'; import '@/components/queue/list'; export const page = 1;`,
    'cli/main.ts': `import '@/db/client'; import { page } from '@/app/page'; console.log(page);`,
    'components/queue/list.ts': `import type { Desk } from '@/db/client'; export type List = Desk;`,
    'components/queue/file.ts': `import 'node:fs'; import 'better-sqlite3';`,
    'components/ui/button.ts': `import '@/components/queue/file'; export const button = 1;`,
    'corpus/text.ts': `import '@/db/client'; import 'react';`,
    'corpus/one.ts': `import './two'; export const one = 1;`,
    'corpus/two.ts': `import './one'; export const two = 2;`,
    'corpus/lost.ts': `import '@/corpus/nowhere';`,
    'db/client.ts': `import '@/corpus/one'; import '@/components/ui/button'; export interface Desk { a: 1 }`,
    'db/testing/desk.ts': `import '../client';`,
    'db/read.ts': `import './testing/desk'; import 'fast-check';`,
  });
  expect(broken.filter((line) => !line.endsWith('no-circle')).sort()).toEqual([
    'cli/main.ts: nothing-imports-app',
    'components/queue/file.ts: components-run-in-the-browser',
    'components/queue/file.ts: components-use-no-node',
    'components/queue/list.ts: components-imports-corpus',
    'components/ui/button.ts: ui-knows-no-word-of-the-domain',
    'corpus/lost.ts: everything-resolves',
    'corpus/text.ts: corpus-imports-nothing-of-ours',
    'corpus/text.ts: corpus-is-framework-free',
    'db/client.ts: db-imports-corpus',
    'db/read.ts: no-development-packages-in-the-product',
    'db/read.ts: no-test-code-in-the-product',
  ]);
  expect(broken).toContain('corpus/one.ts: no-circle');
});
