// `npm run bench`: every measurement, as lines of JSON and a table at the end.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findChromium } from './launch/browser.mjs';
import { build } from './launch/build.mjs';
import { install } from './launch/install.mjs';
import { ROOT } from './launch/root.mjs';
import { explain } from './launch/stop.mjs';

const BENCHES = [
  'reader',
  'page',
  'queue',
  'import',
  'export',
  'anchoring',
  'pages',
  'agreement',
  'live',
  'progress',
];

/** Runs one bench, prints its lines as they come, and returns its figures. */
async function run(name, chromium) {
  const child = spawn(process.execPath, ['--import', 'tsx', join('bench', `${name}.ts`)], {
    cwd: ROOT,
    env: { ...process.env, STET_CHROMIUM: chromium },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const figures = [];
  for await (const line of createInterface({ input: child.stdout })) {
    console.log(line);
    if (line.startsWith('{"bench"')) figures.push(JSON.parse(line));
  }
  const code = child.exitCode ?? (await new Promise((resolve) => child.on('exit', resolve)));
  if (code !== 0) figures.push({ bench: name, case: 'the bench itself failed', ok: false });
  return figures;
}

/** A figure as a line of the table. */
function row({ bench, case: name, ok, ...figures }) {
  const numbers = Object.entries(figures).map(([key, value]) => `${key} ${value}`);
  return `${ok === false ? 'over ' : 'holds'}  ${bench}: ${name}  (${numbers.join(', ')})`;
}

async function main() {
  await install(ROOT);
  const chromium = await findChromium(ROOT);
  await build(ROOT);
  const wanted = process.argv.slice(2);
  const figures = [];
  for (const name of BENCHES.filter((known) => wanted.length === 0 || wanted.includes(known))) {
    figures.push(...(await run(name, chromium)));
  }
  console.log(`\n${figures.map(row).join('\n')}`);
  return 0;
}

process.exit(await main().catch(explain));
