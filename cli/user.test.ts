import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Scope } from '@/corpus/people/model';
import { closeDesk, openDesk, type Desk } from '@/db/client';
import { makeAccessToken } from '@/db/commands/access-tokens';
import { findInvitation, listSessions } from '@/db/queries/accounts';
import { findMember, isTeam, listMembers } from '@/db/queries/people';

const STET = resolve('cli/stet.mjs');

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-user-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const database = () => join(folder, 'stet.db');

function stet(args: readonly string[], env: Record<string, string> = {}, input = ''): Promise<Ran> {
  const child = spawn(process.execPath, [STET, ...args], {
    cwd: folder,
    env: { ...process.env, STET_DATABASE: database(), ...env },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (data) => (out += String(data)));
  child.stderr.on('data', (data) => (err += String(data)));
  child.stdin.end(input);
  return new Promise((done) => child.on('close', (code) => done({ code, out, err })));
}

function onDesk<T>(work: (desk: Desk) => T): T {
  const desk = openDesk(database());
  try {
    return work(desk);
  } finally {
    closeDesk(desk);
  }
}

const keyIn = (out: string) => /\/join\/([\w-]{43})/.exec(out)![1]!;

describe('stet user', () => {
  test('adds people with a link or a password, lists them, gives roles, resets and removes', async () => {
    const late = await stet(['user', 'add', 'Bo', '--role', 'checker']);
    expect(late).toMatchObject({ code: 1, err: 'The first account of a desk has to be an admin’s: add an admin first.\n' }); // prettier-ignore

    const withPassword = ['--email', 'ada@desk.example', '--password-stdin'];
    const ada = await stet(['user', 'add', 'Ada', ...withPassword], {}, 'seven grey herons\n');
    expect(ada).toMatchObject({ code: 0, out: 'Ada (admin) signs in as ada@desk.example.\n' });
    expect(onDesk(isTeam)).toBe(true);

    const bo = await stet(['user', 'add', 'Bo', '--role', 'checker'], { STET_ORIGIN: 'https://stet.example' }); // prettier-ignore
    expect(bo.out).toContain('https://stet.example/join/');
    expect(onDesk((desk) => findInvitation(desk, keyIn(bo.out)))).toMatchObject({ person: { name: 'Bo' } }); // prettier-ignore

    const listed = await stet(['user', 'list', '--json']);
    const lines = listed.out.trim().split('\n').map((line) => JSON.parse(line) as unknown); // prettier-ignore
    expect(lines).toMatchObject([{}, { name: 'Ada', email: 'ada@desk.example' }, { name: 'Bo', role: 'checker', email: null }]); // prettier-ignore

    expect(await stet(['user', 'role', 'Bo', 'editor'])).toMatchObject({ code: 0, out: 'Bo is editor now.\n' }); // prettier-ignore
    expect(await stet(['user', 'reset', 'Bo'])).toMatchObject({ code: 1, err: 'This person has no account yet: invite them.\n' }); // prettier-ignore
    const reset = await stet(['user', 'reset', 'ada@desk.example', '--json']);
    expect(JSON.parse(reset.out)).toMatchObject({ name: 'Ada', link: expect.stringContaining('/join/') as string }); // prettier-ignore
    expect(onDesk((desk) => listSessions(desk, findMember(desk, 'Ada')!.id))).toEqual([]);
    expect(await stet(['user', 'remove', 'Ada'])).toMatchObject({ code: 1, err: 'A desk needs an admin: make somebody else one first.\n' }); // prettier-ignore
    expect(await stet(['user', 'remove', 'Bo'])).toMatchObject({ code: 0 });
    expect(onDesk(listMembers).map(({ name }) => name)).not.toContain('Bo');
  }, 180_000);

  test.each([
    [['user'], /Say add, list, role, reset or remove/],
    [['user', 'add'], /Name one person/],
    [['user', 'list', 'Ada'], /Name one person/],
    [['user', 'role', 'Ada'], /Name the role/],
    [['user', 'role', 'Ada', 'boss'], /There is no role “boss”/],
    [['user', 'add', 'Ada', 'Lovelace'], /too many words/],
  ])('%s is wrong usage', async (args, sentence) => {
    const { code, err } = await stet(args);
    expect([code, err]).toEqual([2, expect.stringMatching(sentence)]);
  });
});

test('STET_TOKEN makes the command line act as its person, within its scopes', async () => {
  writeFileSync(join(folder, 'a.txt'), 'Ferry late again\n\nThe ferry was 40 minutes late.\n');
  expect((await stet(['user', 'add', 'Ada'])).code).toBe(0);
  const token = (scopes: readonly Scope[]) =>
    onDesk((desk) => {
      const { id, role } = findMember(desk, 'Ada')!;
      const wanted = { name: 'Import', scopes: [...scopes], expiresOn: null };
      return makeAccessToken(desk, { id, role }, wanted);
    });
  const importAs = (secret: string) => stet(['import', 'a.txt'], { STET_TOKEN: secret });
  expect(await importAs('stet_invented')).toMatchObject({ code: 1, err: expect.stringMatching(/holds no access token of this desk/) as string }); // prettier-ignore
  expect(await importAs(token(['read']))).toMatchObject({ code: 1, err: expect.stringMatching(/does not have the scope “edit”/) as string }); // prettier-ignore
  expect(await importAs(token(['edit']))).toMatchObject({ code: 0 });
  const who = onDesk((desk) => desk.sqlite.prepare(`SELECT p.name FROM command c JOIN person p ON p.id = c.person_id WHERE c.name = 'importFile'`).pluck().get()); // prettier-ignore
  expect(who).toBe('Ada');
}, 180_000);
