import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import Database from 'better-sqlite3';
import { addressOf, chooseHost, chooseOrigin, choosePort, claimPort } from './address.mjs';
import { isBuilt, stampSources } from './build.mjs';
import { firstThatRuns, listSystem } from './browser.mjs';
import { checkDatabase, chooseDatabase, hasAccounts, tellPrepared } from './database.mjs';
import { FAILURES_FILE } from './failures.mjs';
import { isInstalled } from './install.mjs';
import { refuseNode } from './node-version.mjs';
import { tellDone } from './report.mjs';
import { ROOT } from './root.mjs';
import { gather } from './run.mjs';
import { Stop } from './stop.mjs';
import { readTestOptions } from './test-options.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-launch-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Makes a file with its folders. */
function put(path, text) {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

describe('the Node version', () => {
  test.each(['20.19.0', 'v20.20.2', '22.1.0', '24.0.0'])('%s is new enough', (version) => {
    expect(refuseNode(version)).toBeNull();
  });

  test.each(['20.18.9', 'v18.20.0', '8.0.0'])('%s is refused in one sentence', (version) => {
    expect(refuseNode(version)).toMatch(
      /^Stet needs Node 20\.19 or newer and this is Node [\d.]+: .+\.$/,
    );
  });
});

describe('the address', () => {
  test.each([undefined, '', '127.0.0.1', 'localhost', '::1', '[::1]'])(
    '%s is this machine',
    (host) => {
      expect(['127.0.0.1', 'localhost', '::1']).toContain(chooseHost(host));
    },
  );

  test.each(['0.0.0.0', '::', '192.168.1.4', 'desk.example.org'])('%s is refused', (host) => {
    expect(() => chooseHost(host)).toThrow(/accounts do not exist yet/);
  });

  test.each(['0.0.0.0', '192.168.1.4'])('%s is taken where people sign in', (host) => {
    expect(chooseHost(host, true)).toBe(host);
  });

  test('an origin is an address without a path', () => {
    expect([chooseOrigin(undefined), chooseOrigin(' ')]).toEqual([null, null]);
    expect(chooseOrigin('https://Stet.example/')).toBe('https://stet.example');
    for (const wrong of ['stet.example', 'ftp://stet.example', 'https://stet.example/desk', 'x']) {
      expect(() => chooseOrigin(wrong)).toThrow(/^STET_ORIGIN is ".*", which is no address/);
    }
  });

  test('accounts are looked for in the database; what is none has none', async () => {
    const file = join(folder, 'stet.db');
    expect(await hasAccounts(file)).toBe(false);
    put('other.db', 'not a database');
    expect(await hasAccounts(join(folder, 'other.db'))).toBe(false);
    const database = new Database(file);
    database.exec('CREATE TABLE account (id TEXT)');
    expect(await hasAccounts(file)).toBe(false);
    database.exec(`INSERT INTO account VALUES ('x')`);
    expect(await hasAccounts(file)).toBe(true);
    database.close();
  });

  test('a port is a number from 1 to 65535, 3000 unless said', () => {
    expect(choosePort(undefined)).toBe(3000);
    expect(choosePort('65535')).toBe(65_535);
    for (const wrong of ['0', '65536', 'http', '-1', '30 00', '3e3']) {
      expect(() => choosePort(wrong)).toThrow(Stop);
    }
  });

  test('an IPv6 address is bracketed', () => {
    expect(addressOf('::1', 3000)).toBe('http://[::1]:3000');
  });

  test('a busy port is refused with its number and another way; a free one is taken', async () => {
    const server = createServer();
    const port = await new Promise((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve(server.address().port));
    });
    await expect(claimPort('127.0.0.1', port)).rejects.toThrow(
      new RegExp(`^Port ${port} is in use .* PORT=\\d+ npm start\\.$`),
    );
    await new Promise((resolve) => server.close(resolve));
    await expect(claimPort('127.0.0.1', port)).resolves.toBeUndefined();
  });
});

describe('the database', () => {
  test('is data/stet.db unless STET_DATABASE names another', () => {
    expect(chooseDatabase('/desk', undefined)).toBe('/desk/data/stet.db');
    expect(chooseDatabase('/desk', ' ')).toBe('/desk/data/stet.db');
    expect(chooseDatabase('/desk', '/elsewhere/a.db')).toBe('/elsewhere/a.db');
  });

  test('its folder is made, and nothing is left in it', () => {
    checkDatabase(join(folder, 'a', 'b', 'stet.db'));
    checkDatabase(join(folder, 'a', 'b', 'stet.db'));
    expect(() => readFileSync(join(folder, 'a', 'b', 'stet.db'))).toThrow(/ENOENT/);
  });

  test('a folder that cannot be written to is refused in one sentence', () => {
    put('file', '');
    const sentence =
      /^The database cannot be kept in .+; set STET_DATABASE to a file in a folder that you can write to\.$/;
    expect(() => checkDatabase(join(folder, 'file', 'stet.db'))).toThrow(sentence);
    expect(() => checkDatabase(join(folder, 'file', 'below', 'stet.db'))).toThrow(sentence);
    expect(() => checkDatabase(join('/dev/null', 'stet.db'))).toThrow(sentence);
  });

  test('a folder in the place of the file is refused', () => {
    expect(() => checkDatabase(folder)).toThrow(/is not a file/);
  });

  test('what was done is told', () => {
    expect(tellPrepared({ created: true, migrated: 2, samples: 13 }, 'data/stet.db')).toEqual([
      'created data/stet.db',
      'loaded 13 sample articles',
    ]);
    expect(tellPrepared({ created: false, migrated: 1, samples: 1 }, 'x.db')).toEqual([
      'migrated x.db',
      'loaded 1 sample article',
    ]);
    expect(tellPrepared({ created: false, migrated: 0, samples: 0 }, 'x.db')).toEqual([]);
  });
});

