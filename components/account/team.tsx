'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ROLES, type Role } from '@/corpus/people/model';
import type { CommandStep } from '@/corpus/commands/requests';
import { dayOfMoment } from '@/corpus/wording/dates';
import { newId } from '../desk/command-client';
import { useDesk } from '../desk/desk-context';
import { Button } from '../ui/button';
import { SelectField, TextField } from '../ui/field';
import { Tag } from '../ui/tag';
import styles from './account.module.css';
import { ask } from './ask';
import { Problem } from './problem';
import { useAsking } from './use-asking';

export interface TeamMember {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly email: string | null;
  readonly twoFactor: boolean;
  readonly invitedUntil: string | null;
}

const ROLE_NAMES = Object.fromEntries(ROLES.map((role) => [role, role])) as Record<Role, string>;

/** A link that was just made, and whom it is for. */
interface Link {
  readonly name: string;
  readonly address: string;
}

/** Everybody on a team desk with role and account, for an admin to keep. */
export function Team({ members }: { readonly members: readonly TeamMember[] }) {
  const router = useRouter();
  const desk = useDesk();
  const [link, setLink] = useState<Link | null>(null);
  const { busy, problem, run } = useAsking();
  const command = async (step: CommandStep) => {
    const { ok } = await desk.run(step);
    if (ok) router.refresh();
    return ok;
  };
  const account = async ({ id, name }: TeamMember, act: 'invite' | 'reset' | 'endSessions') => {
    const answer = await run(() => ask<{ path?: string }>('/api/accounts', { personId: id, act }));
    if (answer === null) return;
    if (answer.path !== undefined) setLink({ name, address: `${location.origin}${answer.path}` });
    else desk.say(`${name} is signed out everywhere.`);
    router.refresh();
  };
  return (
    <>
      <Problem sentence={problem} />
      {link !== null && <OneLink {...link} />}
      <ul className={styles.list} aria-label="People">
        {members.map((member) => (
          <li key={member.id} className={styles.line}>
            <MemberLine
              member={member}
              busy={busy}
              onCommand={command}
              onAccount={(act) => account(member, act)}
            />
          </li>
        ))}
      </ul>
      <NewMemberForm onAdd={command} />
    </>
  );
}

function OneLink({ name, address }: Link) {
  return (
    <div className={styles.once} role="status">
      <p>
        Send this link to <bdi>{name}</bdi>. It works once, within seven days, and is not shown
        again.
      </p>
      <code data-testid="link">{address}</code>
    </div>
  );
}

interface MemberLineProps {
  readonly member: TeamMember;
  readonly busy: boolean;
  readonly onCommand: (step: CommandStep) => Promise<boolean>;
  readonly onAccount: (act: 'invite' | 'reset' | 'endSessions') => Promise<void>;
}

function MemberLine({ member, busy, onCommand, onAccount }: MemberLineProps) {
  const { id, name, role, email } = member;
  const { me } = useDesk();
  const [leaving, setLeaving] = useState(false);
  if (leaving) return <Leaving member={member} onCommand={onCommand} onStay={() => setLeaving(false)} />; // prettier-ignore
  const button = (words: string, act: () => unknown) => (
    <Button
      look="quiet"
      disabled={busy}
      aria-label={`${words}: ${name}`}
      onClick={() => void act()}
    >
      {words}
    </Button>
  );
  return (
    <>
      <span>
        <bdi>{name}</bdi> {id === me.id && <Tag tone="good">You</Tag>}{' '}
        <span className={styles.soft}>{accountWords(member)}</span>
      </span>
      <SelectField
        label="Role"
        aria-label={`Role of ${name}`}
        value={role}
        options={ROLE_NAMES}
        onChoose={(chosen) => {
          if (chosen !== null) void onCommand({ name: 'setRole', input: { id, role: chosen } });
        }}
      />
      {email === null && button('Invite by link', () => onAccount('invite'))}
      {email !== null && id !== me.id && button('Reset', () => onAccount('reset'))}
      {email !== null && id !== me.id && button('Sign out', () => onAccount('endSessions'))}
      {id !== me.id && button('Remove', () => setLeaving(true))}
    </>
  );
}

function accountWords({ email, twoFactor, invitedUntil }: TeamMember): string {
  if (email !== null) return twoFactor ? `${email}, with an authenticator` : email;
  if (invitedUntil === null) return 'no account';
  const day = dayOfMoment(invitedUntil);
  return new Date(invitedUntil) > new Date() ? `invited until ${day}` : `link expired on ${day}`;
}

type LeavingProps = Pick<MemberLineProps, 'member' | 'onCommand'> & { readonly onStay: () => void };

function Leaving({ member: { id, name }, onCommand, onStay }: LeavingProps) {
  return (
    <>
      <span>
        Remove <bdi>{name}</bdi>? Their account ends and their open checks are free again; the
        history keeps the name.
      </span>
      <Button
        look="primary"
        autoFocus
        onClick={() => void onCommand({ name: 'removePerson', input: { id } })}
      >
        Remove
      </Button>
      <Button onClick={onStay}>Keep</Button>
    </>
  );
}

function NewMemberForm({ onAdd }: { readonly onAdd: MemberLineProps['onCommand'] }) {
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('checker');
  const { busy, onSubmit } = useAsking();
  const add = async () => {
    const input = { id: newId(), name: name.trim(), role };
    if (await onAdd({ name: 'addPerson', input })) setName('');
  };
  return (
    <form className={styles.line} onSubmit={onSubmit(add)}>
      <TextField
        label="Somebody new"
        dir="auto"
        maxLength={200}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <SelectField
        label="Role"
        value={role}
        options={ROLE_NAMES}
        onChoose={(chosen) => setRole(chosen ?? role)}
      />
      <Button type="submit" disabled={name.trim() === '' || busy}>
        Add
      </Button>
    </form>
  );
}
