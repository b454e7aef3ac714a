import type { ReactNode } from 'react';
import styles from './ui.module.css';

interface WideProps {
  /** What it holds, for a screen reader. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A place for what may be wider than the window: it scrolls by itself, by key too, and shows that it does. */
export function Wide({ label, children }: WideProps) {
  return (
    <div className={styles.wide} role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
