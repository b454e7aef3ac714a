import { existsSync, readFileSync, statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROLES } from '@/corpus/people/model';
import { deskKey } from '../desk-key';
import { newId } from '../ids';
import { verifyPassword } from '../password';
import { findInvitation, listAccessTokens, listSessions } from '../queries/accounts';
import { findActor, findPerson } from '../queries/desk';
import { isTeam, listMembers } from '../queries/people';
import { listPeople } from '../queries/reading';
import * as schema from '../schema';
import { makeDesk, type TestDesk } from '../testing/desk';
import { refusalOf, step } from '../testing/work';
import { findTokenActor, makeAccessToken, revokeAccessToken } from './access-tokens';
import {
  endSessions,
  giveAccount,
  invitePerson,
  resetAccount,
  setUpTeam,
  takeInvitation,
} from './accounts';
import { RefusedError } from './errors';
import { runCommand } from './run';

const PASSWORD = 'seven grey herons';
const ADA = { email: 'Ada@Desk.example ', password: PASSWORD };

let test: TestDesk;
beforeEach(() => {
  test = makeDesk();
});
afterEach(() => test.close());

const hashOfPerson = (id: string) =>
  test.desk.sqlite.prepare<[string], string | null>('SELECT password FROM credential WHERE user_id = ?').pluck().get(id) ?? null; // prettier-ignore

/** Everything that is stored, as one text, to look for what must not be in it. */
const everything = () => {
  test.desk.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  return readFileSync(test.desk.path).toString('latin1');
};

function signIn(personId: string): string {
  const [id, now] = [newId(), new Date()];
  const expiresAt = new Date(now.getTime() + 60_000);
  test.desk.orm.insert(schema.session).values({ id, userId: personId, token: id, expiresAt, createdAt: now, updatedAt: now }).run(); // prettier-ignore
  return id;
}

const sentence = async (work: () => unknown) => {
  try {
    await work();
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(RefusedError);
    return (error as RefusedError).message;
  }
};

describe('a solo desk', () => {
  it('becomes a team desk with its first account, an admin’s, and nobody is lost', async () => {
    const bo = test.person('Bo', 'checker');
    const before = listPeople(test.desk);
    expect(isTeam(test.desk)).toBe(false);
    expect(await sentence(() => setUpTeam(test.desk, bo, ADA))).toMatch(/Your role/);
    await setUpTeam(test.desk, test.actor, ADA);
    expect(isTeam(test.desk)).toBe(true);
    expect(listPeople(test.desk)).toEqual(before);
    expect(listMembers(test.desk).map(({ email }) => email)).toEqual(['ada@desk.example', null]);
    expect(await sentence(() => setUpTeam(test.desk, test.actor, ADA))).toBe('This desk has accounts already.'); // prettier-ignore
  });

  it('makes no first account for anybody but an admin', async () => {
    const bo = test.person('Bo', 'editor');
    const sorry = 'The first account of a desk has to be an admin’s.';
    expect(await sentence(() => invitePerson(test.desk, test.actor, bo.id))).toBe(sorry);
    expect(await sentence(() => giveAccount(test.desk, test.actor, bo.id, ADA))).toBe(sorry);
  });

  it.each([
    [{ email: 'nobody', password: PASSWORD }, /no e-mail/],
    [{ email: 'a@b.example', password: 'short' }, /10 to 128 characters/],
    [{ email: 'a@b.example', password: 'x'.repeat(129) }, /10 to 128 characters/],
    [{ email: 'a@b.example', password: 'aaaaaaaaaaaa' }, /too easy/],
    [{ email: 'ada@desk.example', password: 'ada@desk.example' }, /too easy/],
  ])('refuses %o and stays a solo desk', async (wanted, why) => {
    expect(await sentence(() => setUpTeam(test.desk, test.actor, wanted))).toMatch(why);
    expect(isTeam(test.desk)).toBe(false);
  });
});

describe('a password', () => {
  it('is kept as scrypt with its cost and a salt of its own', async () => {
    await setUpTeam(test.desk, test.actor, ADA);
    const hash = hashOfPerson(test.actor.id)!;
    expect(hash).toMatch(/^scrypt\$32768\$8\$3\$/);
    expect(await verifyPassword(hash, PASSWORD)).toBe(true);
    expect(await verifyPassword(hash, `${PASSWORD} `)).toBe(false);
    expect(await verifyPassword('plain', 'plain')).toBe(false);
    const bo = test.person('Bo', 'reader');
    await giveAccount(test.desk, test.actor, bo.id, { ...ADA, email: 'bo@desk.example' });
    expect(hashOfPerson(bo.id)).not.toBe(hash);
    expect(everything()).not.toContain(PASSWORD);
  });

  it('is the same however a keyboard composed it', async () => {
    await setUpTeam(test.desk, test.actor, { ...ADA, password: 'caf\u00e9 in the harbour' });
    expect(await verifyPassword(hashOfPerson(test.actor.id)!, 'cafe\u0301 in the harbour')).toBe(
      true,
    );
  });
});

