import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './root';

const FOLDER = 'STET_E2E_TEMPLATES';
const run = promisify(execFile);

/** The prepared database that tests copy: with the sample articles, or without any. */
export function templatePath(samples: boolean): string {
  const folder = process.env[FOLDER];
  if (folder === undefined) throw new Error('The template databases were not prepared.');
  return join(folder, samples ? 'samples.db' : 'empty.db');
}

/** Playwright's global setup: makes both templates once, and removes them after the last test. */
export default async function prepareTemplates(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-e2e-'));
  process.env[FOLDER] = folder;
  await Promise.all([prepare(templatePath(true), 'all'), prepare(templatePath(false), 'none')]);
  return () => rmSync(folder, { recursive: true, force: true });
}

async function prepare(path: string, samples: 'all' | 'none'): Promise<void> {
  await run(process.execPath, ['--import', 'tsx', join('db', 'prepare.ts')], {
    cwd: ROOT,
    env: { ...process.env, STET_DATABASE: path, STET_SAMPLES: samples },
  });
}
