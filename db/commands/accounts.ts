import { randomBytes } from 'node:crypto';
import { and, eq, inArray, isNull, ne } from 'drizzle-orm';
import { z } from 'zod';
import { PASSWORD_LENGTH } from '@/corpus/people/model';
import type { Desk } from '../client';
import { hashOf, newId } from '../ids';
import { hashPassword } from '../password';
import { findInvitation } from '../queries/accounts';
import { findMember, isTeam, type Member } from '../queries/people';
import type { Actor } from '../policies';
import * as schema from '../schema';
import { refuseForbidden } from './allowed';
import { RefusedError } from './errors';
import { openLedger } from './ledger';

/** How long a link for an account or a new password is good. */
const LINK_DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

/** What a link needs to be used: for an account that is there, its e-mail stays as it is. */
export interface NewPassword {
  readonly email: string;
  readonly password: string;
}

const EMAIL = z.email();

/** Makes the first account of a solo desk, for the admin who asks: from now on it is a team desk. */
export async function setUpTeam(desk: Desk, actor: Actor, wanted: NewPassword): Promise<void> {
  refuseForbidden(actor, 'keepAccounts');
  const made = await prepare(wanted);
  inTransaction(desk, () => {
    if (isTeam(desk)) throw new RefusedError('invalid', 'This desk has accounts already.');
    storeAccount(desk, actor.id, actor.id, made);
  });
}

/**
 * Makes a link for a person: to an account of their own, or to a new password where they have one.
 * Older links of the person end. Returns the link's key, which is not kept.
 */
export function invitePerson(desk: Desk, actor: Actor, personId: string): string {
  refuseForbidden(actor, 'keepAccounts');
  const key = randomBytes(32).toString('base64url');
  inTransaction(desk, () => {
    const member = requireMember(desk, personId);
    refuseFirstOf(desk, member);
    dropLinks(desk, personId);
    const now = Date.now();
    const made = {
      id: newId(),
      personId,
      keyHash: hashOf(key),
      createdBy: actor.id,
      createdAt: new Date(now).toISOString(),
      expiresAt: new Date(now + LINK_DAYS * DAY_MS).toISOString(),
    };
    desk.orm.insert(schema.invitation).values(made).run();
    tell(desk, actor.id, 'invitePerson', personId, { linkUntil: made.expiresAt });
  });
  return key;
}

/** Ends a person's sessions and authenticator, and makes a link for a new password; returns its key. */
export function resetAccount(desk: Desk, actor: Actor, personId: string): string {
  refuseForbidden(actor, 'keepAccounts');
  return inTransaction(desk, () => {
    if (requireMember(desk, personId).email === null) {
      throw new RefusedError('invalid', 'This person has no account yet: invite them.');
    }
    endAllSessions(desk, personId);
    desk.orm.delete(schema.twoFactor).where(eq(schema.twoFactor.userId, personId)).run();
    const { account, credential } = schema;
    desk.orm.update(account).set({ twoFactorEnabled: false }).where(eq(account.id, personId)).run();
    desk.orm
      .update(credential)
      .set({ password: null })
      .where(eq(credential.userId, personId))
      .run();
    tell(desk, actor.id, 'resetAccount', personId, { reset: true });
    return invitePerson(desk, actor, personId);
  });
}

/** Uses a link, once. Returns the e-mail that signs in from now on. */
export async function takeInvitation(
  desk: Desk,
  key: string,
  wanted: NewPassword,
): Promise<string> {
  requireInvitation(desk, key);
  const made = await prepare(wanted);
  return inTransaction(desk, () => {
    const { id, person } = requireInvitation(desk, key);
    const usedAt = new Date().toISOString();
    desk.orm.update(schema.invitation).set({ usedAt }).where(eq(schema.invitation.id, id)).run();
    return storeAccount(desk, person.id, person.id, made);
  });
}

/** Gives a person an account, or the account a new password, without a link. */
export async function giveAccount(
  desk: Desk,
  actor: Actor,
  personId: string,
  wanted: NewPassword,
): Promise<void> {
  refuseForbidden(actor, 'keepAccounts');
  const made = await prepare(wanted);
  inTransaction(desk, () => storeAccount(desk, actor.id, personId, made));
}

/** Signs a person out: everywhere, but for `except`. An admin may do it to anybody. */
export function endSessions(
  desk: Desk,
  actor: Actor,
  personId: string,
  which: { readonly only: string } | { readonly except: string | null },
): void {
  refuseForbidden(actor, personId === actor.id ? 'keepOwnAccount' : 'keepAccounts');
  const { session } = schema;
  inTransaction(desk, () => {
    const one = 'only' in which ? eq(session.id, which.only) : ne(session.id, which.except ?? '');
    desk.orm
      .delete(session)
      .where(and(eq(session.userId, personId), one))
      .run();
    tell(desk, actor.id, 'endSessions', personId, { sessions: 'only' in which ? 'one' : 'all' });
  });
}

