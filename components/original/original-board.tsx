'use client';

import { useRouter } from 'next/navigation';
import { useState, type ReactNode } from 'react';
import type { ArticleDetails } from '@/corpus/annotation/reading';
import type { OriginalFacts, OriginalView } from '@/corpus/ingest/original';
import { figure } from '@/corpus/wording/numbers';
import { dayWords } from '@/corpus/wording/dates';
import { useRefreshOnChange } from '../article/refresh-on-change';
import { BlockList } from './block-list';
import { ArticleHeading } from '../article/article-heading';
import { Button } from '../ui/button';
import { Fingerprint } from '../ui/fingerprint';
import { LocalTime } from '../ui/local-time';
import { PenIcon } from '../ui/icons';
import { loadedWhenShown } from '../ui/loaded-when-shown';
import styles from './original.module.css';
import { Versions } from './versions';

const EditDetails = loadedWhenShown(() =>
  import('../article/edit-details').then((module) => module.EditDetails),
);

interface OriginalBoardProps {
  readonly view: OriginalView;
  readonly article: ArticleDetails;
}

/** An article's original beside its blocks, whose roles can be set. */
export function OriginalBoard({ view, article }: OriginalBoardProps) {
  const { articleId, headline } = view;
  useRefreshOnChange();
  return (
    <div className={styles.page}>
      <header>
        <ArticleHeading articleId={articleId} headline={headline} />
        <Facts key={article.version} original={view.original} article={article} />
        <Versions key={articleId} view={view} />
      </header>
      <div className={styles.columns}>
        <section aria-labelledby="original" className={styles.column}>
          <h2 id="original">Original</h2>
          <Original view={view} />
        </section>
        <section aria-labelledby="blocks" className={styles.column}>
          <h2 id="blocks">What was read of it</h2>
          <BlockList view={view} />
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

/** Facts that are a moment, or a day alone. */
const MOMENTS: ReadonlySet<string> = new Set(['publishedAt', 'modifiedAt', 'embargoedUntil']);

function Moment({ at }: { readonly at: string }) {
  return at.includes('T') ? <LocalTime at={at} /> : dayWords(at);
}

interface FactsProps {
  readonly original: OriginalFacts | null;
  readonly article: ArticleDetails;
}

/** What is known of the file, and of the article, which can be set right. */
function Facts({ original, article }: FactsProps) {
  const [editing, setEditing] = useState(false);
  const router = useRouter();
  const { byline, places, agency, date, dateBasis, metadata } = article;
  const read = [
    ['Byline', byline],
    ['Places', places.join(' / ')],
    ['Agency', agency],
    [
      'Date',
      date === null ? null : `${dayWords(date)}${dateBasis === 'inferred' ? ' (inferred)' : ''}`,
    ],
  ].filter(([, value]) => Boolean(value));
  const facts: readonly [string, string | readonly string[]][] = Object.entries(metadata ?? {});
  const sent = facts.map(([name, value]): readonly [string, ReactNode] => {
    const shown = FACT_WORDS[name] ?? name;
    if (typeof value !== 'string') return [shown, value.join(', ')];
    return [shown, MOMENTS.has(name) ? <Moment at={value} /> : value];
  });
  const file =
    original === null
      ? []
      : [
          ['File', original.fileName],
          ['Read as', original.encoding],
          ['Size', `${figure(Math.ceil(original.byteLength / 1024))} kB`],
        ];
  return (
    <>
      <dl className={styles.facts}>
        {[...file, ...read, ...sent].map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
      {original !== null && <Fingerprint of="the file" sha256={original.sha256} />}
      <Button look="quiet" className={styles.details ?? ''} onClick={() => setEditing(true)}>
        <PenIcon size={13} /> Details
      </Button>
      {editing && (
        <EditDetails
          article={article}
          onClose={() => setEditing(false)}
          onSaved={() => router.refresh()}
        />
      )}
    </>
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
