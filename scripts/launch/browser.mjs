import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gather, show } from './run.mjs';
import { Stop } from './stop.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];
const PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/opt/google/chrome/chrome',
];

/**
 * A Chromium for the browser tests: the one named in STET_CHROMIUM, one of the system, Playwright's
 * own, or one that is installed now. Throws Stop with the command that gets one.
 * @returns {Promise<string>} the program's path
 */
export async function findChromium(root, env = process.env, say = console.log) {
  if (env.STET_CHROMIUM) return requireNamed(env.STET_CHROMIUM);
  const there = await firstThatRuns([...listSystem(env), await playwrightsOwn(root)]);
  return there ?? (await installChromium(root, say));
}

/** The places where a system keeps a Chromium, those on the PATH first. */
export function listSystem(env, places = PLACES) {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...places].filter(isProgram);
}

/** The first of the programs that starts: some are stubs that only say how to install one. */
export async function firstThatRuns(paths) {
  for (const path of paths) {
    if (path !== null && (await runs(path))) return path;
  }
  return null;
}

async function requireNamed(path) {
  if (await runs(path)) return path;
  throw new Stop(
    `STET_CHROMIUM names ${path}, which does not start: name a Chromium or leave it out.`,
  );
}

async function installChromium(root, say) {
  say('No Chromium was found: getting one for the browser tests.');
  const cli = join(root, 'node_modules', 'playwright', 'cli.js');
  await show(process.execPath, [cli, 'install', 'chromium'], { cwd: root });
  const own = await firstThatRuns([await playwrightsOwn(root)]);
  if (own) return own;
  if (isDebianAsRoot()) await installFromDebian();
  const system = await firstThatRuns(listSystem(process.env));
  if (system) return system;
  throw new Stop(
    'The browser tests need a Chromium and none was found or could be installed: get one with "npx playwright install --with-deps chromium" (on Debian also "sudo apt-get install chromium"), or name one in STET_CHROMIUM.',
  );
}

async function installFromDebian() {
  await show('apt-get', ['update', '-q']);
  await show('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

function isDebianAsRoot() {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

async function playwrightsOwn(root) {
  const entry = pathToFileURL(join(root, 'node_modules', 'playwright', 'index.mjs')).href;
  const { chromium } = await import(entry);
  const path = chromium.executablePath();
  return isProgram(path) ? path : null;
}

async function runs(path) {
  return isProgram(path) && (await gather(path, ['--version'], { timeout: 20_000 })).code === 0;
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
