'use client';

import { useCallback, useEffect, useState } from 'react';
import type { ReadingAnnotation } from '@/corpus/annotation/reading';
import type { ArticleProject } from '@/corpus/project/work';
import { useDesk } from '../desk/desk-context';

const ABOUT_PROJECTS = ['project', 'assignment', 'guide', 'tagSet', 'projectArticle'];

/** Reads again whenever `concerns` says so of what happened; null until it was read, and where it cannot be. */
function useRead<T>(path: string | null, concerns: (notice: Notice) => boolean): T | null {
  const { follow } = useDesk();
  const [read, setRead] = useState<{ readonly path: string; readonly value: T } | null>(null);
  const look = useCallback(
    async (signal?: AbortSignal) => {
      if (path === null) return;
      const response = await fetch(path, signal === undefined ? {} : { signal }).catch(() => null);
      if (response?.ok) setRead({ path, value: (await response.json()) as T });
    },
    [path],
  );
  useEffect(() => {
    const abort = new AbortController();
    void look(abort.signal).catch(() => undefined);
    const stop = follow((notices) => {
      if (notices.some(concerns)) void look(abort.signal).catch(() => undefined);
    });
    return () => {
      stop();
      abort.abort();
    };
  }, [look, follow, concerns]);
  return read?.path === path ? read.value : null;
}

interface Notice {
  readonly entity: string;
  readonly annotationId: string | null;
}

const isAboutProjects = ({ entity }: Notice) => ABOUT_PROJECTS.includes(entity);

/** What the article's project says to the reader; null where it has none, or none yet. */
export function useProject(articleId: string): ArticleProject | null {
  return useRead<ArticleProject | null>(`/api/articles/${articleId}/project`, isAboutProjects);
}

/** A mark that has no check, as it stands; null for any other. */
export function useUncheckedMark(articleId: string, id: string | null): ReadingAnnotation | null {
  const path = id === null ? null : `/api/articles/${articleId}/annotations?ids=${id}`;
  const concerns = useCallback((notice: Notice) => notice.annotationId === id, [id]);
  const [mark] = useRead<readonly ReadingAnnotation[]>(path, concerns) ?? [];
  return mark === undefined || mark.removed || mark.check !== null ? null : mark;
}
