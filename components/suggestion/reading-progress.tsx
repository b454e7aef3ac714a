'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';
import { figure } from '@/corpus/wording/numbers';
import { useDesk } from '../desk/desk-context';
import { Button } from '../ui/button';
import styles from './rules.module.css';
import type { ReadingState } from './reading-state';

const ASK_AGAIN_MS = 800;

interface ReadingProgressProps {
  readonly collectionId: string;
  readonly collectionName: string;
}

/** Has a collection read for suggestions, shows how far that is, and stops it. */
export function ReadingProgress({ collectionId, collectionName }: ReadingProgressProps) {
  const [progress, setProgress] = useState<ReadingState | null>(null);
  const { say } = useDesk();
  const router = useRouter();
  const ask = useCallback(
    async (body?: object): Promise<void> => {
      try {
        const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
        const response = await fetch('/api/suggestions', init);
        const answer = (await response.json()) as ReadingState | { readonly message: string };
        if ('message' in answer) say(answer.message);
        else setProgress(answer);
      } catch {
        say('The desk cannot be reached.');
      }
    },
    [say],
  );
  useEffect(() => void ask(), [ask]);
  const isReading = progress !== null && progress.done < progress.total;
  useEffect(() => {
    if (!isReading) return undefined;
    const timer = setInterval(() => void ask(), ASK_AGAIN_MS);
    return () => {
      clearInterval(timer);
      router.refresh();
    };
  }, [isReading, ask, router]);
  return (
    <div className={styles.reading}>
      {isReading ? (
        <>
          <progress
            value={progress.done}
            max={progress.total}
            aria-label="Articles read for suggestions"
          />
          <span role="status">
            {figure(progress.done)} of {figure(progress.total)} readings done
          </span>
          <Button onClick={() => void ask({ stop: true })}>Stop</Button>
        </>
      ) : (
        <Button onClick={() => void ask({ collectionId })}>
          Read {collectionName} for suggestions
        </Button>
      )}
      {progress !== null && progress.problem !== null && (
        <p role="alert">An article could not be read: {progress.problem}</p>
      )}
    </div>
  );
}
