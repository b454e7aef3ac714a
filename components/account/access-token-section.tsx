'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { SCOPES, type Scope } from '@/corpus/people/model';
import { dayOfMoment, dayWords } from '@/corpus/wording/dates';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import styles from './account.module.css';
import { ask } from './ask';
import { AskingForm } from './asking-form';
import { Problem } from './problem';
import { useAsking, type Run } from './use-asking';

interface AccessTokenSectionProps {
  readonly tokens: readonly {
    readonly id: string;
    readonly name: string;
    readonly scopes: readonly Scope[];
    readonly expiresAt: string | null;
    readonly lastUsedOn: string | null;
  }[];
}

/** The access tokens of a person: what each may do, and the secret of a new one, once. */
export function AccessTokenSection({ tokens }: AccessTokenSectionProps) {
  const router = useRouter();
  const [secret, setSecret] = useState<string | null>(null);
  const { busy, problem, run } = useAsking();
  const revoke = async (id: string) => {
    if ((await run(() => ask('/api/access-tokens', { revoke: id }))) !== null) router.refresh();
  };
  const show = (made: string) => {
    setSecret(made);
    router.refresh();
  };
  return (
    <>
      <Problem sentence={problem} />
      {tokens.length > 0 && (
        <ul className={styles.list} aria-label="Access tokens">
          {tokens.map(({ id, name, scopes, expiresAt, lastUsedOn }) => (
            <li key={id} className={styles.line}>
              <span>
                <bdi>{name}</bdi>{' '}
                <span className={styles.soft}>
                  {scopes.join(', ')};{' '}
                  {lastUsedOn === null ? 'never used' : `used ${dayWords(lastUsedOn)}`}
                  {expiresAt !== null && `; until ${dayOfMoment(expiresAt)}`}
                </span>
              </span>
              <Button
                look="quiet"
                disabled={busy}
                aria-label={`Revoke ${name}`}
                onClick={() => void revoke(id)}
              >
                Revoke
              </Button>
            </li>
          ))}
        </ul>
      )}
      {secret !== null && (
        <div className={styles.once} role="status">
          <p>Copy the secret now; it is not shown again. Scripts send it as a bearer token.</p>
          <code data-testid="secret">{secret}</code>
        </div>
      )}
      <NewTokenForm onMade={show} />
    </>
  );
}

function NewTokenForm({ onMade }: { readonly onMade: (secret: string) => void }) {
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly Scope[]>(['read']);
  const [expiresOn, setExpiresOn] = useState('');
  const submit = async (run: Run) => {
    const make = { name, scopes, expiresOn: expiresOn || null };
    const answer = await run(() => ask<{ secret: string }>('/api/access-tokens', { make }));
    if (answer === null) return;
    setName('');
    onMade(answer.secret);
  };
  const toggle = (scope: Scope) =>
    setScopes((now) => (now.includes(scope) ? now.filter((one) => one !== scope) : [...now, scope])); // prettier-ignore
  return (
    <AskingForm
      work={submit}
      verb="Make a token"
      look="plain"
      isReady={scopes.length > 0 && name.trim() !== ''}
    >
      <TextField
        label="What the token is for"
        required
        maxLength={100}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <fieldset className={styles.scopes}>
        <legend className={styles.soft}>It may</legend>
        {SCOPES.map((scope) => (
          <label key={scope}>
            <input
              type="checkbox"
              checked={scopes.includes(scope)}
              onChange={() => toggle(scope)}
            />
            {scope}
          </label>
        ))}
      </fieldset>
      <TextField
        label="Last day (empty: until revoked)"
        type="date"
        value={expiresOn}
        onChange={(event) => setExpiresOn(event.target.value)}
      />
    </AskingForm>
  );
}
