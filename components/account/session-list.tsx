'use client';

import { useRouter } from 'next/navigation';
import { Button } from '../ui/button';
import { LocalTime } from '../ui/local-time';
import { Tag } from '../ui/tag';
import styles from './account.module.css';
import { ask } from './ask';
import { Problem } from './problem';
import { useAsking } from './use-asking';

interface SessionListProps {
  readonly sessions: readonly {
    readonly id: string;
    readonly browser: string;
    readonly address: string;
    readonly lastUsed: string;
  }[];
  /** The session of this browser. */
  readonly ownId: string;
}

/** Where the person is signed in, and how to end it. */
export function SessionList({ sessions, ownId }: SessionListProps) {
  const router = useRouter();
  const { busy, problem, run } = useAsking();
  const end = async (which: string) => {
    if ((await run(() => ask('/api/sessions', { end: which }))) === null) return;
    if (which === 'all' || which === ownId) location.assign('/sign-in');
    else router.refresh();
  };
  return (
    <>
      <Problem sentence={problem} />
      <ul className={styles.list} aria-label="Sessions">
        {sessions.map(({ id, browser, address, lastUsed }) => (
          <li key={id} className={styles.line}>
            <span>
              {browserName(browser)} <bdi className={styles.soft}>{address}</bdi>{' '}
              <span className={styles.soft}>
                used <LocalTime at={lastUsed} />
              </span>
            </span>
            {id === ownId ? (
              <Tag tone="good">This browser</Tag>
            ) : (
              <Button look="quiet" disabled={busy} onClick={() => void end(id)}>
                End
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className={styles.scopes}>
        <Button look="primary" disabled={busy} onClick={() => void end(ownId)}>
          Sign out
        </Button>
        <Button disabled={busy} onClick={() => void end('all')}>
          Sign out everywhere
        </Button>
      </div>
    </>
  );
}

const BROWSERS = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;

const SYSTEMS = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Mac OS', 'Mac'],
  ['Windows', 'Windows'],
  ['Linux', 'Linux'],
] as const;

/** What a browser's description of itself comes to, for telling one's own devices apart. */
function browserName(description: string): string {
  const find = (names: readonly (readonly [string, string])[]) =>
    names.find(([sign]) => description.includes(sign))?.[1];
  const [browser, system] = [find(BROWSERS), find(SYSTEMS)];
  if (browser === undefined) return 'Another program';
  return system === undefined ? browser : `${browser} on ${system}`;
}
