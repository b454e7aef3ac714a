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
  const fetchCheck = useCallback(async (): Promise<void> => {
    try {
      const response = await fetch(`/api/checks/${checkId}`);
      if (!response.ok) throw new Error('missing');
      latest.current = (await response.json()) as CheckDetail;
      setLoad({ state: 'ready', check: latest.current });
    } catch (error) {
      const gone = error instanceof Error && error.message === 'missing';
      const sentence = gone
        ? 'This check is not on the desk any more.'
        : 'The desk cannot be reached.';
      setLoad({ state: 'failed', sentence, retry: () => void fetchCheck() });
    }
  }, [checkId]);
  useEffect(() => {
    void fetchCheck();
  }, [fetchCheck, me.id]);
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
