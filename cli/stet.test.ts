import { FORMATS } from '@/corpus/interchange/format-names';
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Manifest } from '@/corpus/interchange/manifest';
import { hashOfText } from '@/corpus/interchange/testing/hash';
import { closeDesk, openDesk } from '@/db/client';
import { fillDesk } from '@/db/testing/fill';

const STET = resolve('cli/stet');
const ARTICLE = 'Ferry late again\n\nThe ferry was 40 minutes late on Monday, said Ana Ruiz 🚆.\n';

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command line as a person does, in a folder that is not Stet's own. */
function stet(...args: string[]): Promise<Ran> {
  const env = { ...process.env, STET_DATABASE: join(folder, 'data', 'stet.db') };
  const child = spawn(STET, args, { cwd: folder, env });
  let out = '';
  let err = '';
  child.stdout.on('data', (data) => (out += String(data)));
  child.stderr.on('data', (data) => (err += String(data)));
  return new Promise((done) => child.on('close', (code) => done({ code, out, err })));
}

const put = (name: string, content: string | Uint8Array) => {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), content);
};

/** What the export left in a folder, by name. */
const filesIn = (name: string) =>
  Object.fromEntries(
    readdirSync(join(folder, name)).map((file) => [
      file,
      readFileSync(join(folder, name, file), 'utf8'),
    ]),
  );

