'use client';

import { useState, type SyntheticEvent } from 'react';
import type { Citation } from '@/corpus/verification/check-detail';
import { useDesk } from '../desk/desk-context';
import { Button } from '../ui/button';
import styles from './evidence.module.css';
import { UseFields, type Use } from './use-fields';

interface EditCitationProps {
  readonly citation: Citation;
  readonly onDone: () => void;
}

/** Changes how this check uses an item; the item itself stays as it is for the others. */
export function EditCitation({ citation, onDone }: EditCitationProps) {
  const { run } = useDesk();
  // As it stood when the form was opened: what is saved elsewhere meanwhile is not written over.
  const [{ id, version, locator, excerpt, stance, primary }] = useState(citation);
  const [use, setUse] = useState<Use>({
    locator: locator ?? '',
    excerpt: excerpt ?? '',
    stance,
    primary,
  });
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    // The field asks for it before the form is sent.
    if (use.stance === null) return;
    const said = { ...use, stance: use.stance };
    const outcome = await run({ name: 'editCitation', input: { id, version, ...said } });
    if (outcome.ok) onDone();
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <UseFields use={use} onChange={setUse} />
      <div className={styles.tags}>
        <Button type="submit" look="primary">
          Save
        </Button>
        <Button onClick={onDone}>Cancel</Button>
      </div>
    </form>
  );
}