describe('the packages', () => {
  const entry = { version: '1.0.0', integrity: 'sha512-a' };
  const lock = (packages) => ({ packages: { '': {}, ...packages } });

  test('are installed when all that is not optional is there in its version', () => {
    const wanted = lock({
      'node_modules/a': entry,
      'node_modules/b': { ...entry, optional: true },
    });
    expect(isInstalled(wanted, lock({ 'node_modules/a': entry }))).toBe(true);
    expect(isInstalled(wanted, lock({ 'node_modules/a': entry }), () => false)).toBe(false);
    expect(isInstalled(wanted, lock({}))).toBe(false);
    expect(isInstalled(wanted, null)).toBe(false);
    expect(isInstalled(wanted, lock({ 'node_modules/a': { ...entry, version: '1.0.1' } }))).toBe(
      false,
    );
    expect(
      isInstalled(wanted, lock({ 'node_modules/a': { ...entry, integrity: 'sha512-b' } })),
    ).toBe(false);
  });
});

describe('the build', () => {
  test('is renewed when a source changes, and not for tests or other files', () => {
    put('app/page.tsx', 'one');
    put('db/client.ts', 'db');
    const stamp = stampSources(folder);
    put('README.md', 'readme');
    put('app/page.test.tsx', 'test');
    expect(stampSources(folder)).toBe(stamp);
    put('app/page.tsx', 'two');
    expect(stampSources(folder)).not.toBe(stamp);
    put('app/page.tsx', 'one');
    expect(stampSources(folder)).toBe(stamp);
    put('app/new.tsx', '');
    expect(stampSources(folder)).not.toBe(stamp);
  });

  test('counts only when it was finished', () => {
    put('app/page.tsx', 'one');
    const stamp = stampSources(folder);
    put('.next/BUILD_ID', 'id');
    expect(isBuilt(folder)).toBe(false);
    put('.next/stet-build', `${stamp}\n`);
    expect(isBuilt(folder)).toBe(true);
    rmSync(join(folder, '.next', 'BUILD_ID'));
    expect(isBuilt(folder)).toBe(false);
  });
});

describe('the Chromium', () => {
  test('is looked for on the PATH by name, and must start', async () => {
    put('stub/chromium', '#!/bin/sh\nexit 1\n');
    put('real/google-chrome', '#!/bin/sh\necho Chromium\n');
    put('real/chromium', 'not a program');
    const { chmodSync } = await import('node:fs');
    chmodSync(join(folder, 'stub/chromium'), 0o755);
    chmodSync(join(folder, 'real/google-chrome'), 0o755);
    const env = { PATH: [join(folder, 'stub'), join(folder, 'real')].join(':') };
    const found = listSystem(env, []);
    expect(found).toEqual([join(folder, 'stub/chromium'), join(folder, 'real/google-chrome')]);
    expect(await firstThatRuns([...found, null])).toBe(join(folder, 'real/google-chrome'));
    expect(await firstThatRuns([null, join(folder, 'stub/chromium')])).toBeNull();
  });
});

describe('npm test', () => {
  test.each([
    [[], { unit: true, e2e: true, screenshots: false, rest: [] }],
    [['--unit', 'corpus'], { unit: true, e2e: false, screenshots: false, rest: ['corpus'] }],
    [['--e2e', '-g', 'two'], { unit: false, e2e: true, screenshots: false, rest: ['-g', 'two'] }],
    [['--screenshots'], { unit: false, e2e: true, screenshots: true, rest: [] }],
  ])('%j', (args, options) => {
    expect(readTestOptions(args)).toEqual(options);
  });
});

test('what failed is told again at the end: tests, files and errors beside them', async () => {
  put('a.test.mjs', "describe('sums', () => { test('add up', () => expect(1 + 1).toBe(3)); test('hold', () => {}) });"); // prettier-ignore
  put('b.test.mjs', "import './nothing.mjs';");
  put('c.test.mjs', "test('is late', () => { setTimeout(() => { throw new Error('too late'); }); return new Promise((done) => setTimeout(done, 50)); });"); // prettier-ignore
  const file = join(folder, 'failures.txt');
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const reporter = `--reporter=${join(ROOT, 'scripts', 'launch', 'failures.mjs')}`;
  const env = { ...process.env, [FAILURES_FILE]: file };
  const args = [vitest, 'run', '--globals', '--root', folder, reporter];
  expect((await gather(process.execPath, args, { cwd: folder, env })).code).toBe(1);
  const lines = readFileSync(file, 'utf8').trim().split('\n').sort();
  expect(lines).toEqual([
    'a.test.mjs › sums > add up: expected 2 to be 3 // Object.is equality',
    expect.stringMatching(/^b\.test\.mjs: Cannot find module/),
    'beside the tests: too late',
  ]);
});

test('what the start did is one line', () => {
  expect(tellDone(['installed 376 packages', null, 'built in 12 s'])).toBe(
    'Installed 376 packages · built in 12 s',
  );
  expect(tellDone([null])).toBe('Everything was up to date.');
});
