'use client';

import { useEffect, useRef, useState } from 'react';
import type { Presence } from '@/corpus/people/presence';
import { newId } from '../desk/command-client';
import { useDesk } from '../desk/desk-context';

/** How often a window that does nothing says that it is still here (app/server/presence.ts). */
const STILL_HERE_MS = 15_000;
/** A caret that runs through the text is told this often. */
const MOVING_MS = 400;

/** Tells where this window is, and returns where other people's are. */
export function useHere(
  articleId: string,
  block: number | null,
  annotationId: string | null,
): readonly Presence[] {
  const { follow, me } = useDesk();
  const [here, setHere] = useState<readonly Presence[]>([]);
  const windowId = useRef(newId());
  const place = useRef({ block, annotationId });
  const tell = useRef<(gone?: boolean) => void>(() => undefined);

  useEffect(() => {
    const path = `/api/articles/${articleId}/presence`;
    const abort = new AbortController();
    const send = (gone = false) => {
      const body = JSON.stringify({ windowId: windowId.current, ...place.current, gone });
      // A desk that is away shows nobody; the next telling comes by itself.
      fetch(path, { method: 'POST', body, keepalive: true }).catch(() => undefined);
    };
    tell.current = send;
    const leave = () => send(true);
    const stop = follow((notices) => {
      const last = notices.findLast(
        ({ entity, articleId: id }) => entity === 'presence' && id === articleId,
      );
      if (last?.here !== undefined) setHere(last.here);
    });
    send();
    fetch(path, { signal: abort.signal })
      .then(async (response) => response.ok && setHere((await response.json()) as Presence[]))
      .catch(() => undefined);
    const timer = setInterval(() => send(), STILL_HERE_MS);
    window.addEventListener('pagehide', leave);
    return () => {
      abort.abort();
      stop();
      clearInterval(timer);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [articleId, follow]);

  useEffect(() => {
    if (place.current.block === block && place.current.annotationId === annotationId) return;
    const timer = setTimeout(() => {
      place.current = { block, annotationId };
      tell.current();
    }, MOVING_MS);
    return () => clearTimeout(timer);
  }, [block, annotationId]);

  return here.filter(({ person }) => person.id !== me.id);
}
