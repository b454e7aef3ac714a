import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from './root';

/** A production server of its own on a free loopback port. */
export interface Server {
  readonly url: string;
  /** What it printed so far. */
  log(): string;
  /** Ends it as a crash would, without a chance to finish anything. */
  kill(): Promise<void>;
}

const PATIENCE = 30_000;

/**
 * Starts the built pages on a database, on any free port unless one is named. `sitePort`: the
 * loopback port from which this desk may fetch pages. `suggest`: whether it proposes by itself.
 */
export async function startServer(
  databasePath: string,
  port = 0,
  sitePort: number | null = null,
  suggest: 'on' | 'off' = 'off',
): Promise<Server> {
  const next = join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next');
  const leash = join(ROOT, 'scripts', 'launch', 'leash.mjs');
  const site =
    sitePort === null ? {} : { STET_TEST_SERVER: '1', STET_FETCH_LOOPBACK_PORT: String(sitePort) };
  const child = spawn(
    process.execPath,
    ['--import', leash, next, 'start', '-H', '127.0.0.1', '-p', String(port)],
    {
      cwd: ROOT,
      env: { ...process.env, STET_DATABASE: databasePath, NODE_ENV: 'production', STET_SUGGEST: suggest, ...site }, // prettier-ignore
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  let printed = '';
  const url = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        const address = /http:\/\/127\.0\.0\.1:\d+/.exec(printed);
        if (address && printed.includes('Ready')) resolve(address[0]);
      });
    }
  });
  const kill = () => end(child);
  const found = await Promise.race([url, failure(child)]);
  if (found === null) {
    await kill();
    throw new Error(`The server did not start:\n${printed}`);
  }
  return { url: found, log: () => printed, kill };
}

async function failure(child: ChildProcess): Promise<null> {
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE).unref());
  await Promise.race([once(child, 'exit'), late]);
  return null;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}
