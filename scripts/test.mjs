// `npm test`: every test. --unit, --e2e and --screenshots choose; other arguments go to the runner.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './launch/browser.mjs';
import { build } from './launch/build.mjs';
import { FAILURES_FILE } from './launch/failures.mjs';
import { install } from './launch/install.mjs';
import { refuseNode } from './launch/node-version.mjs';
import { ROOT } from './launch/root.mjs';
import { secondsSince, show } from './launch/run.mjs';
import { Stop, explain } from './launch/stop.mjs';
import { readTestOptions } from './launch/test-options.mjs';

async function test(options) {
  const refusal = refuseNode(process.versions.node);
  if (refusal) throw new Stop(refusal);
  await install(ROOT);
  const chromium = options.e2e ? await findChromium(ROOT) : null;

  const results = [];
  const failures = [];
  if (options.unit) {
    results.push(await timed('unit and property tests', () => runUnit(options, failures)));
  }
  if (chromium) results.push(await timed('browser tests', () => runBrowser(options, chromium)));
  console.log(`\nTests: ${results.map((result) => result.line).join(' · ')}`);
  for (const line of failures) console.log(`  failed: ${line}`);
  return results.every((result) => result.passed) ? 0 : 1;
}

/** Also gathers what failed, to be told again at the end, below what the browser tests print. */
async function runUnit(options, failures) {
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=./scripts/launch/failures.mjs'];
  const folder = mkdtempSync(join(tmpdir(), 'stet-failures-'));
  const file = join(folder, 'failures.txt');
  const env = { ...process.env, [FAILURES_FILE]: file };
  try {
    return await show(process.execPath, [vitest, 'run', ...reporters, ...options.rest], { cwd: ROOT, env }); // prettier-ignore
  } finally {
    if (existsSync(file)) failures.push(...readFileSync(file, 'utf8').trim().split('\n'));
    rmSync(folder, { recursive: true });
  }
}

async function runBrowser(options, chromium) {
  await build(ROOT);
  const playwright = join(ROOT, 'node_modules', 'playwright', 'cli.js');
  const only = options.screenshots ? ['e2e/screenshots.spec.ts'] : [];
  const env = { ...process.env, STET_CHROMIUM: chromium, NEXT_TELEMETRY_DISABLED: '1' };
  if (options.screenshots) env.STET_SCREENSHOTS = '1';
  const rest = options.unit ? [] : options.rest;
  return show(process.execPath, [playwright, 'test', ...only, ...rest], { cwd: ROOT, env });
}

async function timed(name, run) {
  const began = Date.now();
  const code = await run().catch(explain);
  const passed = code === 0;
  const line = `${name} ${passed ? 'passed' : 'FAILED'} in ${secondsSince(began)} s`;
  return { passed, line };
}

process.exit(await test(readTestOptions(process.argv.slice(2))).catch(explain));
