// Checks that package-lock.json serves every platform and every registry.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listMissing, listTied } from './checks/lockfile.mjs';
import { ROOT } from './launch/root.mjs';

const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
const problems = [...listMissing(packages), ...listTied(packages)];
for (const problem of problems) console.error(problem);
if (problems.length > 0) {
  console.error(
    'Write the lock with npm install --omit-lockfile-registry-resolved, and choose versions whose platform packages are all there.',
  );
}
process.exit(problems.length > 0 ? 1 : 0);