/** Takes away everything with which people who are no longer on the desk could sign in. */
export function dropAccountsOfRemoved(desk: Desk): void {
  const { accessToken, account, invitation, person } = schema;
  const gone = desk.orm.select({ id: person.id }).from(person).where(eq(person.removed, true));
  desk.orm.delete(invitation).where(inArray(invitation.personId, gone)).run();
  desk.orm.delete(accessToken).where(inArray(accessToken.personId, gone)).run();
  desk.orm.delete(account).where(inArray(account.id, gone)).run();
}

interface Prepared {
  readonly email: string;
  readonly password: string;
}

/** Throws RefusedError where the e-mail or the password cannot be taken; hashes the password. */
async function prepare({ email, password }: NewPassword): Promise<Prepared> {
  const address = email.trim().toLowerCase();
  if (!EMAIL.safeParse(address).success) {
    throw new RefusedError('invalid', 'This is no e-mail address.');
  }
  refuseWeak(password, address);
  return { email: address, password: await hashPassword(password) };
}

function refuseWeak(password: string, email: string): void {
  const { fewest, most } = PASSWORD_LENGTH;
  if (password.length < fewest || password.length > most) {
    throw new RefusedError('invalid', `A password has ${fewest} to ${most} characters.`);
  }
  const plain = password.toLowerCase();
  if (plain === email || new Set(plain).size < 4) {
    throw new RefusedError('invalid', 'This password is too easy to guess: take another.');
  }
}

function storeAccount(desk: Desk, by: string, personId: string, made: Prepared): string {
  const { account, credential } = schema;
  const member = requireMember(desk, personId);
  refuseFirstOf(desk, member);
  const [createdAt, updatedAt] = [new Date(), new Date()];
  const { password } = made;
  if (member.email !== null) {
    desk.orm
      .update(credential)
      .set({ password, updatedAt })
      .where(eq(credential.userId, personId))
      .run();
    endAllSessions(desk, personId);
    tell(desk, by, 'setPassword', personId, { password: 'new' });
    return member.email;
  }
  refuseTakenEmail(desk, made.email);
  const times = { createdAt, updatedAt };
  const own = { id: personId, userId: personId, accountId: personId, providerId: 'credential' };
  desk.orm
    .insert(account)
    .values({ id: personId, email: made.email, ...times })
    .run();
  desk.orm
    .insert(credential)
    .values({ ...own, password, ...times })
    .run();
  tell(desk, by, 'makeAccount', personId, { account: 'made' });
  return made.email;
}

/** The first account decides who keeps the desk. */
function refuseFirstOf(desk: Desk, { role }: Member): void {
  if (role === 'admin' || isTeam(desk)) return;
  throw new RefusedError('invalid', 'The first account of a desk has to be an admin’s.');
}

function refuseTakenEmail(desk: Desk, email: string): void {
  if (findMember(desk, email)?.email !== email) return;
  throw new RefusedError('invalid', 'Somebody on this desk has an account with this e-mail.');
}

function requireMember(desk: Desk, personId: string): Member {
  const member = findMember(desk, personId);
  if (member?.id === personId) return member;
  throw new RefusedError('missing', 'This person is not on the desk.');
}

function requireInvitation(desk: Desk, key: string) {
  const found = findInvitation(desk, key);
  if (found !== null) return found;
  throw new RefusedError('missing', 'This link has been used or has expired: ask for a new one.');
}

function endAllSessions(desk: Desk, personId: string): void {
  desk.orm.delete(schema.session).where(eq(schema.session.userId, personId)).run();
}

function dropLinks(desk: Desk, personId: string): void {
  const { invitation } = schema;
  const open = and(eq(invitation.personId, personId), isNull(invitation.usedAt));
  desk.orm.delete(invitation).where(open).run();
}

/** One line in the history, without addresses, keys or hashes. */
function tell(
  desk: Desk,
  by: string,
  name: string,
  personId: string,
  changes: Readonly<Record<string, unknown>>,
): void {
  // prettier-ignore
  const nowhere = { articleId: null, annotationId: null };
  openLedger(desk, by, name).note('account', personId, nowhere, changes);
}

function inTransaction<T>(desk: Desk, work: () => T): T {
  return desk.sqlite.inTransaction ? work() : desk.sqlite.transaction(work).immediate();
}
