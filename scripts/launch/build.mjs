import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gather, secondsSince } from './run.mjs';
import { Stop } from './stop.mjs';
import { requireWritable } from './writable.mjs';

const SOURCES = [
  'app',
  'components',
  'corpus',
  'db',
  'public',
  'instrumentation.ts',
  'instrumentation-client.ts',
  'proxy.ts',
  'next.config.mjs',
  'package-lock.json',
  'tsconfig.json',
];
const NOT_BUILT = /\.(test|testing)\.[^.]+$|^\./;

/** A hash of everything that goes into a build: names and contents, tests left out. */
export function stampSources(root) {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((source) => listFiles(root, source))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Whether the last finished build was made from the sources as they are now. */
export function isBuilt(root, stamp = stampSources(root)) {
  const file = stampFile(root);
  const complete = existsSync(join(root, '.next', 'BUILD_ID')) && existsSync(file);
  return complete && readFileSync(file, 'utf8').trim() === stamp;
}

/**
 * Builds the pages when the build is older than the source.
 * @returns {Promise<string | null>} what was done
 */
export async function build(root, say = console.log) {
  const stamp = stampSources(root);
  if (isBuilt(root, stamp)) return null;
  requireWritable(join(root, '.next'), 'The built pages');
  rmSync(stampFile(root), { force: true });
  say('Building the pages: some seconds, once for each new version.');
  const began = Date.now();
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const done = await gather(process.execPath, [next, 'build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (done.code !== 0)
    throw new Stop('The pages could not be built, for the reason above.', done.output);
  writeFileSync(stampFile(root), `${stamp}\n`);
  return `built in ${secondsSince(began)} s`;
}

function stampFile(root) {
  return join(root, '.next', 'stet-build');
}

function listFiles(root, path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(join(root, path))
    .filter((name) => !NOT_BUILT.test(name))
    .sort()
    .flatMap((name) => listFiles(root, `${path}/${name}`));
}
