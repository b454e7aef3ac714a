'use client';

import { useState, type SyntheticEvent } from 'react';
import type { CheckDetail, Override } from '@/corpus/verification/check-detail';
import { newId } from '../desk/command-client';
import { useDesk } from '../desk/desk-context';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { LocalTime } from '../ui/local-time';
import styles from './check.module.css';

/** An admin's way to sign against the rules of who may sign. */
export function OverrideForm({ check }: { readonly check: CheckDetail }) {
  const { run } = useDesk();
  const [reason, setReason] = useState('');
  const sign = (event: SyntheticEvent) => {
    event.preventDefault();
    const { id: checkId, version } = check;
    const input = { id: newId(), checkId, version, reason: reason.trim() };
    void run({ name: 'overrideSignOff', input });
  };
  return (
    <details>
      <summary>Sign against the rules</summary>
      <form className={styles.stack} onSubmit={sign}>
        <TextField
          label="Reason for signing alone"
          hint="It is listed on the article. Missing work cannot be signed over."
          dir="auto"
          required
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <div>
          <Button type="submit" disabled={reason.trim() === ''}>
            Sign with this reason
          </Button>
        </div>
      </form>
    </details>
  );
}

/** Who signed against the rules, against which, and why. */
export function OverrideLine({ override }: { readonly override: Override }) {
  const { person, at, reason, lifted } = override;
  return (
    <>
      <strong>{person.name}</strong> signed against the rules (<LocalTime at={at} />
      ): {reason} <span className={styles.soft}>{lifted.join(' ')}</span>
    </>
  );
}
