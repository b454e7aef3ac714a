'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState, type SyntheticEvent } from 'react';
import type { SourceLine } from '@/corpus/annotation/source';
import { counted } from '@/corpus/wording/numbers';
import { dayWords } from '@/corpus/wording/dates';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { EmptyState } from '../ui/tag';
import { sourceAddress } from './source-address';
import styles from './source.module.css';

interface SourceRegisterProps {
  readonly sources: readonly SourceLine[];
  readonly words: string;
  /** The address of the lines after these; null on the last page. */
  readonly more: string | null;
}

/** Who is given words in the articles, those with the most statements first. */
export function SourceRegister({ sources, words, more }: SourceRegisterProps) {
  const router = useRouter();
  const [typed, setTyped] = useState(words);
  const search = (event: SyntheticEvent) => {
    event.preventDefault();
    router.push(
      typed.trim() === '' ? '/sources' : `/sources?q=${encodeURIComponent(typed.trim())}`,
    );
  };
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>Sources</h1>
      <p className={styles.soft}>
        Everybody who is given words in an attribution that a person made or accepted.
      </p>
      <form className={styles.join} role="search" onSubmit={search}>
        <TextField
          label="Name"
          type="search"
          dir="auto"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit">Find</Button>
      </form>
      {sources.length === 0 ? (
        <EmptyState>
          <p>
            {words === ''
              ? 'No source yet. Accept a suggested attribution in an article, or mark one with a.'
              : `No source goes by “${words}”.`}
          </p>
        </EmptyState>
      ) : (
        <ul className={styles.register}>
          {sources.map(({ id, name, statements, articles, latest }) => (
            <li key={id}>
              <Link prefetch={false} href={sourceAddress(id)} dir="auto">
                {name}
              </Link>
              <span className={styles.soft}>
                {counted(statements, 'statement')} in {counted(articles, 'article')}
              </span>
              <time className={styles.date} dateTime={latest ?? undefined}>
                {dayWords(latest ?? '')}
              </time>
            </li>
          ))}
        </ul>
      )}
      {more !== null && (
        <p>
          <Link prefetch={false} href={more}>
            More sources
          </Link>
        </p>
      )}
    </div>
  );
}
