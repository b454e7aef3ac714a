'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { CheckDetail } from '@/corpus/verification/check-detail';
import { useDesk } from '../desk/desk-context';

export type CheckLoad =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly sentence: string; readonly retry: () => void }
  | { readonly state: 'ready'; readonly check: CheckDetail };

/** Events that come close together are answered by one fetch. */
const GATHER_MS = 40;

/** Loads a check and reads it again whenever something of it changed, by whomever. */
export function useCheck(checkId: string): CheckLoad {
  const [load, setLoad] = useState<CheckLoad>({ state: 'loading' });
  const { follow, me } = useDesk();
  const latest = useRef<CheckDetail | null>(null);
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((n) => n + 1), []);
  const fetchCheck = useCallback(async (): Promise<void> => {
    const outcome = await readCheck(checkId);
    if (typeof outcome === 'string') {
      setLoad({ state: 'failed', sentence: outcome, retry });
      return;
    }
    latest.current = outcome;
    setLoad({ state: 'ready', check: outcome });
  }, [checkId, retry]);
  useEffect(() => {
    void fetchCheck();
  }, [fetchCheck, attempt, me.id]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const stop = follow((notices) => {
      const touched = notices.some(
        (notice) =>
          notice.annotationId === latest.current?.annotation.id || notice.entity === 'evidence',
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
  return load;
}

/** The check, or a sentence that says why there is none. */
async function readCheck(checkId: string): Promise<CheckDetail | string> {
  try {
    const response = await fetch(`/api/checks/${checkId}`);
    if (!response.ok) return 'This check is not on the desk any more.';
    return (await response.json()) as CheckDetail;
  } catch {
    return 'The desk cannot be reached.';
  }
}
