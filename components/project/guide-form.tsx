'use client';

import Link from 'next/link';
import { useState, type SyntheticEvent } from 'react';
import type { GuideBlock } from '@/corpus/project/guide';
import { GUIDE_LIMIT, type GuideVersion } from '@/corpus/project/model';
import { newId } from '../desk/command-client';
import { useDesk } from '../desk/desk-context';
import { Button } from '../ui/button';
import { TextArea } from '../ui/field';
import { LocalTime } from '../ui/local-time';
import { GuideText } from './guide-text';
import styles from './project.module.css';

interface GuideFormProps {
  readonly collectionId: string;
  /** The version that is read; null where nothing is written yet. */
  readonly shown: { readonly number: number; readonly body: string; readonly blocks: readonly GuideBlock[] } | null; // prettier-ignore
  /** The number of the newest version, 0 for none. */
  readonly newest: number;
  readonly versions: readonly GuideVersion[];
  readonly mayChange: boolean;
}

/** A collection's guide as it reads, its versions, and for an editor the way to the next. */
export function GuideForm({ collectionId, shown, newest, versions, mayChange }: GuideFormProps) {
  const [isWriting, setWriting] = useState(false);
  const address = (number: number) => `/desk/projects?collection=${collectionId}&guide=${number}`;
  return (
    <div className={styles.form}>
      {shown === null && !isWriting && <p className={styles.quiet}>Nothing is written yet.</p>}
      {shown !== null && !isWriting && (
        <>
          {shown.number !== newest && <p role="status">This is version {shown.number}, not the newest.</p>}
          <GuideText blocks={shown.blocks} />
        </>
      )}
      {isWriting && <Writing {...{ collectionId, newest }} body={shown?.body ?? ''} onDone={() => setWriting(false)} />}
      {mayChange && !isWriting && (
        <p className={styles.row}>
          <Button onClick={() => setWriting(true)}>{shown === null ? 'Write the guide' : 'Write the next version'}</Button>
        </p>
      )}
      {versions.length > 0 && (
        <details>
          <summary>Versions</summary>
          <ul className={styles.list} aria-label="Versions of the guide">
            {versions.map(({ number, at, by }) => (
              <li key={number}>
                <Link prefetch={false} href={address(number)} aria-current={number === shown?.number ? 'true' : undefined}>
                  Version {number}
                </Link>
                <span className={styles.quiet}>
                  <LocalTime at={at} /> {by !== null && <bdi>{by.name}</bdi>}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
} // prettier-ignore

interface WritingProps extends Pick<GuideFormProps, 'collectionId' | 'newest'> {
  readonly body: string;
  readonly onDone: () => void;
}

function Writing({ collectionId, newest, body, onDone }: WritingProps) {
  const { run, say } = useDesk();
  const [text, setText] = useState(body);
  // What others write meanwhile must not make this text seem to come after theirs.
  const [after] = useState(newest);
  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    const outcome = await run({ name: 'writeGuide', input: { id: newId(), collectionId, after, body: text } }); // prettier-ignore
    if (!outcome.ok) return;
    say('The guide is saved as a new version.');
    onDone();
  };
  return (
    <form className={styles.form} aria-label="The guide" onSubmit={(event) => void save(event)}>
      <TextArea
        label="The guide, in Markdown"
        hint="Headings with #, examples with >, lists with -. HTML is shown as text."
        dir="auto"
        required
        maxLength={GUIDE_LIMIT}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p className={styles.row}>
        <Button type="submit" look="primary">
          Save as a new version
        </Button>
        <Button look="quiet" onClick={onDone}>
          Cancel
        </Button>
      </p>
    </form>
  );
}
