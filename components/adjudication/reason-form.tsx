'use client';

import { useState } from 'react';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import styles from './adjudication.module.css';

/** The outcomes that need words. */
export type AskedReason = 'rejected' | 'guide_unclear';

interface ReasonFormProps {
  readonly asked: AskedReason;
  readonly onSettle: (words: string) => void;
  readonly onCancel: () => void;
}

/** Asks why nothing stands; Escape lets it be. */
export function ReasonForm({ asked, onSettle, onCancel }: ReasonFormProps) {
  const [words, setWords] = useState('');
  return (
    <form
      className={styles.draft}
      onSubmit={(event) => {
        event.preventDefault();
        onSettle(words);
      }}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <TextField
        label={asked === 'rejected' ? 'Why does none of them stand?' : 'What does the guide leave open?'} // prettier-ignore
        value={words}
        required
        maxLength={2000}
        dir="auto"
        autoFocus
        onChange={(event) => setWords(event.target.value)}
      />
      <p className={styles.row}>
        <Button type="submit" look="primary">
          {asked === 'rejected' ? 'Reject all' : 'Put on the list'}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </p>
    </form>
  );
}
