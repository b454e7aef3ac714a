import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/** Starts the built pages on STET_DATABASE, on a free loopback port. */
export async function serve(): Promise<{ url: string; stop: () => Promise<void> }> {
  const next = join(ROOT, 'node_modules/next/dist/bin/next');
  const server = spawn(process.execPath, [next, 'start', '-H', '127.0.0.1', '-p', '0'], {
    cwd: ROOT,
    env: { ...process.env, STET_SUGGEST: process.env['STET_SUGGEST'] ?? 'off' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  for await (const chunk of server.stdout) {
    printed += String(chunk);
    if (printed.includes('Ready')) break;
  }
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)![0];
  return {
    url,
    stop: async () => {
      server.kill('SIGKILL');
      await once(server, 'exit');
    },
  };
}
