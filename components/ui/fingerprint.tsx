import styles from './ui.module.css';

/** Enough to tell two texts apart at a glance. */
const SHOWN_DIGITS = 12;

interface FingerprintProps {
  /** What it is of, as in “of the signed text”. */
  readonly of: string;
  readonly sha256: string;
}

/** The SHA-256 of something, said to be that: its first digits, and all of them on demand. */
export function Fingerprint({ of, sha256 }: FingerprintProps) {
  return (
    <details className={styles.fingerprint}>
      <summary>
        Fingerprint of {of} (SHA-256): <code>{sha256.slice(0, SHOWN_DIGITS)}…</code>
      </summary>
      <code>{sha256}</code>
    </details>
  );
}
