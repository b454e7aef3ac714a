'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { ReadingAnnotation, ReadingArticle } from '@/corpus/annotation/reading';
import { useDesk, type EventNotice } from '../desk/desk-context';
import { ArticleStore } from './article-store';
import { MarkFollower } from './mark-follower';

export type ArticleLoad =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly sentence: string }
  | { readonly state: 'ready'; readonly store: ArticleStore };

/** Loads an article and follows everybody's changes to its marks. */
export function useArticle(articleId: string): ArticleLoad {
  const [load, setLoad] = useState<ArticleLoad>({ state: 'loading' });
  const { follow, say } = useDesk();
  const router = useRouter();
  useEffect(() => {
    const abort = new AbortController();
    fetch(`/api/articles/${articleId}`, { signal: abort.signal })
      .then(async (response) => {
        if (!response.ok) {
          setLoad({ state: 'failed', sentence: 'This article is not on the desk any more.' });
          return;
        }
        const reading = (await response.json()) as ReadingArticle;
        setLoad({ state: 'ready', store: new ArticleStore(reading) });
      })
      .catch((error: unknown) => {
        if (abort.signal.aborted) return;
        setLoad({ state: 'failed', sentence: `The desk cannot be reached (${String(error)}).` });
      });
    return () => abort.abort();
  }, [articleId]);

  const store = load.state === 'ready' ? load.store : null;
  useEffect(() => {
    if (store === null) return;
    const abort = new AbortController();
    const { headline } = store.reading.article;
    const look = async (): Promise<void> => {
      const found = await fetchArticle(articleId, abort.signal);
      if (found === null || abort.signal.aborted) return;
      if ('joinedInto' in found) {
        const { id, headline: into } = found.joinedInto;
        say(`“${headline}” was joined to “${into}”, which is shown now.`);
        router.replace(`/articles/${id}`);
      } else if (found.revision.id !== store.reading.revision.id) {
        say('The article has a new revision, which is shown now.');
        setLoad({ state: 'ready', store: new ArticleStore(found) });
      }
    };
    const stop = follow((notices) => {
      const isOurs = ({ articleId: id, entity }: EventNotice) =>
        id === articleId && (entity === 'article' || entity === 'revision');
      if (notices.some(isOurs)) void look();
    });
    return () => {
      stop();
      abort.abort();
    };
  }, [store, articleId, follow, say, router]);
  useEffect(() => {
    if (store === null) return;
    const follower = new MarkFollower(store, (ids) => fetchAnnotations(articleId, ids));
    const stop = follow((notices) => follower.hear(notices));
    return () => {
      stop();
      follower.stop();
    };
  }, [store, articleId, follow]);
  return load;
}

/** The article, or the one it was joined to; null where neither could be had. */
async function fetchArticle(
  articleId: string,
  signal: AbortSignal,
): Promise<ReadingArticle | { joinedInto: { id: string; headline: string } } | null> {
  try {
    const response = await fetch(`/api/articles/${articleId}`, { signal });
    if (response.ok) return (await response.json()) as ReadingArticle;
    const answer = (await response.json()) as {
      joinedInto?: { id: string; headline: string } | null;
    };
    return answer.joinedInto ? { joinedInto: answer.joinedInto } : null;
  } catch {
    return null;
  }
}

/** Null where the desk could not be reached. */
async function fetchAnnotations(
  articleId: string,
  ids: readonly string[],
): Promise<ReadingAnnotation[] | null> {
  try {
    const response = await fetch(`/api/articles/${articleId}/annotations?ids=${ids.join()}`);
    return response.ok ? ((await response.json()) as ReadingAnnotation[]) : null;
  } catch {
    return null;
  }
}