const lines = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('usage', () => {
  test.each([
    [[], 'Say what to do.'],
    [['frobnicate'], 'There is no command “frobnicate”.'],
    [['toString'], 'There is no command “toString”.'],
    [['import'], 'Name the files or folders to import.'],
    [['import', 'a.txt', '--colection', 'x'], "Unknown option '--colection'."],
    [['export', '--format', 'jsonl'], 'Name the folder to write into with --out.'],
    [['export', '--out', 'x'], `Name a format with --format: choose from ${FORMATS.join(', ')}.`],
    [
      ['export', '--out', 'x', '--format', 'xml'],
      `“xml” is no format: choose from ${FORMATS.join(', ')}.`,
    ],
    [
      ['export', '--out', 'x', '--format', 'csv', '--kind', 'rumour'],
      '“rumour” is no kind; choose from claim, quote, attribution.',
    ],
    [['export', 'x', '--format', 'csv'], '“x” is too much: name the folder with --out.'],
    [['backup'], 'Name the one file that the copy is written to.'],
  ])('%j is told in one sentence and exits with 2', async (args, sentence) => {
    const { code, out, err } = await stet(...args);
    expect(err.split('\n')[0]).toBe(sentence);
    expect(err).toContain('Usage: stet COMMAND');
    expect([code, out]).toEqual([2, '']);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  test('is found through a link, as npm sets one', async () => {
    const link = join(folder, 'linked-stet');
    symlinkSync(STET, link);
    expect(spawnSync(link, ['--version'], { encoding: 'utf8' }).stdout).toMatch(/^stet \d+\.\d+/);
  });

  test('--help and --version', async () => {
    const help = await stet('--help');
    expect([help.code, help.err]).toEqual([0, '']);
    expect(help.out).toContain('stet import PATH…');
    const version = await stet('--version');
    expect([version.code, version.out]).toEqual([0, 'stet 0.1.0\n']);
    expect((await stet('export', '--help')).code).toBe(0);
  });

  test.each([['export', '--format', 'csv', '--out', 'x'], ['backup', 'b.db'], ['doctor']])(
    'stet %s makes no database where there is none',
    async (...args) => {
      const { code, err } = await stet(...args);
      expect(code).toBe(1);
      expect(err).toMatch(/^There is no database at .*stet\.db yet: .*\n$/);
      expect(existsSync(join(folder, 'data'))).toBe(false);
    },
  );

  test('a database that is none is told in one sentence', async () => {
    put('data/stet.db', 'I am no database, and long enough to be looked at. '.repeat(40));
    for (const args of [
      ['doctor'],
      ['import', 'a.txt'],
      ['export', '--format', 'csv', '--out', 'x'],
    ]) {
      const { code, err } = await stet(...args);
      expect(code).toBe(1);
      expect(err).toMatch(
        /^The database .*stet\.db cannot be (opened|read): file is not a database\.\n$/,
      );
    }
  });
});

describe('import', () => {
  test('takes files and folders, by name, and knows them again', async () => {
    put('in/b.txt', `Second ${ARTICLE}`);
    put('in/a.txt', ARTICLE);
    put('in/deep/c.md', `Third ${ARTICLE}`);
    put('in/.hidden', 'no');
    const first = await stet('import', 'in', '--json');
    expect([first.code, first.err]).toEqual([0, '']);
    const articles = lines(first.out);
    expect(articles.map(({ file }) => file)).toEqual(['in/a.txt', 'in/b.txt', 'in/deep/c.md']);
    expect(articles[0]).toMatchObject({
      article: expect.stringMatching(/^[0-9A-Z]{26}$/) as unknown,
      headline: 'Ferry late again',
      isNew: true,
      places: [],
      blocks: [
        { role: 'headline', text: 'Ferry late again' },
        { role: 'paragraph', text: 'The ferry was 40 minutes late on Monday, said Ana Ruiz 🚆.' },
      ],
    });
    expect(Object.keys(articles[0]!)).toEqual([
      ...['article', 'headline', 'file', 'byline', 'places', 'agency'],
      ...['date', 'dateBasis', 'dateReason', 'isNew', 'revision', 'discussions', 'line'],
      ...['blocks', 'warnings'],
    ]);
    const again = await stet('import', join(folder, 'in'));
    expect(again.code).toBe(0);
    expect(again.out).toContain('0 new articles from 3 files in “Desk”; 3 already here.');
  });

  test('refuses bad files one by one and takes the others', async () => {
    put('good.txt', ARTICLE);
    put('empty.txt', '');
    put('binary.txt', new Uint8Array([0, 1, 2, 3, 0, 255, 0, 9]));
    put('photos/a.jpg', new Uint8Array([0xff, 0xd8, 0xff]));
    mkdirSync(join(folder, 'nothing'));
    put('large.txt', '');
    truncateSync(join(folder, 'large.txt'), 5 * 1024 ** 3);
    symlinkSync('circle.txt', join(folder, 'circle.txt'));
    const paths = [
      ...['empty.txt', 'binary.txt', 'photos', 'nothing', 'large.txt', 'circle.txt'],
      ...['missing.txt', '/dev/zero', 'https://example.org/a', 'good.txt'],
    ];
    const { code, out, err } = await stet('import', ...paths, '--json');
    expect([code, err]).toEqual([1, '']);
    const said = new Map(lines(out).map((line) => [line['file'], line['refused']]));
    expect([...said.keys()]).toEqual(paths);
    expect(said.get('good.txt')).toBeUndefined();
    expect(said.get('photos')).toBe(
      'The folder holds no text files, only 1 of other kinds; name a folder with texts.',
    );
    expect(said.get('nothing')).toBe('The folder holds no text files; name a folder with texts.');
    expect(said.get('large.txt')).toMatch(/^The file has 5120\.0 MB and the limit is 20 MB/);
    expect(said.get('missing.txt')).toBe('The file cannot be read: it does not exist.');
    expect(said.get('circle.txt')).toBe('The file cannot be read: its links lead in a circle.');
    for (const [file, sentence] of said) {
      if (file !== 'good.txt') expect(sentence).toMatch(/^[A-Z].*[.]$/);
    }
    const report = await stet('import', ...paths);
    expect(report.code).toBe(1);
    expect(report.err.trimEnd().split('\n')).toHaveLength(9);
    expect(report.out).toContain('1 already here; 9 refused.');
  });

  test('makes the collection that is named, only when something comes in', async () => {
    put('a.txt', ARTICLE);
    await stet('import', 'none.txt', '--collection', 'Unmade');
    await stet('import', 'a.txt', '--collection', 'Desk & “co”');
    const { code, err } = await stet(
      'export',
      '--format',
      'csv',
      '--out',
      'x',
      '--collection',
      'Unmade',
    );
    expect([code, err]).toEqual([1, 'There is no collection “Unmade”; there are “Desk & “co””.\n']);
    expect(existsSync(join(folder, 'x'))).toBe(false);
  });
});

describe('export', () => {
  const proveManifest = (name: string): Manifest => {
    const files = filesIn(name);
    const manifest = JSON.parse(files['manifest.json']!) as Manifest;
    expect(manifest.files.map((file) => file.name).sort()).toEqual(
      Object.keys(files)
        .filter((file) => file !== 'manifest.json')
        .sort(),
    );
    for (const file of manifest.files) {
      expect(file.sha256).toBe(hashOfText(files[file.name]!));
      expect(file.bytes).toBe(Buffer.byteLength(files[file.name]!));
    }
    return manifest;
  };

  test('writes JSON Lines and CSV whole, the same twice, with hashes', async () => {
    put('a.txt', ARTICLE);
    await stet('import', 'a.txt');
    const desk = openDesk(join(folder, 'data', 'stet.db'));
    fillDesk(desk, { articles: 5, annotationsPerArticle: 20, seed: 1 });
    closeDesk(desk);
    for (const format of ['jsonl', 'csv']) {
      const { code, out, err } = await stet('export', '--format', format, '--out', `new/${format}`);
      expect([code, err]).toEqual([0, '']);
      expect(out).toMatch(/^6 articles with 100 annotations, /);
      await stet('export', '--format', format, '--out', `${format}-again`);
      expect(filesIn(`${format}-again`)).toEqual(filesIn(`new/${format}`));
      expect(proveManifest(`new/${format}`).counts).toMatchObject({
        articles: 6,
        annotations: 100,
      });
    }
    const { resources } = JSON.parse(filesIn('new/csv')['datapackage.json']!) as {
      resources: { path: string; hash: string }[];
    };
    for (const { path, hash } of resources) {
      expect(hash).toBe(`sha256:${hashOfText(filesIn('new/csv')[path]!)}`);
    }
    expect(readdirSync(join(folder, 'new')).sort()).toEqual(['csv', 'jsonl']);
    const some = await stet(
      'export',
      '--format',
      'jsonl',
      '--out',
      'some',
      '--kind',
      'quote',
      '--json',
    );
    const manifest = JSON.parse(some.out) as Manifest;
    expect(manifest.chosen).toEqual({ kinds: ['quote'] });
    expect(manifest.counts.annotations).toBeLessThan(100);
  });

  test('never overwrites what it did not write', async () => {
    put('a.txt', ARTICLE);
    put('out/mine.txt', 'mine');
    await stet('import', 'a.txt');
    const refused = await stet('export', '--format', 'jsonl', '--out', 'out');
    expect(refused.code).toBe(1);
    expect(refused.err).toBe(
      'The folder out is not empty: name another, or add --force to replace the export in it.\n',
    );
    expect(Object.keys(filesIn('out'))).toEqual(['mine.txt']);
    await stet('export', '--format', 'jsonl', '--out', 'out', '--force');
    expect((await stet('export', '--format', 'csv', '--out', 'out', '--force')).code).toBe(0);
    const { 'mine.txt': mine, ...rest } = filesIn('out');
    expect(mine).toBe('mine');
    expect(Object.keys(rest)).not.toContain('articles.jsonl');
    expect(rest['manifest.json']).toContain('"format": "csv"');
    const file = await stet('export', '--format', 'csv', '--out', 'a.txt', '--force');
    expect([file.code, file.err]).toEqual([
      1,
      'The folder a.txt cannot be used: a part of its path is not a folder.\n',
    ]);
  });

  test('leaves nothing behind when it fails', async () => {
    put('a.txt', ARTICLE);
    await stet('import', 'a.txt');
    const desk = openDesk(join(folder, 'data', 'stet.db'));
    fillDesk(desk, { articles: 2, annotationsPerArticle: 5, seed: 1 });
    desk.sqlite.exec(`UPDATE span SET exact = exact || '!'`);
    closeDesk(desk);
    const { code, err } = await stet('export', '--format', 'jsonl', '--out', 'out');
    expect(code).toBe(1);
    expect(err).toMatch(/^The words “.*” \(annotation .*\) are not where .*: run stet doctor\.\n$/);
    expect(readdirSync(folder).sort()).toEqual(['a.txt', 'data']);
    const doctor = await stet('doctor');
    expect(doctor.code).toBe(1);
    expect(doctor.out).toContain('problem    The span of target');
  });

  test('of an empty desk is whole and empty', async () => {
    await stet('import', 'missing.txt');
    expect((await stet('export', '--format', 'csv', '--out', 'csv')).code).toBe(0);
    expect(proveManifest('csv').counts).toMatchObject({ articles: 0, annotations: 0 });
    expect(filesIn('csv')['spans.csv']!.split('\r\n')).toHaveLength(2);
  });
});

describe('backup and doctor', () => {
  test('the copy is a database of its own and is never written over another file', async () => {
    put('a.txt', ARTICLE);
    await stet('import', 'a.txt');
    expect((await stet('backup', 'copy.db')).code).toBe(0);
    const again = await stet('backup', 'copy.db');
    expect([again.code, again.err]).toEqual([
      1,
      'copy.db exists already; a backup never overwrites a file.\n',
    ]);
    const nowhere = await stet('backup', 'no/where.db');
    expect(nowhere.err).toMatch(/^The folder .*no does not exist: make it first\.\n$/);
    const copy = openDesk(join(folder, 'copy.db'));
    expect(copy.sqlite.prepare('SELECT headline FROM article').pluck().all()).toEqual([
      'Ferry late again',
    ]);
    closeDesk(copy);
    expect(readdirSync(folder).filter((name) => name.includes('half'))).toEqual([]);
  });

  test('doctor tells what there is, and that it is sound', async () => {
    put('a.txt', ARTICLE);
    await stet('import', 'a.txt');
    const { code, out } = await stet('doctor', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      database: join(folder, 'data', 'stet.db'),
      pendingMigrations: 0,
      problems: [],
      counts: { articles: 1, collections: 1 },
    });
    expect((await stet('doctor')).out).toContain('sound      yes');
  });
});
