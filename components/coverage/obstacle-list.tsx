'use client';

import Link from 'next/link';
import { useState } from 'react';
import { obstacleSentence } from '@/corpus/coverage/gate';
import type { ShownObstacles } from '@/corpus/coverage/shown';
import { figure } from '@/corpus/wording/numbers';
import { newId } from '../desk/command-client';
import { useDesk } from '../desk/desk-context';
import { useShortcuts } from '../desk/shortcuts';
import { Button } from '../ui/button';
import { Kbd } from '../ui/tag';
import styles from './coverage.module.css';
import { placeAddress } from './coverage-words';
import { moveAlongLines } from './move-along-lines';
import type { SignOffProps } from './sign-off-props';

/** How many of a kind are listed at first. */
const SHOWN = 20;
const LONGEST = 160;

type ObstacleListProps = Pick<SignOffProps, 'articleId' | 'gate' | 'may'>;

/** All that stands in the way of signing, each with a press that leads to it. */
export function ObstacleList(props: ObstacleListProps) {
  const { gate, may } = props;
  const { obstacles } = gate;
  const cover = useCovering(props);
  useShortcuts(may.cover ? [{ keys: '0', name: 'Nothing to check in this sentence', group: 'Sign-off', run: () => cover(focusedOffset()) }] : []); // prettier-ignore
  if (obstacles.length === 0 || obstacles[0]?.kind === 'signed') return null;
  return (
    <section className={styles.section} aria-labelledby="obstacles">
      <h2 id="obstacles">What stands in the way</h2>
      {obstacles.map((one) => (
        <Obstacles key={one.kind} {...props} obstacles={one} onCover={cover} />
      ))}
    </section>
  );
}

interface ObstaclesProps extends ObstacleListProps {
  readonly obstacles: ShownObstacles;
  readonly onCover: (offset: number | null) => void;
}

function Obstacles({ articleId, obstacles, may, onCover }: ObstaclesProps) {
  const [all, setAll] = useState(false);
  const { kind, count } = obstacles;
  const shown = all ? obstacles.listed : obstacles.listed.slice(0, SHOWN);
  const listed = kind === 'four_eyes' ? [] : shown;
  return (
    <>
      <h3>{obstacleSentence(kind, count)}</h3>
      {listed.length > 0 && (
        <ul className={styles.lines}>
          {listed.map(({ words, annotationId, offset }) => (
            <li key={annotationId ?? offset ?? words} data-offset={offset ?? undefined}>
              <p dir="auto" className={styles.serif}>
                {annotationId === null && offset === null ? (
                  <a data-line href="#checklists">
                    {words}
                  </a>
                ) : (
                  <Link data-line prefetch={false} href={addressOf(articleId, annotationId, offset)}>
                    {shorten(words) || 'The words are gone.'}
                  </Link>
                )}
              </p>
              {offset !== null && may.cover && (
                <Button look="quiet" onClick={() => onCover(offset)}>
                  Nothing to check <Kbd>0</Kbd>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {shown.length < obstacles.listed.length && (
        <div>
          <Button onClick={() => setAll(true)}>{allWords(obstacles)}</Button>
        </div>
      )}
    </>
  );
} // prettier-ignore

function addressOf(articleId: string, annotationId: string | null, offset: number | null): string {
  if (annotationId !== null) return `/articles/${articleId}?annotation=${annotationId}`;
  return placeAddress(articleId, offset ?? 0);
}

/** Not all that stand in the way are listed where they are very many. */
function allWords({ listed, count }: ShownObstacles): string {
  return listed.length < count
    ? `Show ${figure(listed.length)} of ${figure(count)}`
    : `Show all ${figure(count)}`;
}

function shorten(words: string): string {
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST - 1)}…`;
}

/** The place of the line that has the focus; null for none. */
function focusedOffset(): number | null {
  const line = document.activeElement?.closest('[data-offset]');
  return line === null || line === undefined ? null : Number(line.getAttribute('data-offset'));
}

/** Says of a sentence that there is nothing to check in it, and goes on to the next line. */
function useCovering({ articleId, gate }: ObstacleListProps): (offset: number | null) => void {
  const { run, say } = useDesk();
  return (offset) => {
    const all = gate.obstacles.flatMap(({ listed }) => listed);
    const obstacle = all.find((one) => offset !== null && one.offset === offset);
    if (obstacle === undefined || offset === null) {
      say('Choose a sentence of the list first: j and k go along it.');
      return;
    }
    const end = offset + obstacle.words.length;
    moveAlongLines(1);
    const input = { id: newId(), articleId, revisionId: gate.revision.id, start: offset, end };
    void run({ name: 'markNothingToCheck', input });
  };
} // prettier-ignore
