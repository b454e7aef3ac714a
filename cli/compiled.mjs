// The command line as plain JavaScript: it starts in a third of the time and a third less memory than
// the TypeScript that a loader reads.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const SOURCES = ['cli', 'components', 'corpus', 'db'];
const SETTINGS = ['package-lock.json', 'tsconfig.json'];
const IS_SOURCE = /(?<!\.(?:test|testing))\.(?:tsx?|mjs|json)$/;

/** For how long a build stays that newer source has replaced: somebody may still run it. */
const KEPT_DAYS = 7;

/**
 * Builds what is newer than its build, some tenths of a second once for each state of the source.
 * @param {string} home the folder of the clone
 * @returns {Promise<string | null>} the module’s file; null where nothing can be built or written
 */
export async function compiled(home) {
  const builds = join(home, 'node_modules', '.cache', 'stet');
  const own = join(builds, stampOf(home));
  const module = join(own, 'main.js');
  if (existsSync(module)) return module;
  const made = `${own}-${process.pid}`;
  try {
    mkdirSync(made, { recursive: true });
    await build(home, made);
    renameSync(made, own);
    removeOld(builds);
    return module;
  } catch {
    if (existsSync(made)) rmSync(made, { recursive: true, force: true });
    // Somebody else may have been faster.
    return existsSync(module) ? module : null;
  }
}

/** How esbuild makes programs for Node of the source: plain modules beside the packages. */
export const AS_BUILT = /** @type {const} */ ({
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  packages: 'external',
});

/**
 * @param {string} home
 * @param {string} folder
 */
async function build(home, folder) {
  const { build: bundle } = await import('esbuild');
  await bundle({
    absWorkingDir: home,
    entryPoints: ['cli/main.ts'],
    outdir: folder,
    ...AS_BUILT,
    logLevel: 'silent',
  });
}

/**
 * A hash of names, sizes and times: reading the source would take longer than all else.
 * @param {string} home
 */
function stampOf(home) {
  const hash = createHash('sha256');
  const sources = SOURCES.flatMap((folder) =>
    readdirSync(join(home, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => IS_SOURCE.test(name))
      .map((name) => join(folder, name)),
  );
  for (const name of [...sources.sort(), ...SETTINGS]) {
    const { size, mtimeMs } = statSync(join(home, name));
    hash.update(`${name}\0${size}\0${mtimeMs}\0`);
  }
  return hash.digest('hex').slice(0, 16);
}

/** @param {string} builds */
function removeOld(builds) {
  const before = Date.now() - KEPT_DAYS * 86_400_000;
  for (const name of readdirSync(builds)) {
    const path = join(builds, name);
    if (statSync(path).mtimeMs < before) rmSync(path, { recursive: true, force: true });
  }
}
