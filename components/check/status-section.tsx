'use client';

import { useState, type SyntheticEvent } from 'react';
import type { CheckDetail } from '@/corpus/verification/check-detail';
import type { Status } from '@/corpus/verification/model';
import { STEP_LABELS } from '@/corpus/vocabulary';
import { dayOfMoment } from '@/corpus/wording/dates';
import { useDesk } from '../desk/desk-context';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import styles from './check.module.css';
import { OverrideForm, OverrideLine } from './override-form';
import { stepsOf } from './steps-of';

/** Where the work is, and the steps that can be taken from here. */
export function StatusSection({ check }: { check: CheckDetail }) {
  const { run } = useDesk();
  const [asking, setAsking] = useState<Status | null>(null);
  const [reason, setReason] = useState('');
  const { id: checkId, version, status, signOffBlockers } = check;
  const step = (next: Status, why?: string) => {
    setAsking(null);
    setReason('');
    const given = why === undefined ? {} : { reason: why };
    void run({ name: 'setStatus', input: { checkId, version, status: next, ...given } });
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (asking !== null && reason.trim() !== '') step(asking, reason.trim());
  };
  const signable = status === 'checked' || status === 'disputed';
  return (
    <section className={styles.section} data-part="status" aria-label="Status">
      {check.reason !== null && <p dir="auto">Reason given: {check.reason}</p>}
      <div className={styles.row}>
        {stepsOf(check).map(({ to, needsReason }) => (
          <Button
            key={to}
            data-step={to}
            look={
              to === 'signed_off' || to === 'checking' || to === 'checked' ? 'primary' : 'plain'
            }
            disabled={to === 'signed_off' && signOffBlockers.length > 0}
            aria-expanded={needsReason ? asking === to : undefined}
            onClick={() => (needsReason ? setAsking(to) : step(to))}
          >
            {STEP_LABELS[to]}
          </Button>
        ))}
      </div>
      {asking !== null && (
        <form className={styles.stack} onSubmit={submit}>
          <TextField
            label={`Reason (${STEP_LABELS[asking].toLowerCase()})`}
            value={reason}
            autoFocus
            required
            onChange={(event) => setReason(event.target.value)}
          />
          <div className={styles.row}>
            <Button type="submit" look="primary">
              {STEP_LABELS[asking]}
            </Button>
            <Button onClick={() => setAsking(null)}>Not now</Button>
          </div>
        </form>
      )}
      {signable && signOffBlockers.length > 0 && (
        <div className={styles.blockers}>
          <h3>Before it can be signed</h3>
          <ul>
            {signOffBlockers.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          {check.may.override && isShared(check) && <OverrideForm check={check} />}
        </div>
      )}
      {check.overrides.map((override) => (
        <p key={override.id} dir="auto">
          <OverrideLine override={override} />
        </p>
      ))}
      <SignedLine check={check} />
    </section>
  );
}

/** Whether rules of who may sign can stand against signing. */
function isShared({ mode, status }: CheckDetail): boolean {
  return mode !== 'single' || status === 'disputed';
}

function SignedLine({ check }: { check: CheckDetail }) {
  const { checkedBy, signedBy, signedAt } = check;
  if (signedBy !== null) {
    const own = signedBy.id === checkedBy?.id ? ', who also checked it' : '';
    const day = signedAt === null ? '' : ` on ${dayOfMoment(signedAt)}`;
    return (
      <p className={styles.soft}>
        Signed by {signedBy.name}
        {own}
        {day}.
      </p>
    );
  }
  return (
    <p className={styles.soft}>
      {checkedBy === null ? 'Not judged yet.' : `Last judged by ${checkedBy.name}.`}
    </p>
  );
}
