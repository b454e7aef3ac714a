'use client';

import { CheckIcon, CutOffIcon, WaitIcon } from '../ui/icons';
import { useDesk } from './desk-context';
import styles from './shell.module.css';

const WORDS = { saved: 'Saved', saving: 'Saving…', waiting: 'Not saved, trying again' } as const;
const ICONS = { saved: CheckIcon, saving: WaitIcon, waiting: CutOffIcon } as const;

/** Whether everything this window did is on disk. */
export function SaveIndicator() {
  const { saveState } = useDesk();
  const Icon = ICONS[saveState.state];
  return (
    <span
      className={styles.save}
      data-state={saveState.state}
      role="status"
      data-testid="save-state"
    >
      <Icon size={14} />
      <span>{WORDS[saveState.state]}</span>
    </span>
  );
}
