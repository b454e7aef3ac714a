import { spawn } from 'node:child_process';
import { get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { addressOf } from './address.mjs';
import { Stop } from './stop.mjs';

const GRACE = 1_500;
const PATIENCE = 60_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** What Node is given to serve the pages with Next. */
export function nextCommand(root, mode, host, port) {
  const leash = pathToFileURL(join(root, 'scripts', 'launch', 'leash.mjs')).href;
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  return ['--import', leash, next, mode, '-H', host, '-p', String(port)];
}

/**
 * Starts a server as a child, calls `ready` with its address once it answers, and resolves with the
 * exit code when it ends. Signals end it at once: what is still open after a grace period is cut.
 * Throws Stop when the server ends before it answered.
 */
export async function serve({ args, root, host, port, env, quiet, ready }) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit', 'ipc'],
  });
  const ended = new Promise((resolve) => child.on('close', (code) => resolve(code ?? 0)));
  const asked = endOnSignals(child);
  if (process.env.npm_lifecycle_event) endWithParent(() => process.kill(process.pid, 'SIGTERM'));
  const early = quiet ? holdOutput(child) : { text: () => '', release: () => {} };
  const first = await Promise.race([waitForAnswer(host, port), ended.then(() => 'ended')]);
  if (first !== 'answered') {
    child.kill('SIGKILL');
    if (asked.signal) return 0;
    throw new Stop(`The server did not start on ${addressOf(host, port)}.`, early.text());
  }
  ready(addressOf(host, port));
  early.release();
  const code = await ended;
  return asked.signal ? 0 : code;
}

/** npm is our parent when it started us: a server that nobody can see any more would keep the port. */
function endWithParent(end) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    end();
  }, 500);
  timer.unref();
}

/** Passes the first signal on to the child and kills it after the grace period. */
function endOnSignals(child) {
  const asked = { signal: null };
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (asked.signal) return;
      asked.signal = signal;
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), GRACE).unref();
    });
  }
  return asked;
}

/** Keeps back what the child prints until it is released; from then on errors are shown. */
function holdOutput(child) {
  let held = '';
  let open = false;
  for (const stream of ['stdout', 'stderr']) {
    child[stream].setEncoding('utf8').on('data', (text) => {
      if (open) process[stream].write(text);
      else held += text;
    });
  }
  return { text: () => held, release: () => (open = true) };
}

async function waitForAnswer(host, port) {
  for (const began = Date.now(); Date.now() - began < PATIENCE; await sleep(50)) {
    if (await answers(host, port)) return 'answered';
  }
  return 'silent';
}

function answers(host, port) {
  return new Promise((resolve) => {
    const request = get(addressOf(host, port), (response) => {
      response.resume();
      resolve(true);
    });
    request.on('error', () => resolve(false));
    request.setTimeout(PATIENCE, () => request.destroy());
  });
}