describe('on a team desk', () => {
  beforeEach(() => setUpTeam(test.desk, test.actor, ADA));

  it('a link makes an account once, and its key is not kept', async () => {
    const bo = test.person('Bo', 'checker');
    const key = invitePerson(test.desk, test.actor, bo.id);
    expect(key).toMatch(/^[\w-]{43}$/);
    expect(everything()).not.toContain(key);
    expect(findInvitation(test.desk, key)).toMatchObject({ person: { name: 'Bo' }, email: null });
    const wanted = { email: 'bo@desk.example', password: PASSWORD };
    expect(await takeInvitation(test.desk, key, wanted)).toBe('bo@desk.example');
    expect(findInvitation(test.desk, key)).toBeNull();
    expect(await sentence(() => takeInvitation(test.desk, key, wanted))).toMatch(/has been used or has expired/); // prettier-ignore
  });

  it('a link ends with its days, with a newer one, and with the person', async () => {
    const bo = test.person('Bo');
    const first = invitePerson(test.desk, test.actor, bo.id);
    const second = invitePerson(test.desk, test.actor, bo.id);
    expect([first, second].map((key) => findInvitation(test.desk, key) !== null)).toEqual([false, true]); // prettier-ignore
    test.desk.sqlite.exec(`UPDATE invitation SET expires_at = '2001-01-01T00:00:00.000Z'`);
    expect(findInvitation(test.desk, second)).toBeNull();
    const third = invitePerson(test.desk, test.actor, bo.id);
    test.run(step('removePerson', { id: bo.id }));
    expect(findInvitation(test.desk, third)).toBeNull();
  });

  it('takes no e-mail twice', async () => {
    const key = invitePerson(test.desk, test.actor, test.person('Bo').id);
    expect(await sentence(() => takeInvitation(test.desk, key, ADA))).toMatch(/Somebody on this desk/); // prettier-ignore
    expect(findInvitation(test.desk, key)).not.toBeNull();
  });

  it('a reset ends sessions, password and authenticator, and the link keeps the e-mail', async () => {
    const bo = test.person('Bo');
    await giveAccount(test.desk, test.actor, bo.id, {
      email: 'bo@desk.example',
      password: PASSWORD,
    });
    signIn(bo.id);
    test.desk.orm.insert(schema.twoFactor).values({ id: 'x', userId: bo.id, secret: 's', backupCodes: 'c' }).run(); // prettier-ignore
    const key = resetAccount(test.desk, test.actor, bo.id);
    expect(listSessions(test.desk, bo.id)).toEqual([]);
    expect(hashOfPerson(bo.id)).toBeNull();
    expect(test.desk.sqlite.prepare('SELECT count(*) FROM two_factor').pluck().get()).toBe(0);
    const other = { email: 'evil@desk.example', password: 'another grey heron' };
    expect(await takeInvitation(test.desk, key, other)).toBe('bo@desk.example');
    expect(await verifyPassword(hashOfPerson(bo.id)!, other.password)).toBe(true);
  });

  it.each(ROLES.filter((role) => role !== 'admin'))('a %s keeps nobody’s account', async (role) => {
    const actor = test.person('Someone', role);
    const target = test.actor.id;
    const sorry = 'Your role on this desk does not allow that.';
    for (const act of [
      () => invitePerson(test.desk, actor, target),
      () => resetAccount(test.desk, actor, target),
      () => giveAccount(test.desk, actor, actor.id, ADA),
      () => endSessions(test.desk, actor, target, { except: null }),
    ]) {
      expect(await sentence(act)).toBe(sorry);
    }
    expect(() => endSessions(test.desk, actor, actor.id, { except: null })).not.toThrow();
  });

  it('sessions end one by one, all others, or everywhere', () => {
    const [here, there, elsewhere] = [signIn(test.actor.id), signIn(test.actor.id), signIn(test.actor.id)]; // prettier-ignore
    const left = () => listSessions(test.desk, test.actor.id).map(({ id }) => id).sort(); // prettier-ignore
    endSessions(test.desk, test.actor, test.actor.id, { only: there });
    expect(left()).toEqual([here, elsewhere].sort());
    endSessions(test.desk, test.actor, test.actor.id, { except: here });
    expect(left()).toEqual([here]);
    endSessions(test.desk, test.actor, test.actor.id, { except: null });
    expect(left()).toEqual([]);
  });

  it('the last admin who can sign in stays one, also by an undo', async () => {
    const bo = test.person('Bo', 'reader');
    const sorry = { refused: 'invalid', message: 'A desk needs an admin: make somebody else one first.' }; // prettier-ignore
    const { id } = test.actor;
    expect(refusalOf(test, () => test.run(step('removePerson', { id })))).toMatchObject(sorry);
    expect(refusalOf(test, () => test.run(step('setRole', { id, role: 'editor' })))).toMatchObject(sorry); // prettier-ignore
    const raised = test.run(step('setRole', { id: bo.id, role: 'admin' }));
    expect(refusalOf(test, () => test.run(step('removePerson', { id })))).toMatchObject(sorry);
    await giveAccount(test.desk, test.actor, bo.id, {
      email: 'bo@desk.example',
      password: PASSWORD,
    });
    test.run(step('setRole', { id, role: 'editor' }));
    const actor = findPerson(test.desk, bo.id)!;
    const undo = () => runCommand(test.desk, actor, { id: newId(), steps: [step('undoCommand', { commandId: raised.id })] }); // prettier-ignore
    expect(refusalOf(test, undo)).toMatchObject(sorry);
  });

  it('the history tells what was done to accounts, without addresses, keys and hashes', async () => {
    const bo = test.person('Bo', 'reader');
    const key = invitePerson(test.desk, test.actor, bo.id);
    await takeInvitation(test.desk, key, { email: 'bo@desk.example', password: PASSWORD });
    resetAccount(test.desk, test.actor, bo.id);
    const rows = test.desk.sqlite.prepare<[], { name: string; changes: string }>(`SELECT name, changes FROM event WHERE entity = 'account' ORDER BY seq`).all(); // prettier-ignore
    expect(rows.map(({ name }) => name)).toEqual(['makeAccount', 'invitePerson', 'makeAccount', 'resetAccount', 'invitePerson']); // prettier-ignore
    expect(rows.map(({ changes }) => changes).join()).not.toMatch(/@|scrypt/);
  });
});

