'use client';

import { useState } from 'react';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import styles from './account.module.css';
import { ask } from './ask';
import { Problem } from './problem';
import { useAsking } from './use-asking';

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
  const { busy, problem, run, onSubmit } = useAsking();
  const submit = async () => {
    const asking = ask<{ twoFactorRedirect?: boolean }>('/api/auth/sign-in/email', { email, password }); // prettier-ignore
    const answer = await run(() => asking);
    if (answer?.twoFactorRedirect === true) onNeedsCode();
    else if (answer !== null) onSignedIn();
  };
  return (
    <form className={styles.form} onSubmit={onSubmit(submit)}>
      <Problem sentence={problem} />
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
      <Button type="submit" look="primary" disabled={busy}>
        Sign in
      </Button>
    </form>
  );
}

function CodeForm({ onSignedIn }: SignInFormProps) {
  const [code, setCode] = useState('');
  const { busy, problem, run, onSubmit } = useAsking();
  const submit = async () => {
    const typed = code.replaceAll(' ', '');
    const kind = /^\d{6}$/.test(typed) ? 'totp' : 'backup-code';
    const answer = await run(() => ask(`/api/auth/two-factor/verify-${kind}`, { code: typed }));
    if (answer !== null) onSignedIn();
  };
  return (
    <form className={styles.form} onSubmit={onSubmit(submit)}>
      <Problem sentence={problem} />
      <TextField
        label="Code"
        hint="The six figures that your authenticator shows, or one of your recovery codes."
        autoComplete="one-time-code"
        required
        autoFocus
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <Button type="submit" look="primary" disabled={busy}>
        Sign in
      </Button>
    </form>
  );
}
