'use client';

import { useCallback, useEffect, useState } from 'react';
import type { Notice, NoticePage } from '@/corpus/people/notices';
import { useDesk } from '../desk/desk-context';

export interface Notices {
  readonly list: readonly Notice[];
  readonly unread: number;
  /** A sentence where the desk could not be reached. */
  readonly problem: string | null;
  /** Loads older ones; null where there are none. */
  readonly older: (() => void) | null;
  /** Marks one, or with null all of them. */
  mark(id: string | null, read: boolean): void;
}

const NOTHING: NoticePage = { notices: [], unread: 0, nextCursor: null };

/** What the person was told, as it comes. */
export function useNotices(): Notices {
  const [page, setPage] = useState<NoticePage>(NOTHING);
  const [problem, setProblem] = useState<string | null>(null);
  const { follow, me } = useDesk();
  const load = useCallback(async (after: string | null) => {
    try {
      const response = await fetch(`/api/notices${after === null ? '' : `?after=${after}`}`);
      if (!response.ok) throw new Error(String(response.status));
      const next = (await response.json()) as NoticePage;
      setPage((now) =>
        after === null ? next : { ...next, notices: [...now.notices, ...next.notices] },
      );
      setProblem(null);
    } catch {
      setProblem('The desk cannot be reached.');
    }
  }, []);
  useEffect(() => {
    void load(null);
    return follow((events) => {
      const isMine = events.some(
        ({ entity, entityId }) => entity === 'notice' && entityId === me.id,
      );
      if (isMine) void load(null);
    });
  }, [follow, load, me.id]);
  const mark = (id: string | null, read: boolean) => {
    setPage((now) => marked(now, id, read));
    const body = JSON.stringify({ ids: id === null ? null : [id], read });
    fetch('/api/notices', { method: 'POST', body }).catch(() => {
      setProblem('The desk cannot be reached.');
      void load(null);
    });
  };
  const { notices: list, unread, nextCursor } = page;
  return {
    list,
    unread,
    problem,
    older: nextCursor === null ? null : () => void load(nextCursor),
    mark,
  };
}

function marked(page: NoticePage, id: string | null, isRead: boolean): NoticePage {
  const touched = page.notices.filter(
    (notice) => (id === null || notice.id === id) && notice.isRead !== isRead,
  );
  const unread = id === null && isRead ? 0 : page.unread + (isRead ? -1 : 1) * touched.length;
  return {
    ...page,
    unread,
    notices: page.notices.map((notice) => (touched.includes(notice) ? { ...notice, isRead } : notice)), // prettier-ignore
  };
}
