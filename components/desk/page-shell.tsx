import type { ReactNode } from 'react';
import styles from './page-shell.module.css';

interface PageShellProps {
  readonly title: ReactNode;
  /** Ways to pages beside this one. */
  readonly links?: ReactNode;
  /** What the page is for, in a sentence or two. */
  readonly lead?: ReactNode;
  /** Whether the page is read and filled in from top to bottom, or is a board of tables and columns. */
  readonly look?: 'sections' | 'board';
  readonly children: ReactNode;
}

/** A page under its head: title, ways to the pages beside it, and what it is for. */
export function PageShell({ title, links, lead, look = 'sections', children }: PageShellProps) {
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.title}>{title}</h1>
        {links}
        {lead !== undefined && <p className={styles.lead}>{lead}</p>}
      </header>
      <div className={styles.body} data-look={look}>
        {children}
      </div>
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function Section({ title, children }: SectionProps) {
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
