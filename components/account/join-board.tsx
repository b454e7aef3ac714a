'use client';

import { useState } from 'react';
import { TextField } from '../ui/field';
import styles from './account.module.css';
import { ask } from './ask';
import { AskingForm } from './asking-form';
import { NewPasswordField } from './new-password-field';
import type { Run } from './use-asking';

interface JoinBoardProps {
  readonly linkKey: string;
  readonly name: string;
  /** The account's e-mail where the link is for a new password; null where it makes the account. */
  readonly email: string | null;
}

/** What a link leads to: the person's own account, or a new password for it. */
export function JoinBoard({ linkKey, name, email }: JoinBoardProps) {
  const [typed, setTyped] = useState(email ?? '');
  const [password, setPassword] = useState('');
  const submit = async (run: Run) => {
    const taken = await run(() => ask<{ email: string }>('/api/join', { key: linkKey, email: typed, password })); // prettier-ignore
    if (taken === null) return;
    const signedIn = await ask('/api/auth/sign-in/email', { email: taken.email, password });
    location.assign(signedIn.ok ? '/' : '/sign-in');
  };
  return (
    <div className={styles.door}>
      <h1>
        {email === null ? 'An account for ' : 'A new password for '}
        <bdi>{name}</bdi>
      </h1>
      <AskingForm work={submit} verb={email === null ? 'Make the account' : 'Set the password'}>
        <TextField
          label="E-mail"
          type="email"
          autoComplete="username"
          required
          readOnly={email !== null}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <NewPasswordField value={password} onChange={setPassword} />
      </AskingForm>
    </div>
  );
}
