import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gather } from './run.mjs';
import { Stop } from './stop.mjs';
import { requireWritable } from './writable.mjs';

const DATABASE_LOADS = `new (require('better-sqlite3'))(':memory:').close()`;

/**
 * Whether node_modules holds, package for package, what the lock file asks of this machine:
 * `installed` is npm's own list of it, and `isThere` tells whether a package's folder exists.
 */
export function isInstalled(wanted, installed, isThere = () => true) {
  return Object.entries(wanted.packages).every(([path, entry]) => {
    if (path === '' || entry.link) return true;
    const there = installed?.packages[path];
    if (!there) return Boolean(entry.optional || entry.devOptional);
    return there.version === entry.version && there.integrity === entry.integrity && isThere(path);
  });
}

/**
 * Installs what the lock file names and node_modules lacks, and rebuilds the database driver where
 * it was made for another Node. Says what it does before it takes long.
 * @returns {Promise<string | null>} what was done
 */
export async function install(root, say = console.log) {
  const isThere = (path) => existsSync(join(root, path, 'package.json'));
  const stale = !isInstalled(readLock(root, 'package-lock.json'), readInstalled(root), isThere);
  if (stale) await installAll(root, say);
  if (await databaseLoads(root)) return stale ? `installed ${countInstalled(root)} packages` : null;
  await rebuildDatabase(root, say);
  return stale
    ? `installed ${countInstalled(root)} packages`
    : `rebuilt the database driver for Node ${process.versions.node}`;
}

async function installAll(root, say) {
  requireWritable(root, 'Packages');
  say('Installing packages: this takes a minute or two, once.');
  const done = await gather('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'development' },
  });
  if (done.code === 0) return;
  if (done.code === 127) throw new Stop('The program npm was not found: it comes with Node.');
  throw new Stop(`The packages could not be installed: ${reason(done.output)}.`, tail(done.output));
}

async function rebuildDatabase(root, say) {
  say('Building the database driver for this Node: about a minute, once.');
  await gather('npm', ['rebuild', 'better-sqlite3'], { cwd: root });
  if (await databaseLoads(root)) return;
  const { stderr } = await gather(process.execPath, ['-e', DATABASE_LOADS], { cwd: root });
  throw new Stop(
    'The database driver does not load on this Node: delete the folder node_modules and start again, and if that does not help install a C++ compiler and Python first.',
    tail(stderr),
  );
}

async function databaseLoads(root) {
  return (await gather(process.execPath, ['-e', DATABASE_LOADS], { cwd: root })).code === 0;
}

/** npm's own last word on why it failed. */
function reason(output) {
  const said = output
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim())
    .find((line) => /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EACCES|EROFS|ENOSPC|ETARGET/.test(line));
  return said ?? 'npm ended with an error, shown above';
}

function tail(text) {
  return text.trimEnd().split('\n').slice(-30).join('\n');
}

function countInstalled(root) {
  return Object.keys(readInstalled(root)?.packages ?? {}).length;
}

function readInstalled(root) {
  if (!existsSync(join(root, 'node_modules', '.package-lock.json'))) return null;
  return readLock(root, join('node_modules', '.package-lock.json'));
}

function readLock(root, file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8'));
  } catch (error) {
    throw new Stop(`The file ${join(root, file)} cannot be read: ${error.message}.`);
  }
}
