import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ROOT } from './root.mjs';
import { gather } from './run.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-start-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function start(env) {
  const quiet = { HOST: '', PORT: '', STET_DATABASE: join(folder, 'stet.db') };
  return gather(process.execPath, [join(ROOT, 'scripts', 'start.mjs')], {
    cwd: ROOT,
    env: { ...process.env, ...quiet, ...env },
  });
}

/** A free port, and the server that holds it until it is closed. */
async function holdPort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: server.address().port, close: () => new Promise((done) => server.close(done)) };
}

describe('npm start ends with one sentence and exit code 1', () => {
  const refused = async (env, sentence) => {
    const { code, stdout, stderr } = await start(env);
    expect(stdout).toBe('');
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(sentence);
    expect(code).toBe(1);
  };

  test('on a busy port', async () => {
    const { port, close } = await holdPort();
    await refused({ PORT: String(port) }, new RegExp(`^Port ${port} is in use`));
    await close();
  });

  test('for an address of the network', () =>
    refused({ HOST: '0.0.0.0' }, /accounts do not exist yet/));

  test('for a port that is none', () =>
    refused({ PORT: 'http' }, /^PORT is "http", which is no port/));

  test('when the database has no folder to be in', async () => {
    writeFileSync(join(folder, 'file'), '');
    const { port, close } = await holdPort();
    await close();
    const env = { PORT: String(port), STET_DATABASE: join(folder, 'file', 'stet.db') };
    await refused(env, /^The database cannot be kept in /);
  });
});

describe('a server that does not end by itself', () => {
  const stubborn = `
    process.on('SIGTERM', () => {});
    require('node:http').createServer((_, answer) => answer.write('open')).listen(PORT, '127.0.0.1');
  `;
  const launcher = `
    import { serve } from './serve.mjs';
    const [root, port, file] = process.argv.slice(2);
    const args = ['--import', new URL('leash.mjs', import.meta.url).href, file];
    const ready = (address) => console.log(address);
    process.exit(await serve({ args, root, host: '127.0.0.1', port, env: {}, quiet: true, ready }));
  `;

  /** Starts the stubborn server under a launcher; resolves when it answers. */
  async function launch(t) {
    const held = await holdPort();
    await held.close();
    const file = join(folder, 'stubborn.cjs');
    const main = join(ROOT, 'scripts', 'launch', `.${process.pid}-${held.port}.mjs`);
    writeFileSync(file, stubborn.replace('PORT', String(held.port)));
    writeFileSync(main, launcher);
    t.onTestFinished(() => rmSync(main, { force: true }));
    const child = spawn(process.execPath, [main, folder, String(held.port), file]);
    await new Promise((resolve) => child.stdout.once('data', resolve));
    return { child, port: held.port };
  }

  test('is cut within two seconds of SIGTERM, and the exit code is 0', async (t) => {
    const { child } = await launch(t);
    const began = Date.now();
    child.kill('SIGTERM');
    const code = await new Promise((resolve) => child.on('exit', resolve));
    expect(Date.now() - began).toBeLessThan(2_500);
    expect(code).toBe(0);
  });

  test('ends with its launcher, also when that is killed', async (t) => {
    const { child, port } = await launch(t);
    child.kill('SIGKILL');
    const gone = () =>
      fetch(`http://127.0.0.1:${port}`).then(
        (answer) => answer.body.cancel(),
        () => 'gone',
      );
    await expect.poll(gone, { timeout: 5_000 }).toBe('gone');
  });
});
