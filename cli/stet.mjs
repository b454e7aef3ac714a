#!/usr/bin/env node
// Starts the command line: looks at Node's version first, in words that an old Node understands, then
// runs what was built of the TypeScript beside this file, or lets tsx read it where that cannot be
// built. Works from any working directory.
import { dirname } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Stet needs Node 20.19 or newer, and this is Node ${process.versions.node}: install a newer one from https://nodejs.org.`,
  );
  process.exitCode = 1;
} else {
  const home = dirname(dirname(fileURLToPath(import.meta.url)));
  process.env['STET_HOME'] = home;
  await start(home);
}

/** @param {string} home */
async function start(home) {
  try {
    const { main } = await import(await moduleOf(home));
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    console.error(`Stet’s packages are not installed yet: run npm install in ${home}.`);
    process.exitCode = 1;
  }
}

/** @param {string} home */
async function moduleOf(home) {
  const { compiled } = await import('./compiled.mjs');
  const file = await compiled(home);
  if (file !== null) return pathToFileURL(file).href;
  const { register } = await import('tsx/esm/api');
  register({ tsconfig: `${home}/tsconfig.json` });
  return new URL('main.ts', import.meta.url).href;
}
