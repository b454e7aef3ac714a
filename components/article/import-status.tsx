'use client';

import Link from 'next/link';
import { Button, buttonClass } from '../ui/button';
import { counted, figure } from './article-words';
import type { ImportProgress, ImportQueue } from './import-queue';
import styles from './import.module.css';
import { countImports, summaryWords, type ImportCounts } from './use-imports';

interface ImportStatusProps {
  readonly queue: ImportQueue;
  readonly progress: ImportProgress;
}

/** How far the import is, and what can be done about it. */
export function ImportStatus({ queue, progress }: ImportStatusProps) {
  const counts = countImports(progress);
  return (
    <section className={styles.status} aria-label="Progress" hidden={counts.total === 0}>
      <progress
        className={styles.bar}
        aria-label="Files that are through"
        max={counts.total || 1}
        value={counts.through}
      />
      <div className={styles.row}>
        <p className={styles.summary}>{statusWords(progress, counts)}</p>
        <Actions queue={queue} progress={progress} counts={counts} />
      </div>
      <p className="visually-hidden" role="status">
        {announcement(progress, counts)}
      </p>
      {progress.pace === 'unreachable' && (
        <p className={styles.alarm} role="alert">
          The desk did not answer, so the import is paused at the file that was being sent. Trying
          again is safe: a text that arrived already is not stored twice.
        </p>
      )}
    </section>
  );
}

function Actions({ queue, progress, counts }: ImportStatusProps & { counts: ImportCounts }) {
  const { pace } = progress;
  const again = pace === 'unreachable' || (pace === 'idle' && counts.failed + counts.stopped > 0);
  return (
    <>
      {again && (
        <Button look="primary" onClick={() => queue.tryAgain()}>
          {pace === 'unreachable' || counts.failed > 0 ? 'Try again' : 'Send the rest'}
        </Button>
      )}
      {counts.waiting > 0 && <Button onClick={() => queue.stop()}>Stop</Button>}
      {pace === 'idle' && (
        <>
          <Link className={buttonClass()} href="/">
            To the articles
          </Link>
          <Button look="quiet" onClick={() => queue.clear()}>
            Clear this list
          </Button>
        </>
      )}
    </>
  );
}

function statusWords({ pace }: ImportProgress, counts: ImportCounts): string {
  if (pace === 'idle') return summaryWords(counts);
  const done = `${figure(counts.through)} of ${counted(counts.total, 'file')} through`;
  return pace === 'running' ? `${done} …` : `${done}; paused.`;
}

/** Told about ten times in all, however many files there are. The end is told by the desk. */
function announcement({ pace }: ImportProgress, { total, through }: ImportCounts): string {
  if (pace !== 'running') return '';
  const step = Math.max(1, Math.ceil(total / 10));
  return `${figure(through - (through % step))} of ${counted(total, 'file')} imported`;
}
