// `npm run check`: every check, each told on one line, all of them run even when one fails.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { install } from './launch/install.mjs';
import { ROOT } from './launch/root.mjs';
import { gather } from './launch/run.mjs';
import { explain } from './launch/stop.mjs';

const NEXT = 'next/dist/bin/next';
const CRUISED = [
  'app',
  'bench',
  'cli',
  'components',
  'corpus',
  'db',
  'e2e',
  'scripts',
  'instrumentation.ts',
  'proxy.ts',
];

/** Each check is one or more programs of node_modules (or of ours), run one after the other. */
const CHECKS = [
  {
    name: 'types',
    steps: [
      [NEXT, 'typegen'],
      ['typescript/bin/tsc', '--noEmit'],
    ],
  },
  { name: 'lint', steps: [['eslint/bin/eslint.js', '--max-warnings=0', '.']] },
  { name: 'format', steps: [['prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.']] },
  {
    name: 'import rules',
    steps: [
      ['dependency-cruiser/bin/dependency-cruise.mjs', '--output-type', 'err-long', ...present()],
    ],
  },
  { name: 'dead code', steps: [['knip/bin/knip.js', '--no-progress']] },
  { name: 'lock file', steps: [['scripts/lockfile.mjs']] },
  { name: 'names and paths', steps: [['scripts/project.mjs']] },
];

async function check() {
  await install(ROOT);
  const waiting = [...CHECKS];
  const results = [];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results.push(await run(next));
  };
  await Promise.all([worker(), worker()]);
  const failed = results.filter((result) => !result.passed);
  for (const { name, output } of failed) console.log(`\n--- ${name} ---\n${output.trim()}`);
  console.log(
    failed.length === 0
      ? '\nAll checks passed.'
      : `\nFailed: ${failed.map((result) => result.name).join(', ')}.`,
  );
  return failed.length === 0 ? 0 : 1;
}

async function run({ name, steps }) {
  const began = Date.now();
  let result = { code: 0, output: '' };
  for (const [program, ...args] of steps) {
    if (result.code === 0)
      result = await gather(process.execPath, [locate(program), ...args], options());
  }
  const passed = result.code === 0;
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(`${passed ? 'passed' : 'FAILED'}  ${name.padEnd(16)}${seconds.padStart(6)} s`);
  return { name, passed, output: result.output };
}

function locate(program) {
  return program.startsWith('scripts/') ? join(ROOT, program) : join(ROOT, 'node_modules', program);
}

function options() {
  return { cwd: ROOT, env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1' } };
}

function present() {
  return CRUISED.filter((path) => existsSync(join(ROOT, path)));
}

process.exit(await check().catch(explain));
