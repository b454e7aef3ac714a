import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { AS_BUILT } from '../cli/compiled.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * A program of this folder as plain JavaScript, as the command line runs: `name` is its path without
 * the ending, the answer the path of what Node is to run.
 */
export async function asBuilt(name: string): Promise<string> {
  const outdir = join(ROOT, 'node_modules', '.cache', 'stet-bench');
  await build({
    absWorkingDir: ROOT,
    entryPoints: { [name]: `bench/${name}.ts` },
    outdir,
    outExtension: { '.js': '.mjs' },
    ...AS_BUILT,
    logLevel: 'error',
  });
  return join(outdir, `${name}.mjs`);
}
