import { useCallback, useEffect, useState } from 'react';
import type { ArticleCoverage } from '@/corpus/coverage/model';
import { useDesk } from '../desk/desk-context';

const QUIET_MS = 250;

/** An article's coverage, asked for again after anybody's change of the article; null until it is there. */
export function useCoverage(articleId: string): {
  readonly coverage: ArticleCoverage | null;
  /** Shows a state before the desk has told it. */
  readonly show: (coverage: ArticleCoverage) => void;
} {
  const { follow } = useDesk();
  const [coverage, setCoverage] = useState<ArticleCoverage | null>(null);
  const show = useCallback((next: ArticleCoverage) => setCoverage(next), []);
  useEffect(() => {
    const quit = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      void fetchCoverage(articleId, quit.signal).then((next) => next !== null && setCoverage(next));
    };
    const stop = follow((notices) => {
      if (!notices.some((notice) => notice.articleId === articleId)) return;
      clearTimeout(timer);
      timer = setTimeout(read, QUIET_MS);
    });
    read();
    return () => {
      quit.abort();
      clearTimeout(timer);
      stop();
    };
  }, [articleId, follow]);
  return { coverage, show };
}

/** Null where the desk could not be reached. */
async function fetchCoverage(articleId: string, signal: AbortSignal): Promise<ArticleCoverage | null> {
  try {
    const response = await fetch(`/api/articles/${articleId}/coverage`, { signal });
    return response.ok ? ((await response.json()) as ArticleCoverage) : null;
  } catch {
    return null;
  }
} // prettier-ignore
