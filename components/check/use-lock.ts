'use client';

import { useCallback, useEffect, useRef } from 'react';
import type { CheckDetail, CheckLock } from '@/corpus/verification/check-detail';
import { useDesk } from '../desk/desk-context';

/** The lease is a minute (db/commands/locks.ts). */
const RENEW_MS = 20_000;
/** Who has not touched the check for so long is not working on it. */
const IDLE_MS = 5 * 60_000;
/** Between two fields the focus is nowhere for a moment. */
const LEAVE_MS = 1_500;

interface Lock {
  /** Somebody else, who is working on the check now. */
  readonly heldBy: CheckLock | null;
  /** The person is at work in the check's fields: others are kept from it meanwhile. */
  touch(): void;
  /** The person left the fields. */
  leave(): void;
}

/** Locks the check for others while this person works in it; nothing of it on a solo desk. */
export function useLock({ id, lock, isShared, judging }: CheckDetail): Lock {
  const { me } = useDesk();
  const heldBy = lock !== null && lock.person.id !== me.id ? lock : null;
  const isWanted = isShared && judging === null;
  const touchedAt = useRef(0);
  const timer = useRef<ReturnType<typeof setInterval> | null>(null);
  const leaving = useRef<ReturnType<typeof setTimeout> | null>(null);
  const release = useCallback(() => {
    if (leaving.current !== null) clearTimeout(leaving.current);
    leaving.current = null;
    if (timer.current === null) return;
    clearInterval(timer.current);
    timer.current = null;
    void sendLock(id, true);
  }, [id]);
  const touch = useCallback(() => {
    if (leaving.current !== null) clearTimeout(leaving.current);
    leaving.current = null;
    touchedAt.current = Date.now();
    if (!isWanted || heldBy !== null || timer.current !== null) return;
    void sendLock(id, false);
    timer.current = setInterval(() => {
      if (Date.now() - touchedAt.current > IDLE_MS) release();
      else void sendLock(id, false);
    }, RENEW_MS);
  }, [id, isWanted, heldBy, release]);
  useEffect(() => {
    window.addEventListener('pagehide', release);
    return () => {
      window.removeEventListener('pagehide', release);
      release();
    };
  }, [release]);
  const leave = useCallback(() => {
    leaving.current ??= setTimeout(release, LEAVE_MS);
  }, [release]);
  return { heldBy, touch, leave };
}

/** What the lock is to the desk is told by the next reading; a desk that is away frees it by itself. */
async function sendLock(checkId: string, release: boolean): Promise<void> {
  try {
    await fetch(`/api/checks/${checkId}/lock`, {
      method: 'POST',
      body: JSON.stringify({ release }),
      keepalive: true,
    });
  } catch {
    // See above.
  }
}
