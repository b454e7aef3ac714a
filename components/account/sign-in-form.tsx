'use client';

import { useState } from 'react';
import { TextField } from '../ui/field';
import { ask } from './ask';
import { AskingForm } from './asking-form';
import type { Run } from './use-asking';

interface SignInFormProps {
  readonly onSignedIn: () => void;
}

/** E-mail and password, then the code of an authenticator where the account has one. */
export function SignInForm({ onSignedIn }: SignInFormProps) {
  const [needsCode, setNeedsCode] = useState(false);
  if (needsCode) return <CodeForm onSignedIn={onSignedIn} />;
  return <PasswordForm onSignedIn={onSignedIn} onNeedsCode={() => setNeedsCode(true)} />;
}

function PasswordForm({
  onSignedIn,
  onNeedsCode,
}: SignInFormProps & { readonly onNeedsCode: () => void }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const submit = async (run: Run) => {
    const asking = ask<{ twoFactorRedirect?: boolean }>('/api/auth/sign-in/email', { email, password }); // prettier-ignore
    const answer = await run(() => asking);
    if (answer?.twoFactorRedirect === true) onNeedsCode();
    else if (answer !== null) onSignedIn();
  };
  return (
    <AskingForm work={submit} verb="Sign in">
      <TextField
        label="E-mail"
        type="email"
        autoComplete="username"
        required
        autoFocus
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <TextField
        label="Password"
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
    </AskingForm>
  );
}

function CodeForm({ onSignedIn }: SignInFormProps) {
  const [code, setCode] = useState('');
  const submit = async (run: Run) => {
    const typed = code.replaceAll(' ', '');
    const kind = /^\d{6}$/.test(typed) ? 'totp' : 'backup-code';
    const answer = await run(() => ask(`/api/auth/two-factor/verify-${kind}`, { code: typed }));
    if (answer !== null) onSignedIn();
  };
  return (
    <AskingForm work={submit} verb="Sign in">
      <TextField
        label="Code"
        hint="The six figures that your authenticator shows, or one of your recovery codes."
        autoComplete="one-time-code"
        required
        autoFocus
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
    </AskingForm>
  );
}
