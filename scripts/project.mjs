// Checks the names and texts of all files that are committed or about to be.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isText, judgeName, judgeText } from './checks/project.mjs';
import { ROOT } from './launch/root.mjs';

const listed = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], { cwd: ROOT });
const files = listed
  .toString()
  .split('\0')
  .filter((file) => file && existsSync(join(ROOT, file)));

const problems = [...new Set(files)].flatMap((file) => {
  const bytes = readFileSync(join(ROOT, file));
  return [...judgeName(file), ...(isText(bytes) ? judgeText(file, bytes.toString(), hosts()) : [])];
});
for (const problem of problems) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);

function hosts() {
  const registry = process.env.npm_config_registry;
  const host = registry && URL.canParse(registry) ? new URL(registry).host : '';
  return host === '' || host === 'registry.npmjs.org' ? [] : [host];
}
