'use client';

import { useState } from 'react';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { ask } from './ask';
import { AskingForm } from './asking-form';
import { NewPasswordField } from './new-password-field';
import type { Run } from './use-asking';

/** Makes the first account, for whoever works in this browser: the desk is a team desk from then on. */
export function SetUpForm({ name }: { readonly name: string }) {
  const [open, setOpen] = useState(false);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  if (!open) {
    return (
      <div>
        <Button onClick={() => setOpen(true)}>Make this a team desk</Button>
      </div>
    );
  }
  const submit = async (run: Run) => {
    if ((await run(() => ask('/api/team', { email, password }))) === null) return;
    await ask('/api/auth/sign-in/email', { email, password });
    location.assign('/desk');
  };
  return (
    <AskingForm work={submit} verb="Make the account">
      <p>
        The first account is <bdi>{name}</bdi>’s, as an admin. If that is not you, first say who you
        are above.
      </p>
      <TextField
        label="Your e-mail"
        type="email"
        autoComplete="username"
        required
        autoFocus
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <NewPasswordField value={password} onChange={setPassword} />
    </AskingForm>
  );
}
