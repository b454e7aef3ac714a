import type { ReactNode } from 'react';
import { figure } from '@/corpus/wording/numbers';
import styles from './ui.module.css';

export type Tone = 'plain' | 'good' | 'bad' | 'wait' | 'calm';

interface TagProps {
  readonly tone?: Tone;
  readonly children: ReactNode;
  /** Colours the tag like the marks of one kind; the word in it still says which. */
  readonly kind?: string;
}

/** A short label whose colour only repeats what its words say. */
export function Tag({ tone = 'plain', kind, children }: TagProps) {
  return (
    <span className={styles.tag} data-tone={tone} data-kind={kind}>
      {children}
    </span>
  );
}

export function Kbd({ children }: { readonly children: ReactNode }) {
  return <kbd className={styles.kbd}>{children}</kbd>;
}

export function EmptyState({ children }: { readonly children: ReactNode }) {
  return <div className={styles.empty}>{children}</div>;
}

interface ProgressBarProps {
  readonly settled: number;
  readonly inWork: number;
  readonly untouched: number;
}

/** Settled, at work and untouched as parts of one bar, with the figures as its name. */
export function ProgressBar({ settled, inWork, untouched }: ProgressBarProps) {
  const total = settled + inWork + untouched;
  const share = (count: number) => `${total === 0 ? 0 : (100 * count) / total}%`;
  const name =
    total === 0
      ? 'Nothing marked yet'
      : `${figure(settled)} of ${figure(total)} settled, ${figure(inWork)} at work, ${figure(untouched)} untouched`;
  return (
    <div className={styles.bar} role="img" aria-label={name} title={name}>
      <span className={styles.settled} style={{ width: share(settled) }} />
      <span className={styles.inWork} style={{ width: share(inWork) }} />
    </div>
  );
}
