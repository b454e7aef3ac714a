'use client';

import { useRouter } from 'next/navigation';
import { useState, type ReactNode } from 'react';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import styles from './account.module.css';
import { ask } from './ask';
import { AskingForm } from './asking-form';
import { CurrentPasswordField } from './password-section';
import { QrCode } from './qr-code';
import type { Run } from './use-asking';

/** An authenticator's code beside the password: on, off, and the recovery codes. */
export function TwoFactorSection({ on }: { readonly on: boolean }) {
  return on ? <SwitchedOn /> : <SwitchedOff />;
}

interface Enrolment {
  readonly totpURI: string;
  readonly backupCodes: readonly string[];
}

function SwitchedOff() {
  const router = useRouter();
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  if (enrolment !== null) return <Enrol {...enrolment} onDone={() => router.refresh()} />;
  return (
    <PasswordAsked
      path="/api/auth/two-factor/enable"
      onAnswer={(answer) => setEnrolment(answer as Enrolment)}
    >
      Set up an authenticator
    </PasswordAsked>
  );
}

function Enrol({ totpURI, backupCodes, onDone }: Enrolment & { readonly onDone: () => void }) {
  const [code, setCode] = useState('');
  const submit = async (run: Run) => {
    const typed = code.replaceAll(' ', '');
    if ((await run(() => ask('/api/auth/two-factor/verify-totp', { code: typed }))) !== null) {
      onDone();
    }
  };
  return (
    <div className={styles.once}>
      <p>Read this with your authenticator, or type its secret there.</p>
      <QrCode text={totpURI} name="The secret for your authenticator" />
      <code>{new URL(totpURI).searchParams.get('secret')}</code>
      <RecoveryCodes codes={backupCodes} />
      <AskingForm work={submit} verb="Switch it on">
        <TextField
          label="Code that it shows"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </AskingForm>
    </div>
  );
}

function SwitchedOn() {
  const router = useRouter();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  return (
    <>
      <p>Signing in asks for your authenticator’s code.</p>
      {codes !== null && (
        <div className={styles.once}>
          <RecoveryCodes codes={codes} />
        </div>
      )}
      <PasswordAsked
        path="/api/auth/two-factor/generate-backup-codes"
        onAnswer={({ backupCodes = [] }) => setCodes(backupCodes)}
      >
        Make new recovery codes
      </PasswordAsked>
      <PasswordAsked path="/api/auth/two-factor/disable" onAnswer={() => router.refresh()}>
        Switch it off
      </PasswordAsked>
    </>
  );
}

function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  return (
    <>
      <p>
        Recovery codes, for when the authenticator is lost. Each works once; keep them elsewhere,
        they are not shown again.
      </p>
      <ul className={styles.codes} aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </>
  );
}

interface PasswordAskedProps {
  readonly path: string;
  readonly onAnswer: (answer: Partial<Enrolment>) => void;
  readonly children: ReactNode;
}

/** A button that first asks for the password, so that an unwatched screen is not enough. */
function PasswordAsked({ path, onAnswer, children }: PasswordAskedProps) {
  const [open, setOpen] = useState(false);
  const [password, setPassword] = useState('');
  if (!open) {
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{children}</Button>
      </div>
    );
  }
  const submit = async (run: Run) => {
    const answer = await run(() => ask<Partial<Enrolment>>(path, { password }));
    if (answer === null) return;
    setOpen(false);
    setPassword('');
    onAnswer(answer);
  };
  return (
    <AskingForm work={submit} verb={children}>
      <CurrentPasswordField value={password} onChange={setPassword} />
    </AskingForm>
  );
}
