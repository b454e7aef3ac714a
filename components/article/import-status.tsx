'use client';

import Link from 'next/link';
import { counted, figure } from '@/corpus/wording/numbers';
import { Button, buttonClass } from '../ui/button';
import { leftWords, summaryWords } from './import-counts';
import type { ImportProgress, ImportQueue } from './import-queue';
import styles from './import.module.css';

interface ImportStatusProps {
  readonly queue: ImportQueue;
  readonly progress: ImportProgress;
}

/** How far the import is, and what can be done about it. */
export function ImportStatus({ queue, progress }: ImportStatusProps) {
  const { counts, pace, share, reading } = progress;
  return (
    <section className={styles.status} aria-label="Progress" hidden={counts.total === 0}>
      <progress className={styles.bar} aria-label="How much is read" max={1} value={share} />
      <div className={styles.row}>
        <div className={styles.summary}>
          <p>{statusWords(progress)}</p>
          {pace !== 'idle' && (
            <p className={styles.quiet}>{summaryWords({ ...counts, stopped: 0 })}</p>
          )}
          {reading !== null && (
            <p className={styles.reading} dir="auto">
              {readingWords(reading)}
            </p>
          )}
        </div>
        <Actions queue={queue} progress={progress} />
      </div>
      <p className="visually-hidden" role="status">
        {announcement(progress)}
      </p>
      {pace === 'unreachable' && (
        <p className={styles.alarm} role="alert">
          The desk did not answer, so the import is paused at the file that was being sent. Going on
          is safe: a text that arrived already is not stored twice.
        </p>
      )}
    </section>
  );
}

function Actions({ queue, progress: { pace, counts } }: ImportStatusProps) {
  const again = pace === 'unreachable' || (pace === 'idle' && counts.failed + counts.stopped > 0);
  return (
    <>
      {again && (
        <Button look="primary" onClick={() => queue.tryAgain()}>
          Resume
        </Button>
      )}
      {pace !== 'idle' && <Button onClick={() => queue.stop()}>Cancel</Button>}
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

function statusWords({ pace, counts, left }: ImportProgress): string {
  if (pace === 'idle' && counts.stopped === 0) return summaryWords(counts);
  const done = `${figure(counts.through)} of ${counted(counts.total, 'file')} through`;
  if (pace === 'idle') return `Cancelled. ${done}: ${summaryWords(counts)}`;
  if (pace === 'unreachable') return `${done}; paused.`;
  return left === null ? `${done} …` : `${done}, ${leftWords(left)}`;
}

function readingWords({ name, at, of }: NonNullable<ImportProgress['reading']>): string {
  if (at === 0) return `Reading ${name} …`;
  return `Reading ${name}: ${of === null ? `${figure(at)} pages` : `${figure(at)} of ${figure(of)}`} …`;
}

/** Told about ten times in all, however many files there are. The end is told by the desk. */
function announcement({ pace, share }: ImportProgress): string {
  return pace === 'running' ? `${Math.floor(share * 10) * 10} % imported` : '';
}
