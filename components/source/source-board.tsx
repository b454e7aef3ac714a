'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState, type SyntheticEvent } from 'react';
import { MOST_STATEMENTS, type SourceDetail, type SourceLine } from '@/corpus/annotation/source';
import { counted, figure } from '@/corpus/wording/numbers';
import { dayWords } from '@/corpus/wording/dates';
import { newId } from '../desk/command-client';
import { useDesk } from '../desk/desk-context';
import { useShortcuts } from '../desk/shortcuts';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { sourceAddress } from './source-address';
import styles from './source.module.css';

interface SourceBoardProps {
  readonly source: SourceDetail;
  /** The others that could be the same one: those with the most statements. */
  readonly others: readonly SourceLine[];
  readonly mayJoin: boolean;
}

/** A source with its names and, in time, all that it is given in all articles. */
export function SourceBoard({ source, others, mayJoin }: SourceBoardProps) {
  const router = useRouter();
  useShortcuts([
    {
      keys: 'u',
      name: 'Back to all sources',
      group: 'Sources',
      run: () => router.push('/sources'),
    },
  ]);
  return (
    <div className={styles.page}>
      <p>
        <Link prefetch={false} href="/sources">
          All sources
        </Link>
      </p>
      <h1 className={styles.title} dir="auto">
        {source.name}
      </h1>
      <Aliases source={source} mayJoin={mayJoin} />
      {mayJoin && <JoinForm source={source} others={others} />}
      <section aria-labelledby="statements">
        <h2 id="statements" className={styles.heading}>
          {counted(source.total, 'statement')}
          {source.total > source.statements.length &&
            `, the first ${figure(MOST_STATEMENTS)} of them`}
        </h2>
        <ol className={styles.statements}>
          {source.statements.map((statement) => (
            <li key={statement.annotationId}>
              <time className={styles.date} dateTime={statement.date ?? undefined}>
                {statement.date === null ? 'No date' : dayWords(statement.date)}
              </time>
              <div>
                <p className={styles.words} dir="auto">
                  {statement.words || 'The words are gone from the current revision.'}
                </p>
                <p className={styles.soft} dir="auto">
                  {[statement.sourceWords, statement.cue].filter(Boolean).join(' · ')}
                  {' · '}
                  <Link
                    prefetch={false}
                    href={`/articles/${statement.articleId}?annotation=${statement.annotationId}`}
                  >
                    {statement.headline}
                  </Link>
                </p>
              </div>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

function Aliases({ source, mayJoin }: Pick<SourceBoardProps, 'source' | 'mayJoin'>) {
  const { run, say } = useDesk();
  const router = useRouter();
  if (source.aliases.length < 2) return null;
  const split = async (key: string, name: string) => {
    const { ok } = await run({ name: 'splitSource', input: { key } });
    if (!ok) return;
    say(`“${name}” is a source of its own again.`);
    router.refresh();
  };
  return (
    <ul className={styles.aliases} aria-label="Names">
      {source.aliases.map(({ key, name, statements, joined }) => (
        <li key={key}>
          <bdi>{name}</bdi> <span className={styles.soft}>{statements}</span>
          {mayJoin && joined && (
            <Button
              look="quiet"
              aria-label={`Split off ${name}`}
              onClick={() => void split(key, name)}
            >
              Split off
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function JoinForm({ source, others }: Pick<SourceBoardProps, 'source' | 'others'>) {
  const { run, say } = useDesk();
  const router = useRouter();
  const [words, setWords] = useState('');
  const wanted = words.trim().toLowerCase();
  const found = others.find(({ id, name }) => id !== source.id && name.toLowerCase() === wanted);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (found === undefined) return say('Choose one of the sources that there are.');
    const id = newId();
    const input = { id, name: source.name, members: [source.id, found.id] };
    const { ok } = await run({ name: 'joinSources', input });
    if (!ok) return;
    say(`“${found.name}” and “${source.name}” are one source now. Ctrl+Z takes it back.`);
    setWords('');
    router.push(sourceAddress(id));
  };
  return (
    <form className={styles.join} onSubmit={(event) => void submit(event)}>
      <TextField
        label="The same as"
        list="other-sources"
        dir="auto"
        autoComplete="off"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <datalist id="other-sources">
        {others
          .filter(({ id }) => id !== source.id)
          .map(({ id, name }) => (
            <option key={id} value={name} />
          ))}
      </datalist>
      <Button type="submit" disabled={wanted === ''}>
        Join
      </Button>
    </form>
  );
}
