'use client';

import { useState, type SyntheticEvent } from 'react';
import type { Status } from '@/corpus/verification/model';
import type { QueueItem } from '@/corpus/verification/queue';
import { STEP_LABELS } from '@/corpus/vocabulary';
import { figure } from '@/corpus/wording/numbers';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/field';
import { commonSteps } from './queue-actions';
import styles from './queue.module.css';

interface StatusMenuProps {
  readonly items: readonly QueueItem[];
  readonly onClose: () => void;
  readonly onStep: (status: Status, reason: string | null) => void;
}

/** The steps that the chosen items all allow. */
export function StatusMenu({ items, onClose, onStep }: StatusMenuProps) {
  const [asking, setAsking] = useState<Status | null>(null);
  const [reason, setReason] = useState('');
  const steps = commonSteps(items);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (asking !== null && reason.trim() !== '') onStep(asking, reason.trim());
  };
  const title =
    items.length === 1 ? 'Set the status' : `Set the status of ${figure(items.length)} items`;
  return (
    <Dialog open title={title} onClose={onClose}>
      {steps.length === 0 && <p>These items allow no step in common.</p>}
      <div className={styles.menu}>
        {steps.map(({ to, needsReason }) => (
          <Button
            key={to}
            aria-expanded={needsReason ? asking === to : undefined}
            onClick={() => (needsReason ? setAsking(to) : onStep(to, null))}
          >
            {STEP_LABELS[to]}
          </Button>
        ))}
      </div>
      {asking !== null && (
        <form className={styles.menuForm} onSubmit={submit}>
          <TextField
            label="Reason"
            required
            autoFocus
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button type="submit" look="primary">
            {STEP_LABELS[asking]}
          </Button>
        </form>
      )}
    </Dialog>
  );
}
