import type { Signature } from '@/corpus/verification/check-detail';
import { LocalTime } from '../ui/local-time';
import styles from './check.module.css';

/** Which words, on which revision, were signed by whom, and whether that still stands. */
export function SignatureList({ signatures }: { readonly signatures: readonly Signature[] }) {
  return (
    <ol className={styles.messages}>
      {signatures.map(({ seq, at, person, revision, words, ended }) => (
        <li key={seq} dir="auto">
          {person} signed “{words}”{revision !== null && ` on revision ${revision}`}.{' '}
          <span className={styles.soft}>
            <LocalTime at={at} />
            {ended === null ? '; it stands.' : '; it no longer stands: '}
            {ended !== null && (
              <>
                {ended.reason ?? 'it was taken back.'} (<LocalTime at={ended.at} />)
              </>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
