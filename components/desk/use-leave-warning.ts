import { useCallback, useEffect, useRef } from 'react';

/**
 * While something is unsaved, has the browser ask before the page is left: when it is closed, for links of
 * the desk and the palette, and on the way back. For that the page's neighbours in the history are loaded
 * whole, which the router would change without asking: every way out of it is, and the ways to it are plain
 * links. Returns what lets the page be left all the same.
 */
export function useLeaveWarning(unsaved: boolean): () => void {
  const asks = useRef(unsaved);
  useEffect(() => {
    asks.current = unsaved;
  }, [unsaved]);
  useEffect(() => {
    document.documentElement.dataset['asks'] = '';
    const warn = (event: BeforeUnloadEvent) => {
      if (asks.current) event.preventDefault();
    };
    const follow = (event: MouseEvent) => {
      const address = addressOf(event);
      if (address === null) return;
      event.preventDefault();
      event.stopPropagation();
      location.assign(address);
    };
    window.addEventListener('beforeunload', warn);
    // Before React hears of it.
    window.addEventListener('click', follow, { capture: true });
    return () => {
      delete document.documentElement.dataset['asks'];
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('click', follow, { capture: true });
    };
  }, []);
  return useCallback(() => {
    asks.current = false;
  }, []);
}

/** Where a press on a link leads in this window; null for what stays on the page or opens elsewhere. */
function addressOf(event: MouseEvent): string | null {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    return null;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || link.origin !== location.origin) return null;
  if (link.hasAttribute('download') || !['', '_self'].includes(link.target)) return null;
  const isHere = link.pathname === location.pathname && link.search === location.search;
  return isHere && link.hash !== '' ? null : link.href;
}
