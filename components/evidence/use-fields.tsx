import type { Stance } from '@/corpus/verification/model';
import { STANCE_LABELS } from '@/corpus/vocabulary';
import { SelectField, TextArea, TextField } from '../ui/field';
import styles from './evidence.module.css';

/** How one check uses an item. */
export interface Use {
  readonly locator: string;
  readonly excerpt: string;
  /** Null until somebody says it. */
  readonly stance: Stance | null;
  readonly primary: boolean;
}

interface UseFieldsProps {
  readonly use: Use;
  readonly onChange: (use: Use) => void;
}

export function UseFields({ use, onChange }: UseFieldsProps) {
  return (
    <>
      <div className={styles.pair}>
        <SelectField
          label="Stance"
          required
          none="Choose"
          value={use.stance ?? ''}
          options={STANCE_LABELS}
          onChoose={(stance) => onChange({ ...use, stance })}
        />
        <TextField
          label="Where in it"
          hint="p. 12, 00:14:30, “words of it”, or as you like"
          value={use.locator}
          onChange={(event) => onChange({ ...use, locator: event.target.value })}
        />
      </div>
      <TextArea
        label="Excerpt"
        dir="auto"
        value={use.excerpt}
        onChange={(event) => onChange({ ...use, excerpt: event.target.value })}
      />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={use.primary}
          onChange={(event) => onChange({ ...use, primary: event.target.checked })}
        />{' '}
        Primary source for this
      </label>
    </>
  );
}
