import { useCallback, useEffect, useState } from 'react';
import { useDesk } from '../desk/desk-context';
import type { ArticleStore } from './article-store';

interface Suggested {
  /** Whether there is, or soon will be, something suggested. */
  readonly suggested: boolean;
  /** Whether somebody asked for it here. */
  readonly asked: boolean;
  readonly ask: () => void;
}

/** Knows whether suggestions are to be shown, before anything of theirs is loaded. */
export function useSuggested({ reading }: ArticleStore): Suggested {
  const { follow } = useDesk();
  const [suggested, setSuggested] = useState(reading.hasSuggestions);
  const [asked, setAsked] = useState(false);
  const articleId = reading.article.id;
  useEffect(
    () =>
      follow((notices) => {
        const isRead = notices.some(
          (notice) => notice.articleId === articleId && notice.entity === 'detectionRun',
        );
        if (isRead) setSuggested(true);
      }),
    [follow, articleId],
  );
  const ask = useCallback(() => {
    setAsked(true);
    setSuggested(true);
  }, []);
  return { suggested, asked, ask };
}
