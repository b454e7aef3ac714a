'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReadingAnnotation } from '@/corpus/annotation/reading';
import { useDesk } from '../desk/desk-context';
import type { ArticleStore } from '../workbench/article-store';
import type { ReadingState } from './reading-state';
import { SuggestionShelf } from './suggestion-shelf';

/** How often the desk is asked whether an article that it reads for suggestions is read. */
const ASK_AGAIN_MS = 700;

interface Suggestions {
  /** Whether the article is being read for suggestions just now. */
  readonly reading: boolean;
  /** Has the desk read the article; what it finds appears by itself. */
  readonly ask: () => Promise<void>;
}

/** Keeps the open suggestions of an article in its store, also those that come while it is open. */
export function useSuggestions(store: ArticleStore, text: string, asked: boolean): Suggestions {
  const { follow, say } = useDesk();
  const { id: articleId } = store.reading.article;
  const [reading, setReading] = useState(false);
  const shelf = useRef<SuggestionShelf | null>(null);

  const fetchOpen = useCallback(async (): Promise<void> => {
    try {
      const response = await fetch(`/api/articles/${articleId}/suggestions`);
      if (response.ok) shelf.current?.replace((await response.json()) as ReadingAnnotation[]);
    } catch {
      say('The desk cannot be reached: suggestions are shown when it answers again.');
    }
  }, [articleId, say]);

  useEffect(() => {
    const made = new SuggestionShelf(store, text);
    shelf.current = made;
    void fetchOpen();
    const stop = follow((notices) => {
      const isRead = notices.some(
        (notice) => notice.articleId === articleId && notice.entity === 'detectionRun',
      );
      if (isRead) void fetchOpen();
    });
    return () => {
      stop();
      made.destroy();
      shelf.current = null;
    };
  }, [store, text, articleId, follow, fetchOpen]);

  const ask = useCallback(async (): Promise<void> => {
    setReading(true);
    const problem = await readArticle(articleId);
    if (problem === null) await fetchOpen();
    setReading(false);
    if (problem !== null) say(problem);
    else if (store.listSuggestions().length === 0) say('There is nothing more to suggest here.');
  }, [articleId, fetchOpen, say, store]);
  const first = useRef(asked);
  useEffect(() => {
    if (first.current) void ask();
    first.current = false;
  }, [ask]);
  return { reading, ask };
}

/** Null when the article is read, else why it could not be. */
async function readArticle(articleId: string): Promise<string | null> {
  const body = JSON.stringify({ articleId });
  try {
    let response = await fetch('/api/suggestions', { method: 'POST', body });
    for (;;) {
      const answer = (await response.json()) as ReadingState | { readonly message: string };
      if ('message' in answer) return answer.message;
      if (answer.done >= answer.total)
        return answer.problem === null ? null : `The article could not be read: ${answer.problem}`;
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
      response = await fetch('/api/suggestions');
    }
  } catch {
    return 'The desk cannot be reached: ask for suggestions again in a moment.';
  }
}
