import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The entry file of a package of others that reads what Stet writes, from the folder that
 * STET_CONSUMERS names (CI installs it: such packages are large, or not published for every
 * platform); null on a desk without.
 */
export function consumerFile(name: string): string | null {
  const folder = process.env['STET_CONSUMERS'];
  if (!folder) return null;
  return createRequire(join(folder, 'package.json')).resolve(name);
}

/** Such a package as a module; null on a desk without. */
export async function loadConsumer<T>(name: string): Promise<T | null> {
  const file = consumerFile(name);
  return file === null ? null : ((await import(/* @vite-ignore */ pathToFileURL(file).href)) as T);
}
