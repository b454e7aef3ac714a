'use client';

import type { CheckDetail } from '@/corpus/verification/check-detail';
import { DISPOSITION_LABELS } from '@/corpus/vocabulary';
import { useDesk } from '../desk/desk-context';
import { SelectField, TextArea } from '../ui/field';
import styles from './check.module.css';
import { SavedMeanwhile } from './saved-meanwhile';
import { useDraft } from './use-draft';

/** What happens to the words; a fix comes with the words that replace them. */
export function DispositionSection({ check }: { check: CheckDetail }) {
  const { run } = useDesk();
  const { id: checkId, version, disposition, words } = check;
  const replacement = useDraft(check.replacement ?? '', version, (value, seen) => {
    const input = { checkId, version: seen, disposition, replacement: value };
    return run({ name: 'setDisposition', input });
  });
  return (
    <section className={styles.section} data-part="disposition" aria-label="Disposition">
      <SelectField
        label="Disposition"
        none="Not decided"
        value={disposition ?? ''}
        options={DISPOSITION_LABELS}
        onChoose={(next) => {
          const start = next === 'fix' ? { replacement: check.replacement ?? words } : {};
          void run({
            name: 'setDisposition',
            input: { checkId, version, disposition: next, ...start },
          });
        }}
      />
      {disposition === 'fix' && (
        <>
          <TextArea
            label="Replace with"
            dir="auto"
            value={replacement.value}
            onFocus={replacement.onFocus}
            onBlur={replacement.onBlur}
            onChange={(event) => replacement.onChange(event.target.value)}
          />
          <SavedMeanwhile draft={replacement} />
          {replacement.value !== words && replacement.value.trim() !== '' && (
            <p className={styles.fix} dir="auto">
              <del>{words}</del> <ins>{replacement.value}</ins>
            </p>
          )}
        </>
      )}
    </section>
  );
}
