import type { ReactNode } from 'react';
import styles from './desk.module.css';

interface PartProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
}

/** A page of sections under one title. */
export function SectionPage({ title, children }: PartProps) {
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{title}</h1>
      {children}
    </div>
  );
}

export function Section({ title, children }: PartProps) {
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

export function Soft({ children }: { readonly children: ReactNode }) {
  return <p className={styles.quiet}>{children}</p>;
}
