'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { CheckDetail } from '@/corpus/verification/check-detail';
import { useDesk } from '../desk/desk-context';
import { pointerRest } from '../desk/pointer-rest';

export type CheckLoad =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly sentence: string; readonly retry: () => void }
  | {
      readonly state: 'ready';
      readonly check: CheckDetail;
      /** Whether it was changed meanwhile and could not be read again yet. */
      readonly stale: boolean;
    };

/** Things that no annotation has alone, and that its check shows. */
const OF_EVIDENCE: ReadonlySet<string> = new Set(['evidence', 'archivedCopy', 'confidant']);
/** Events that come close together are answered by one fetch. */
const GATHER_MS = 40;
const AFTER_LOCK_MS = 200;
/** How long after a failed reading a check that is on the screen is read again. */
const READ_AGAIN_MS = 3000;

/**
 * Loads a check and reads it again whenever something of it changed, by whomever. A check that is
 * on the screen stays there, marked as stale, while the desk cannot be reached: what a person was
 * writing in it is not taken away.
 */
export function useCheck(checkId: string): CheckLoad {
  const [load, setLoad] = useState<CheckLoad>({ state: 'loading' });
  const { follow, me } = useDesk();
  const latest = useRef<CheckDetail | null>(null);
  const turn = useRef(0);
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((n) => n + 1), []);
  const fetchCheck = useCallback(async (): Promise<void> => {
    const mine = ++turn.current;
    const outcome = await readCheck(checkId);
    await pointerRest();
    // An older answer must not come after a newer one.
    if (mine !== turn.current) return;
    if (outcome.state === 'ready') {
      latest.current = outcome.check;
      setLoad({ ...outcome, stale: false });
    } else if (outcome.state === 'unreached' && latest.current !== null) {
      setLoad({ state: 'ready', check: latest.current, stale: true });
    } else {
      latest.current = null;
      setLoad({ state: 'failed', sentence: outcome.sentence, retry });
    }
  }, [checkId, retry]);
  useEffect(() => {
    void fetchCheck();
  }, [fetchCheck, attempt, me.id]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const stop = follow((notices) => {
      const touched = notices.some(
        ({ annotationId, entity }) =>
          annotationId === latest.current?.annotation.id || OF_EVIDENCE.has(entity),
      );
      if (touched)
        timer ??= setTimeout(() => {
          timer = null;
          void fetchCheck();
        }, GATHER_MS);
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [follow, fetchCheck]);
  const lock = load.state === 'ready' ? load.check.lock : null;
  useEffect(() => {
    if (lock === null || lock.person.id === me.id) return undefined;
    // When a lock runs out nobody does anything, so nothing tells of it.
    const timer = setTimeout(() => void fetchCheck(), lock.milliseconds + AFTER_LOCK_MS);
    return () => clearTimeout(timer);
  }, [lock, me.id, fetchCheck]);
  const stale = load.state === 'ready' && load.stale;
  useEffect(() => {
    if (!stale) return undefined;
    const timer = setInterval(() => void fetchCheck(), READ_AGAIN_MS);
    return () => clearInterval(timer);
  }, [stale, fetchCheck]);
  return load;
}

type Reading =
  | { readonly state: 'ready'; readonly check: CheckDetail }
  | { readonly state: 'gone' | 'unreached'; readonly sentence: string };

async function readCheck(checkId: string): Promise<Reading> {
  try {
    const response = await fetch(`/api/checks/${checkId}`);
    if (response.status === 404)
      return { state: 'gone', sentence: 'This check is not on the desk any more.' };
    if (response.ok) return { state: 'ready', check: (await response.json()) as CheckDetail };
  } catch {
    // Said below: to a reader, a desk that fails and one that is away are the same.
  }
  return { state: 'unreached', sentence: 'The desk cannot be reached.' };
}
