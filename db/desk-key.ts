import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Desk } from './client';

/**
 * The secret that signs cookies and encrypts TOTP secrets: in `FILE.key` beside the database FILE,
 * readable by its owner only, made where absent.
 */
export function deskKey({ path }: Desk): string {
  const file = `${path}.key`;
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
