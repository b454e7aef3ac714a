'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useRef } from 'react';
import type { BlockRole } from '@/corpus/document/block';
import type { OriginalView } from '@/corpus/ingest/original';
import { ROLE_LABELS } from '@/corpus/vocabulary';
import { useDesk } from '../desk/desk-context';
import { useShortcuts } from '../desk/shortcuts';
import styles from './original.module.css';

/** An article's original beside its blocks, whose roles can be set. */
export function OriginalBoard({ view }: { readonly view: OriginalView }) {
  const { articleId, headline } = view;
  return (
    <div className={styles.page}>
      <header>
        <Link prefetch={false} href={`/articles/${articleId}`} className={styles.back}>
          Back to the article
        </Link>
        <h1 className={styles.title} dir="auto">
          {headline}
        </h1>
        <Facts view={view} />
      </header>
      <div className={styles.columns}>
        <section aria-labelledby="original" className={styles.column}>
          <h2 id="original">Original</h2>
          <Original view={view} />
        </section>
        <section aria-labelledby="blocks" className={styles.column}>
          <h2 id="blocks">What was read of it</h2>
          <Blocks blocks={view.blocks} />
        </section>
      </div>
    </div>
  );
}

const FACT_WORDS: Readonly<Record<string, string>> = {
  url: 'Address',
  externalId: 'Sender’s id',
  version: 'Sender’s version',
  publisher: 'Publisher',
  language: 'Language',
  slug: 'Slug',
  section: 'Section',
  publishedAt: 'Published',
  modifiedAt: 'Changed',
  embargoedUntil: 'Embargo until',
  correction: 'Correction',
  rights: 'Rights',
  keywords: 'Keywords',
};

function Facts({ view: { metadata, original } }: { readonly view: OriginalView }) {
  const facts = Object.entries(metadata).map(([name, value]) => [
    FACT_WORDS[name] ?? name,
    Array.isArray(value) ? value.join(', ') : String(value),
  ]);
  const file =
    original === null
      ? []
      : [
          ['File', original.fileName],
          ['Read as', original.encoding],
          ['Size', `${Math.ceil(original.byteLength / 1024).toLocaleString('en')} kB`],
          ['SHA-256', original.sha256],
        ];
  return (
    <dl className={styles.facts}>
      {[...file, ...facts].map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Original({ view }: { readonly view: OriginalView }) {
  const { articleId, isPage, text, original } = view;
  if (original === null) return <p>This article was typed in Stet; it has no original.</p>;
  const address = `/api/originals/${articleId}`;
  if (isPage) {
    return <iframe className={styles.frame} sandbox="" src={address} title="The page as it came" />;
  }
  if (text !== null) {
    return (
      <pre className={styles.text} dir="auto" tabIndex={0} aria-label="The text as it came">
        {text}
      </pre>
    );
  }
  return (
    <p>
      <a href={address} download>
        Download the file as it came
      </a>
    </p>
  );
}

function Blocks({ blocks }: Pick<OriginalView, 'blocks'>) {
  const { run } = useDesk();
  const router = useRouter();
  const list = useRef<HTMLOListElement>(null);
  const go = (step: 1 | -1) => {
    const fields = [...(list.current?.querySelectorAll('select') ?? [])];
    const at = fields.indexOf(document.activeElement as HTMLSelectElement);
    const next = fields[at < 0 ? 0 : at + step];
    next?.focus();
    next?.scrollIntoView({ block: 'center' });
  };
  useShortcuts([
    {
      keys: 'Alt+ArrowDown',
      name: 'Next block',
      group: 'Blocks',
      run: () => go(1),
      inFields: true,
    },
    {
      keys: 'Alt+ArrowUp',
      name: 'Block before',
      group: 'Blocks',
      run: () => go(-1),
      inFields: true,
    },
  ]);
  const choose = (id: string, version: number, role: BlockRole) => {
    void run({ name: 'setBlockRole', input: { id, version, role } }).then(() => router.refresh());
  };
  return (
    <ol className={styles.blocks} ref={list}>
      {blocks.map(({ id, role, version, text }, index) => (
        <li key={id} data-role={role}>
          <select
            value={role}
            aria-label={`Role of block ${index + 1}`}
            onChange={(event) => choose(id, version, event.target.value as BlockRole)}
          >
            {Object.entries(ROLE_LABELS).map(([name, label]) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
          <p dir="auto">{text}</p>
        </li>
      ))}
    </ol>
  );
}
