import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { PASSWORD_LENGTH } from '@/corpus/people/model';
import { currentDesk, type Desk } from '@/db/client';
import { deskKey } from '@/db/desk-key';
import { hashPassword, verifyPassword } from '@/db/password';
import * as schema from '@/db/schema';
import { isLoopback, originOf } from './address';

const SESSION_DAYS = 14;
const DAY_SECONDS = 24 * 60 * 60;

const TABLES = {
  user: schema.account,
  account: schema.credential,
  session: schema.session,
  verification: schema.verification,
  twoFactor: schema.twoFactor,
};

/** The library that signs people in, for one address of the desk; decision 13 says what it is used for. */
function open(desk: Desk, host: string) {
  const secure = !isLoopback(host);
  const { fewest, most } = PASSWORD_LENGTH;
  return betterAuth({
    baseURL: originOf(host),
    secret: deskKey(desk),
    telemetry: { enabled: false },
    database: drizzleAdapter(desk.orm, { provider: 'sqlite', schema: TABLES }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: fewest,
      maxPasswordLength: most,
      password: {
        hash: hashPassword,
        verify: ({ hash, password }) => verifyPassword(hash, password),
      },
    },
    session: { expiresIn: SESSION_DAYS * DAY_SECONDS, updateAge: DAY_SECONDS },
    // Counted in `rates.ts`, by account as well as by address.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'stet',
      useSecureCookies: secure,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure },
    },
    plugins: [twoFactor({ issuer: 'Stet' })],
    logger: { level: 'error' },
  });
}

type SignIn = ReturnType<typeof open>;

const shared = globalThis as { stetSignIn?: Map<string, SignIn> };

/** `host` is one that the guard has let through. */
export function signInAt(host: string): SignIn {
  shared.stetSignIn ??= new Map();
  const known = shared.stetSignIn.get(host);
  if (known !== undefined) return known;
  const made = open(currentDesk(), host);
  shared.stetSignIn.set(host, made);
  return made;
}
