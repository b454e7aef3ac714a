'use client';

import type { CheckDetail } from '@/corpus/verification/check-detail';
import { useDesk } from '../desk/desk-context';
import { Button } from '../ui/button';
import { LocalTime } from '../ui/local-time';
import styles from './check.module.css';
import { SignatureList } from './signature-list';

interface HistorySectionProps {
  readonly check: CheckDetail;
  readonly onRemoved: (() => void) | undefined;
}

/** What happened, in words, and the way to take the mark away. */
export function HistorySection({ check, onRemoved }: HistorySectionProps) {
  const { run, say } = useDesk();
  const { id, version } = check.annotation;
  const remove = async () => {
    const outcome = await run({ name: 'removeAnnotation', input: { id, version } });
    if (!outcome.ok) return;
    say('The mark is removed. Undo brings it back.');
    onRemoved?.();
  };
  return (
    <>
      {check.signatures.length > 0 && (
        <details className={styles.section}>
          <summary>Signatures ({check.signatures.length})</summary>
          <SignatureList signatures={check.signatures} />
        </details>
      )}
      <details className={styles.section} data-part="history">
        <summary>History ({check.history.length})</summary>
        <ol className={styles.messages}>
          {check.history.map(({ seq, at, person, sentence }) => (
            <li key={seq} dir="auto">
              {person} {sentence}.{' '}
              <span className={styles.soft}>
                <LocalTime at={at} />
              </span>
            </li>
          ))}
        </ol>
      </details>
      <div className={styles.section}>
        <Button look="quiet" onClick={() => void remove()}>
          Remove the mark
        </Button>
      </div>
    </>
  );
}
