import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { People } from '@/components/desk/people';
import { currentDesk } from '@/db/client';
import { listCollections, type CollectionName } from '@/db/queries/desk';
import { listPeople } from '@/db/queries/reading';
import stet from '@/package.json';
import styles from './desk.module.css';
import { SingleKeys } from './single-keys';

export const metadata: Metadata = { title: 'Desk' };

const MODE_WORDS: Readonly<Record<CollectionName['mode'], string>> = {
  single: 'The checker may sign off; it is shown as “signed by the checker”.',
  four_eyes: 'Four eyes: whoever checked does not sign off.',
};

export default function Page() {
  const desk = currentDesk();
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>Desk</h1>
      <Section title="People">
        <p className={styles.quiet}>
          Every mark, finding and sign-off carries the name of who made it. Choose who you are in
          this browser.
        </p>
        <People people={listPeople(desk)} />
      </Section>
      <Section title="Collections">
        <ul className={styles.list}>
          {listCollections(desk).map(({ id, name, mode }) => (
            <li key={id}>
              <bdi>{name}</bdi>
              <span className={styles.quiet}>{MODE_WORDS[mode]}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Suggestions">
        <p className={styles.quiet}>
          Quotes, attributions and claims are proposed as an article opens.{' '}
          <Link prefetch={false} href="/desk/suggestions">
            How often each rule is right
          </Link>
        </p>
      </Section>
      <Section title="Settings">
        <SingleKeys />
        <p className={styles.quiet}>
          Light, dark, or as your system has it: the sign beside your name in the top line.
        </p>
      </Section>
      <Section title="This desk">
        <dl className={styles.facts}>
          <dt>Version</dt>
          <dd>{stet.version}</dd>
          <dt>Database</dt>
          <dd>
            <code dir="ltr">{desk.path}</code>
          </dd>
        </dl>
        <p className={styles.quiet}>
          This is a solo desk: it listens on this machine only, and nobody else can reach it.
        </p>
      </Section>
    </div>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
