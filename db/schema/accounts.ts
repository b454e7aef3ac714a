import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Scope } from '@/corpus/people/model';
import { person, personId } from './collections';

/**
 * What lets a person sign in; its id is the person's. A desk with an account is a team desk. This
 * table and the four after it have the columns that the sign-in library asks for, some unused.
 */
export const account = sqliteTable('account', {
  id: text()
    .primaryKey()
    .references(() => person.id),
  email: text().notNull().unique(),
  emailVerified: integer({ mode: 'boolean' }).notNull().default(false),
  /** Asked for by the library and left empty: the name is the person's. */
  name: text().notNull().default(''),
  image: text(),
  twoFactorEnabled: integer({ mode: 'boolean' }).notNull().default(false),
  createdAt: instant().notNull(),
  updatedAt: instant().notNull(),
});

/** The hash of an account's password (`db/password.ts`). */
export const credential = sqliteTable(
  'credential',
  {
    id: text().primaryKey(),
    userId: ofAccount(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    password: text(),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: instant(),
    refreshTokenExpiresAt: instant(),
    scope: text(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (table) => [index('credential_by_user').on(table.userId)],
);

/** A browser that is signed in. The cookie is the token with a signature that only the desk's key makes. */
export const session = sqliteTable(
  'session',
  {
    id: text().primaryKey(),
    userId: ofAccount(),
    token: text().notNull().unique(),
    expiresAt: instant().notNull(),
    ipAddress: text(),
    userAgent: text(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (table) => [index('session_by_user').on(table.userId)],
);

/** A sign-in that waits for its second factor, and devices that a person trusts. */
export const verification = sqliteTable(
  'verification',
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: instant().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (table) => [index('verification_by_identifier').on(table.identifier)],
);

/** The secret of an authenticator and the recovery codes, encrypted with the desk's key. */
export const twoFactor = sqliteTable(
  'two_factor',
  {
    id: text().primaryKey(),
    userId: ofAccount(),
    secret: text().notNull(),
    backupCodes: text().notNull(),
    verified: integer({ mode: 'boolean' }).default(true),
    failedVerificationCount: integer().default(0),
    lockedUntil: instant(),
  },
  (table) => [index('two_factor_by_user').on(table.userId)],
);

/**
 * A link with which a person makes an account or a new password: once, until it expires. Only the
 * SHA-256 of its key is kept.
 */
export const invitation = sqliteTable(
  'invitation',
  {
    id: text().primaryKey(),
    personId: personId(),
    keyHash: text().notNull().unique('invitation_key'),
    createdBy: personId(),
    createdAt: text().notNull(),
    expiresAt: text().notNull(),
    usedAt: text(),
  },
  (table) => [index('invitation_by_person').on(table.personId)],
);

/** An access token of a person, for scripts. Only the SHA-256 of its secret is kept. */
export const accessToken = sqliteTable(
  'access_token',
  {
    id: text().primaryKey(),
    personId: personId(),
    name: text().notNull(),
    secretHash: text().notNull().unique('access_token_secret'),
    scopes: text({ mode: 'json' }).$type<readonly Scope[]>().notNull(),
    createdAt: text().notNull(),
    expiresAt: text(),
    /** The day on which it was last used. */
    lastUsedOn: text(),
    revokedAt: text(),
  },
  (table) => [index('access_token_by_person').on(table.personId)],
);

/** Milliseconds since 1970, as the library's dates. */
function instant() {
  return integer({ mode: 'timestamp_ms' });
}

function ofAccount() {
  return text()
    .notNull()
    .references(() => account.id, { onDelete: 'cascade' });
}
