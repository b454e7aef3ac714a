'use client';

import { useState } from 'react';
import { TextField } from '../ui/field';
import styles from './account.module.css';
import { ask } from './ask';
import { AskingForm } from './asking-form';
import { NewPasswordField } from './new-password-field';
import type { Run } from './use-asking';

/** A new password; it ends all other sessions. */
export function PasswordSection() {
  const [now, setNow] = useState('');
  const [wanted, setWanted] = useState('');
  const [done, setDone] = useState(false);
  const submit = async (run: Run) => {
    const change = { currentPassword: now, newPassword: wanted, revokeOtherSessions: true };
    const answer = await run(() => ask('/api/auth/change-password', change));
    setDone(answer !== null);
    if (answer === null) return;
    setNow('');
    setWanted('');
  };
  return (
    <>
      <AskingForm work={submit} verb="Change the password" look="plain">
        <CurrentPasswordField value={now} onChange={setNow} />
        <NewPasswordField value={wanted} onChange={setWanted} />
      </AskingForm>
      <p role="status" className={styles.soft}>
        {done && 'The password is changed, and other browsers are signed out.'}
      </p>
    </>
  );
}

interface CurrentPasswordFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function CurrentPasswordField({ value, onChange }: CurrentPasswordFieldProps) {
  return (
    <TextField
      label="Your password now"
      type="password"
      autoComplete="current-password"
      required
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
