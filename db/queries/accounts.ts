import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { PersonName } from '@/corpus/annotation/reading';
import type { Scope } from '@/corpus/people/model';
import type { Desk } from '../client';
import { hashOf } from '../ids';
import * as schema from '../schema';

/** A link that can still be used. */
export interface Invitation {
  readonly id: string;
  readonly person: PersonName;
  /** The account's e-mail where the link is for a new password. */
  readonly email: string | null;
}

/** The invitation behind a link's key; null where it was used, has expired or never was. */
export function findInvitation(desk: Desk, key: string): Invitation | null {
  const { account, invitation, person } = schema;
  const row = desk.orm
    .select({ id: invitation.id, personId: person.id, name: person.name, email: account.email })
    .from(invitation)
    .innerJoin(person, eq(person.id, invitation.personId))
    .leftJoin(account, eq(account.id, person.id))
    .where(
      and(
        eq(invitation.keyHash, hashOf(key)),
        isNull(invitation.usedAt),
        gt(invitation.expiresAt, new Date().toISOString()),
        eq(person.removed, false),
      ),
    )
    .get();
  if (row === undefined) return null;
  return { id: row.id, person: { id: row.personId, name: row.name }, email: row.email };
}

/** A browser that is signed in, as its person sees it. */
export interface SessionLine {
  readonly id: string;
  /** What the browser calls itself. */
  readonly browser: string;
  readonly address: string;
  readonly since: string;
  readonly lastUsed: string;
}

export function listSessions(desk: Desk, personId: string): readonly SessionLine[] {
  const { session } = schema;
  return desk.orm
    .select()
    .from(session)
    .where(and(eq(session.userId, personId), gt(session.expiresAt, new Date())))
    .orderBy(desc(session.updatedAt))
    .all()
    .map(({ id, userAgent, ipAddress, createdAt, updatedAt }) => ({
      id,
      browser: userAgent ?? '',
      address: ipAddress ?? '',
      since: createdAt.toISOString(),
      lastUsed: updatedAt.toISOString(),
    }));
}

/** An access token without its secret, which nobody can read again. */
export interface AccessTokenLine {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly lastUsedOn: string | null;
}

/** The tokens of a person that are not revoked, newest first. */
export function listAccessTokens(desk: Desk, personId: string): readonly AccessTokenLine[] {
  const { accessToken } = schema;
  const { id, name, scopes, createdAt, expiresAt, lastUsedOn } = accessToken;
  return desk.orm
    .select({ id, name, scopes, createdAt, expiresAt, lastUsedOn })
    .from(accessToken)
    .where(and(eq(accessToken.personId, personId), isNull(accessToken.revokedAt)))
    .orderBy(desc(id))
    .all();
}
