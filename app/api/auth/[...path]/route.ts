import { z } from 'zod';
import { findCurrent } from '@/app/server/actor';
import { findForeign } from '@/app/server/guard';
import { readJson } from '@/app/server/body';
import { addressOf, rates, tooMany, TRIES, TRIES_FROM } from '@/app/server/rates';
import { currentDesk } from '@/db/client';
import { isTeam } from '@/db/queries/people';

/** What is used of the sign-in library's routes; `open` without being signed in. */
const PATHS: Readonly<Record<string, 'open' | 'own'>> = {
  'sign-in/email': 'open',
  'two-factor/verify-totp': 'open',
  'two-factor/verify-backup-code': 'open',
  'sign-out': 'open',
  'change-password': 'own',
  'two-factor/enable': 'own',
  'two-factor/disable': 'own',
  'two-factor/generate-backup-codes': 'own',
};

const BODY = z.object({
  email: z.string().trim().toLowerCase().max(320).optional(),
  password: z.string().max(1000).optional(),
  newPassword: z.string().max(1000).optional(),
  currentPassword: z.string().max(1000).optional(),
  revokeOtherSessions: z.boolean().optional(),
  code: z.string().trim().max(40).optional(),
});

/** What of the library's answers is passed on: the session's token stays in its cookie. */
const ANSWER = z.object({
  code: z.string().optional(),
  twoFactorRedirect: z.boolean().optional(),
  totpURI: z.string().optional(),
  backupCodes: z.array(z.string()).optional(),
});

const NOT_DONE = 'This was not done: try again.';

/** The library's codes in the desk's words; what is not here is told as “not done”. */
const SENTENCES: Readonly<Record<string, string>> = {
  INVALID_EMAIL_OR_PASSWORD: 'The e-mail or the password is not right.',
  INVALID_PASSWORD: 'The password is not right.',
  PASSWORD_TOO_SHORT: 'The new password is too short.',
  PASSWORD_TOO_LONG: 'The new password is too long.',
  INVALID_CODE: 'The code is not right; codes change every half minute.',
  INVALID_BACKUP_CODE: 'This is no recovery code of yours, or it was used.',
  INVALID_TWO_FACTOR_COOKIE: 'That took too long: sign in again.',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'Too many wrong codes: sign in again.',
  ACCOUNT_TEMPORARILY_LOCKED: 'Too many wrong codes: wait some minutes and try again.',
};

/** Signing in and out and what a person changes about it, by the sign-in library (decision 13). */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ path: string[] }> },
): Promise<Response> {
  const foreign = findForeign(request);
  if (foreign !== null) return answer(403, foreign);
  const path = (await params).path.join('/');
  const access = PATHS[path];
  if (access === undefined) return answer(404, 'There is no such thing to do.');
  if (!isTeam(currentDesk())) return answer(409, 'A solo desk has no accounts to sign in with.');
  const body = await readJson(request, BODY);
  if (body === null) return answer(400, 'The request is not understood.');
  const actor = access === 'own' ? await findCurrent() : null;
  if (access === 'own' && actor?.sessionId === undefined) return answer(401, 'Sign in to go on.');
  const keys = [body.email ?? actor?.id, `from ${addressOf(request.headers)}`];
  for (const key of keys) {
    if (key === undefined || path === 'sign-out') continue;
    const wait = rates().take(`tries ${key}`, key.startsWith('from ') ? TRIES_FROM : TRIES);
    if (wait > 0) return tooMany(wait);
  }
  const response = await ask(request, path, body);
  if (response.ok && keys[0] !== undefined) rates().clear(`tries ${keys[0]}`);
  return response;
}

async function ask(request: Request, path: string, body: z.infer<typeof BODY>): Promise<Response> {
  const { signInAt } = await import('@/app/server/sign-in');
  const headers = new Headers(request.headers);
  headers.delete('content-length');
  headers.set('content-type', 'application/json');
  const { handler, options } = signInAt(request.headers.get('host') ?? '');
  const url = `${options.baseURL}/api/auth/${path}`;
  const response = await handler(new Request(url, { method: 'POST', headers, body: JSON.stringify(body) })); // prettier-ignore
  const content = ANSWER.safeParse(await response.json().catch(() => null)).data ?? {};
  const { code, ...shown } = content;
  if (!response.ok) return answer(response.status, SENTENCES[code ?? ''] ?? NOT_DONE);
  const answered = Response.json(shown, { headers: { 'cache-control': 'no-store' } });
  for (const cookie of response.headers.getSetCookie())
    answered.headers.append('set-cookie', cookie);
  return answered;
}

function answer(status: number, message: string): Response {
  return Response.json({ message }, { status });
}