describe('an access token', () => {
  const make = (scopes: ('read' | 'admin')[] = ['read'], expiresOn: string | null = null) =>
    makeAccessToken(test.desk, test.actor, { name: 'Nightly export', scopes, expiresOn });

  it('acts for its person, is kept as a hash, and tells when it was used', () => {
    const secret = make();
    expect(secret).toMatch(/^stet_[\w-]{43}$/);
    expect(everything()).not.toContain(secret);
    expect(listAccessTokens(test.desk, test.actor.id)).toMatchObject([{ name: 'Nightly export', scopes: ['read'], lastUsedOn: null }]); // prettier-ignore
    expect(findTokenActor(test.desk, secret)).toEqual({ id: test.actor.id, name: 'Ada', role: 'admin', scopes: ['read'] }); // prettier-ignore
    const today = new Date().toISOString().slice(0, 10);
    expect(listAccessTokens(test.desk, test.actor.id)[0]!.lastUsedOn).toBe(today);
    expect(findTokenActor(test.desk, `${secret}x`)).toBeNull();
  });

  it('ends when revoked, after its last day, and with its person', () => {
    const [revoked, late, leaver] = [make(), make(['read'], '2001-01-01'), test.person('Bo')];
    const { id } = listAccessTokens(test.desk, test.actor.id).at(-1)!;
    expect(() => revokeAccessToken(test.desk, leaver, id)).toThrow(/no such access token/);
    revokeAccessToken(test.desk, test.actor, id);
    expect([revoked, late].map((secret) => findTokenActor(test.desk, secret))).toEqual([
      null,
      null,
    ]);
    const theirs = makeAccessToken(test.desk, leaver, {
      name: 'x',
      scopes: ['read'],
      expiresOn: null,
    });
    test.run(step('removePerson', { id: leaver.id }));
    expect(findTokenActor(test.desk, theirs)).toBeNull();
  });

  it('runs the commands of its scopes only, and makes no other tokens', () => {
    const reading = findTokenActor(test.desk, make(['read']))!;
    const keeping = findTokenActor(test.desk, make(['read', 'admin']))!;
    const add = (actor: typeof reading) => () =>
      runCommand(test.desk, actor, { id: newId(), steps: [step('addPerson', { id: newId(), name: 'Cy' })] }); // prettier-ignore
    expect(refusalOf(test, add(reading))).toMatchObject({ refused: 'forbidden', message: 'This access token does not have the scope “admin”.' }); // prettier-ignore
    expect(add(keeping)()).toMatchObject({ written: [{ entity: 'person' }] });
    expect(() => makeAccessToken(test.desk, keeping, { name: 'x', scopes: ['admin'], expiresOn: null })).toThrow(/signed in/); // prettier-ignore
  });
});

it('keeps the desk’s key beside the database, for its owner only', () => {
  const key = deskKey(test.desk);
  expect(key).toMatch(/^[\w-]{43}$/);
  expect(deskKey(test.desk)).toBe(key);
  expect(existsSync(`${test.desk.path}.key`)).toBe(true);
  expect(statSync(`${test.desk.path}.key`).mode & 0o777).toBe(0o600);
});

it('who is removed does not act, and is nobody’s choice on a solo desk', () => {
  const bo = test.person('Bo');
  test.run(step('removePerson', { id: bo.id }));
  expect(findActor(test.desk, bo.id)).toMatchObject({ name: 'Ada' });
  expect(findPerson(test.desk, bo.id)).toBeNull();
  expect(listPeople(test.desk).map(({ name }) => name)).toEqual(['Ada']);
});
