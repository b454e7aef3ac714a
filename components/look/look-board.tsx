'use client';

import { useEffect, useRef } from 'react';
import type { NamedFile } from '../article/dropped-files';
import { Button } from '../ui/button';
import { LookedAt } from './looked-at';
import styles from './look.module.css';
import { useLook } from './use-look';

interface LookBoardProps {
  readonly file: NamedFile;
  /** How many files wait to be looked at after this one. */
  readonly more: number;
  /** Stores it as it was arranged. */
  readonly onStore: (file: NamedFile) => void;
  readonly onLeave: () => void;
}

/** What is read of a file before anything of it is stored. */
export function LookBoard({ file, more, onStore, onLeave }: LookBoardProps) {
  const { look, again } = useLook(file);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [file]);
  return (
    <section className={styles.look} aria-labelledby="look">
      <h2 id="look" ref={title} tabIndex={-1} className={styles.title} dir="auto">
        {file.name}: before it is stored
      </h2>
      {more > 0 && (
        <p className={styles.quiet}>
          {more === 1 ? 'One more file' : `${more} more files`} to look at after it.
        </p>
      )}
      {look === null && (
        <p className={styles.quiet} role="status">
          The desk reads it…
        </p>
      )}
      {look !== null && 'refused' in look && (
        <>
          <p className={styles.refused} role="alert">
            {look.refused}
          </p>
          <div className={styles.row}>
            <Button onClick={again}>Try again</Button>
            <Button onClick={onLeave}>{more > 0 ? 'Go on to the next' : 'Back'}</Button>
          </div>
        </>
      )}
      {look !== null && !('refused' in look) && (
        <LookedAt
          look={look}
          onStore={(arrangement) => onStore({ ...file, arrangement })}
          onLeave={onLeave}
        />
      )}
    </section>
  );
}
