import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { PersonName } from '@/corpus/annotation/reading';
import type { Role } from '@/corpus/people/model';
import type { Desk } from '../client';
import * as schema from '../schema';

/** A team desk is one on which somebody has an account. */
export function isTeam(desk: Desk): boolean {
  return desk.sqlite.prepare('SELECT 1 FROM account LIMIT 1').get() !== undefined;
}

/** Everybody who ever was on the desk, for the names in what they did. */
export function listNames(desk: Desk): readonly PersonName[] {
  const { person } = schema;
  return desk.orm.select({ id: person.id, name: person.name }).from(person).all();
}

export interface Member extends PersonName {
  readonly role: Role;
  /** Null for somebody who cannot sign in. */
  readonly email: string | null;
  readonly twoFactor: boolean;
  /** When the newest unused link for an account or a password ends, also where that is past. */
  readonly invitedUntil: string | null;
}

/** Who is on the desk, with their roles and accounts. */
export function listMembers(desk: Desk): readonly Member[] {
  const { account, invitation, person } = schema;
  return desk.orm
    .select({
      id: person.id,
      name: person.name,
      role: person.role,
      email: account.email,
      twoFactor: sql<boolean>`coalesce(${account.twoFactorEnabled}, 0)`.mapWith(Boolean),
      invitedUntil: sql<string | null>`max(${invitation.expiresAt})`,
    })
    .from(person)
    .leftJoin(account, eq(account.id, person.id))
    .leftJoin(invitation, and(eq(invitation.personId, person.id), isNull(invitation.usedAt)))
    .where(eq(person.removed, false))
    .groupBy(person.id)
    .orderBy(asc(person.id))
    .all();
}

/** The person on the desk with this id, name or e-mail; the first of them where names repeat. */
export function findMember(desk: Desk, wanted: string): Member | null {
  const members = listMembers(desk);
  const email = wanted.trim().toLowerCase();
  const fits = [
    ({ id }: Member) => id === wanted,
    (member: Member) => member.email === email,
    ({ name }: Member) => name === wanted,
  ];
  for (const fit of fits) {
    const found = members.find(fit);
    if (found !== undefined) return found;
  }
  return null;
}
