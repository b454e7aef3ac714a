'use client';

import { useCallback, useEffect, useState } from 'react';
import type { Discussion } from '@/corpus/annotation/discussion';
import { useDesk } from '../desk/desk-context';

const ENTITIES = new Set(['thread', 'message', 'revision']);

/** The discussions of an article that came with its file, as they are now. */
export function useDiscussions(articleId: string): readonly Discussion[] {
  const [discussions, setDiscussions] = useState<readonly Discussion[]>([]);
  const { follow } = useDesk();
  const load = useCallback(
    async (signal: AbortSignal) => {
      try {
        const response = await fetch(`/api/articles/${articleId}/discussions`, { signal });
        if (response.ok) setDiscussions((await response.json()) as Discussion[]);
      } catch {
        // What is shown stays; the next change asks again.
      }
    },
    [articleId],
  );
  useEffect(() => {
    const abort = new AbortController();
    void load(abort.signal);
    const stop = follow((notices) => {
      const isOurs = notices.some(
        (notice) => notice.articleId === articleId && ENTITIES.has(notice.entity),
      );
      if (isOurs) void load(abort.signal);
    });
    return () => {
      stop();
      abort.abort();
    };
  }, [articleId, follow, load]);
  return discussions;
}
