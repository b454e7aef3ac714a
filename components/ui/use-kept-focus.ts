'use client';

import { useEffect, useRef, type RefObject } from 'react';

const TAKES_FOCUS = 'button:not(:disabled), a[href], input, select, textarea, summary';

/**
 * Keeps the focus within an element when the thing that had it is disabled for a moment or goes: it
 * comes back to it, or goes `home`, which is the first that takes it in the same section where nothing
 * else is said. Who leaves by themselves is not called back.
 */
export function useKeptFocus(
  root: RefObject<HTMLElement | null>,
  home?: () => HTMLElement | null | undefined,
): void {
  const latestHome = useRef(home);
  useEffect(() => {
    latestHome.current = home;
  });
  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    let last: HTMLElement | null = null;
    let section: Element = element;
    const onFocus = ({ target }: FocusEvent) => {
      last = target as HTMLElement;
      section = last.closest('section, details') ?? element;
    };
    const canTake = (one: HTMLElement) => element.contains(one) && !one.matches(':disabled');
    const bringBack = () => {
      if (last === null || document.activeElement !== document.body) return;
      if (canTake(last)) return last.focus();
      if (element.contains(last)) return;
      const within = element.contains(section) ? section : element;
      (latestHome.current?.() ?? within.querySelector<HTMLElement>(TAKES_FOCUS))?.focus();
    };
    // What goes is told before it has gone, and looks then like what was left by a click beside it.
    const onLeave = ({ target, relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null) last = null;
      else setTimeout(() => (canTake(target as HTMLElement) ? (last = null) : bringBack()));
    };
    const watch = new MutationObserver(bringBack);
    watch.observe(element, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    element.addEventListener('focusin', onFocus);
    element.addEventListener('focusout', onLeave);
    return () => {
      watch.disconnect();
      element.removeEventListener('focusin', onFocus);
      element.removeEventListener('focusout', onLeave);
    };
  }, [root]);
}
