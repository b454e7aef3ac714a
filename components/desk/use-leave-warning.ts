import { useCallback, useEffect, useRef } from 'react';

/**
 * While something is unsaved, has the browser ask before the page is left: when it is closed, and
 * for links of the desk too, which would change the page without asking. Returns what lets the page
 * be left all the same.
 */
export function useLeaveWarning(unsaved: boolean): () => void {
  const asks = useRef(unsaved);
  useEffect(() => {
    asks.current = unsaved;
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => {
      if (asks.current) event.preventDefault();
    };
    const follow = (event: MouseEvent) => {
      const address = asks.current ? addressOf(event) : null;
      if (address === null) return;
      event.preventDefault();
      event.stopPropagation();
      location.assign(address);
    };
    window.addEventListener('beforeunload', warn);
    // Before React hears of it.
    window.addEventListener('click', follow, { capture: true });
    return () => {
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('click', follow, { capture: true });
    };
  }, [unsaved]);
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
