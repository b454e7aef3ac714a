import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { asBuilt } from './as-built';

/** Carries spans over edits whose truth is known (`anchoring/run.ts`), as built. `--seed N` runs one seed alone. */
const ROOT = join(import.meta.dirname, '..');
const args = [await asBuilt('anchoring/run'), ROOT, ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
