import { createHmac } from 'node:crypto';
import type { Page } from 'playwright/test';
import type { Role } from '@/corpus/people/model';
import { closeDesk, openDesk } from '@/db/client';
import { giveAccount } from '@/db/commands/accounts';
import { runCommand } from '@/db/commands/run';
import { newId } from '@/db/ids';
import { findActor } from '@/db/queries/desk';
import type { Desk } from './desk';

export const PASSWORD = 'seven grey herons';

/** The e-mail that the tests give to a person. */
export const emailOf = (name: string) => `${name.toLowerCase()}@desk.example`;

/** Sends JSON as the desk's own page would. */
export function post(
  desk: Desk,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
) {
  // prettier-ignore
  return fetch(`${desk.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: desk.url, ...headers },
    body: JSON.stringify(body),
  });
}

/** Gives the person an account, added to the desk where they are not on it; returns their id. */
export async function makeAccount(desk: Desk, name: string, role: Role): Promise<string> {
  const opened = openDesk(desk.databasePath);
  try {
    const admin = findActor(opened, null)!;
    const id = newId();
    runCommand(opened, admin, { id: newId(), steps: [{ name: 'addPerson', input: { id, name, role } }] }); // prettier-ignore
    await giveAccount(opened, admin, id, { email: emailOf(name), password: PASSWORD });
    return id;
  } finally {
    closeDesk(opened);
  }
}

/** Signs in without a browser; returns the cookie. */
export async function cookieOf(desk: Desk, name: string): Promise<string> {
  const body = { email: emailOf(name), password: PASSWORD };
  const answer = await post(desk, '/api/auth/sign-in/email', body);
  if (!answer.ok) throw new Error(await answer.text());
  return answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; '); // prettier-ignore
}

/** Fills the form for signing in that the page shows. */
export async function fillSignIn(page: Page, name: string): Promise<void> {
  await page.getByLabel('E-mail').fill(emailOf(name));
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Signs in through the page, and waits for the desk. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in');
  await fillSignIn(page, name);
  await page.waitForURL((url) => url.pathname === '/');
}

/** The six figures of an authenticator (RFC 6238, SHA-1, half a minute) for a base32 secret. */
export function authenticatorCode(secret: string, at = Date.now()): string {
  const bits = [...secret.replaceAll('=', '')]
    .map((letter) =>
      'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
    )
    .join('');
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const digest = createHmac('sha1', Buffer.from(bytes)).update(step).digest();
  const offset = digest.at(-1)! & 0xf;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
