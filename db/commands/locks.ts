import type { CheckLock } from '@/corpus/verification/check-detail';
import type { Desk } from '../client';
import { RefusedError } from './errors';
import type { Ledger } from './ledger';

/** How long a lock binds after it was last renewed. A page renews it three times as often. */
export const LEASE_SECONDS = 60;

/** The database's clock, so that pages and processes with other clocks agree. */
const NOW = `strftime('%Y-%m-%dT%H:%M:%fZ', 'now')`;
const END = `strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '+${LEASE_SECONDS} seconds')`;

/**
 * Takes or renews the lock of a check for a person, in any of their windows; answers whose it is
 * now, which is somebody else while their lease lasts. Null where there is no such check.
 */
export function takeLock(desk: Desk, personId: string, checkId: string): CheckLock | null {
  const taken = desk.sqlite.transaction((): CheckLock | null => {
    desk.sqlite
      .prepare<[string, string]>(
        `INSERT INTO check_lock (check_id, person_id, since, expires_at)
         SELECT c.id, ?, ${NOW}, ${END} FROM "check" c WHERE c.id = ?
         ON CONFLICT (check_id) DO UPDATE SET person_id = excluded.person_id,
           since = CASE WHEN check_lock.person_id = excluded.person_id
             AND check_lock.expires_at > ${NOW} THEN check_lock.since ELSE excluded.since END,
           expires_at = excluded.expires_at
         WHERE check_lock.person_id = excluded.person_id OR check_lock.expires_at <= ${NOW}`,
      )
      .run(personId, checkId);
    return findLock(desk, checkId);
  });
  return taken.immediate();
}

/** Frees a check that the person holds. */
export function releaseLock(desk: Desk, personId: string, checkId: string): void {
  desk.sqlite
    .prepare<[string, string]>('DELETE FROM check_lock WHERE check_id = ? AND person_id = ?')
    .run(checkId, personId);
}

/** Frees all that a person holds. */
export function releaseLocksOf(desk: Desk, personId: string): void {
  desk.sqlite.prepare<[string]>('DELETE FROM check_lock WHERE person_id = ?').run(personId);
}

/** Who is working on a check now; null where nobody is, or their lease has ended. */
export function findLock(desk: Desk, checkId: string): CheckLock | null {
  const row = desk.sqlite
    .prepare<[string], { id: string; name: string; since: string; milliseconds: number }>(
      `SELECT p.id, p.name, l.since,
         cast((julianday(l.expires_at) - julianday('now')) * 86400000 AS integer) AS milliseconds
       FROM check_lock l JOIN person p ON p.id = l.person_id
       WHERE l.check_id = ? AND l.expires_at > ${NOW} AND p.removed = 0`,
    )
    .get(checkId);
  if (row === undefined) return null;
  const { id, name, since, milliseconds } = row;
  return { person: { id, name }, since, milliseconds };
}

/** Throws RefusedError while somebody else is working on the check. */
export function refuseLocked({ desk, act }: Ledger, checkId: string): void {
  const lock = findLock(desk, checkId);
  if (lock === null || lock.person.id === act.personId) return;
  const { name } = lock.person;
  throw new RefusedError(
    'invalid',
    `${name} is working on this check. It is free as soon as ${name} leaves it, or a minute after their window is gone.`,
  );
}
