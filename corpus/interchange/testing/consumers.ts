import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * A package of others that reads what Stet writes, from the folder that STET_CONSUMERS names (CI
 * installs it: such packages are large, or not published for every platform); null on a desk without.
 */
export async function loadConsumer<T>(name: string): Promise<T | null> {
  const folder = process.env['STET_CONSUMERS'];
  if (!folder) return null;
  const resolved = createRequire(join(folder, 'package.json')).resolve(name);
  return (await import(/* @vite-ignore */ pathToFileURL(resolved).href)) as T;
}
