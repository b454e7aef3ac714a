import { text } from 'node:stream/consumers';
import { ROLES, type Role } from '@/corpus/people/model';
import type { CommandStep } from '@/corpus/commands/requests';
import type { Desk } from '@/db/client';
import { giveAccount, invitePerson, resetAccount } from '@/db/commands/accounts';
import { runCommand, type Actor } from '@/db/commands/run';
import { newId } from '@/db/ids';
import { findMember, isTeam, listMembers, type Member } from '@/db/queries/people';
import { commandLineActor } from './actor';
import { readArguments } from './arguments';
import { withDesk } from './desk';
import { CommandProblem, UsageProblem } from './problems';

const OPTIONS = {
  role: { type: 'string' },
  email: { type: 'string' },
  'password-stdin': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

/** What one `stet user …` was asked. `name` is a name, an e-mail or an id. */
interface Asked {
  readonly desk: Desk;
  readonly actor: Actor;
  readonly name: string;
  readonly role: Role | null;
  readonly email: string | null;
  readonly password: string | null;
  readonly json: boolean;
}

/** Does its work and tells it. */
type Verb = (asked: Asked) => Promise<void> | void;

const VERBS: Readonly<Record<string, Verb>> = { add, list, role: giveRole, reset, remove };

/** `stet user add|list|role|reset|remove`: the people of the desk and their accounts. */
export function runUser(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS);
  const [word = '', name = '', ...more] = positionals;
  const verb = Object.hasOwn(VERBS, word) ? VERBS[word] : undefined;
  if (verb === undefined) throw new UsageProblem('Say add, list, role, reset or remove.');
  const roleWord = verb === giveRole ? more.shift() : values.role;
  if (more.length > 0) throw new UsageProblem('There are too many words: put a name in quotation marks.'); // prettier-ignore
  if ((name === '') !== (verb === list)) throw new UsageProblem('Name one person.');
  if (verb === giveRole && roleWord === undefined) throw new UsageProblem('Name the role.');
  const role = readRole(roleWord);
  return withDesk({ create: verb === add }, async (desk) => {
    const actor = commandLineActor(desk, verb === list ? 'readDesk' : 'keepAccounts');
    const password = values['password-stdin'] ? await readPassword() : null;
    const { email = null, json } = values;
    await verb({ desk, actor, name, role, email, password, json });
    return 0;
  });
}

function readRole(word: string | undefined): Role | null {
  const role = ROLES.find((known) => known === word);
  if (role === undefined && word !== undefined) {
    throw new UsageProblem(`There is no role “${word}”: say ${ROLES.join(', ')}.`);
  }
  return role ?? null;
}

async function readPassword(): Promise<string> {
  return (await text(process.stdin)).split(/\r?\n/)[0]!;
}

/** Adds a person, or takes one without an account, and makes the account or a link to it. */
async function add({ desk, actor, name, role, email, password, json }: Asked): Promise<void> {
  if ((email === null) !== (password === null)) {
    throw new UsageProblem('Give --email and --password-stdin together, or neither for a link.');
  }
  const known = findMember(desk, name);
  if (known !== null && known.email !== null)
    throw new CommandProblem(`${known.name} has an account already.`);
  const will = role ?? known?.role ?? (isTeam(desk) ? 'reader' : 'admin');
  if (!isTeam(desk) && will !== 'admin') {
    throw new CommandProblem(
      'The first account of a desk has to be an admin’s: add an admin first.',
    );
  }
  const id = known?.id ?? newId();
  if (known === null) run(desk, actor, { name: 'addPerson', input: { id, name, role: will } });
  else if (will !== known.role) run(desk, actor, { name: 'setRole', input: { id, role: will } });
  if (email !== null && password !== null) {
    await giveAccount(desk, actor, id, { email, password });
    tell(json, { person: id, name, role: will, email }, `${name} (${will}) signs in as ${email}.`);
  } else tellLink(json, { person: id, name, role: will }, invitePerson(desk, actor, id));
}

function list({ desk, json }: Asked): void {
  for (const { id, name, role, email, twoFactor } of listMembers(desk)) {
    const words = `${name}  ${role}  ${email ?? 'no account'}${twoFactor ? '  authenticator' : ''}`;
    tell(json, { person: id, name, role, email, twoFactor }, words);
  }
}

function giveRole({ desk, actor, name, role, json }: Asked): void {
  const { id, name: found } = requireMember(desk, name);
  run(desk, actor, { name: 'setRole', input: { id, role: role! } });
  tell(json, { person: id, name: found, role }, `${found} is ${role} now.`);
}

function reset({ desk, actor, name, json }: Asked): void {
  const { id, name: found, role } = requireMember(desk, name);
  tellLink(json, { person: id, name: found, role }, resetAccount(desk, actor, id));
}

function remove({ desk, actor, name, json }: Asked): void {
  const { id, name: found } = requireMember(desk, name);
  const { written } = run(desk, actor, { name: 'removePerson', input: { id } });
  const freed = written.filter(({ entity }) => entity === 'check').length;
  tell(json, { person: id, name: found, freed }, `${found} is no longer on the desk; ${freed} open checks are free again.`); // prettier-ignore
}

function run(desk: Desk, actor: Actor, step: CommandStep) {
  return runCommand(desk, actor, { id: newId(), steps: [step] });
}

function requireMember(desk: Desk, name: string): Member {
  const found = findMember(desk, name);
  if (found !== null) return found;
  throw new CommandProblem(`There is nobody called “${name}” on the desk.`);
}

function tell(json: boolean, line: Readonly<Record<string, unknown>>, words: string): void {
  console.log(json ? JSON.stringify(line) : words);
}

function tellLink(json: boolean, line: Readonly<Record<string, unknown>>, key: string): void {
  const origin = process.env['STET_ORIGIN']?.trim() || `http://127.0.0.1:${process.env['PORT'] || 3000}`; // prettier-ignore
  const link = `${origin.replace(/\/$/, '')}/join/${key}`;
  const { name, role } = line;
  tell(json, { ...line, link }, `${String(name)} (${String(role)}) sets a password here, once, within seven days:\n${link}`); // prettier-ignore
}
