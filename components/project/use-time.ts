'use client';

import { useEffect } from 'react';

/** How often a window tells the time. */
const TELL_MS = 15_000;
/** How long after a person last did something they still count as at work. */
const AT_WORK_MS = 60_000;

const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'scroll'] as const;

/** Tells how long the person is at work on their assignment, while the window is looked at. */
export function useTime(assignmentId: string | null): void {
  useEffect(() => {
    if (assignmentId === null) return undefined;
    let lastSign = Date.now();
    let told = Date.now();
    const sign = () => {
      lastSign = Date.now();
    };
    const tell = () => {
      const now = Date.now();
      const seconds = Math.round((now - told) / 1000);
      told = now;
      if (document.visibilityState !== 'visible' || now - lastSign > AT_WORK_MS) return;
      const body = JSON.stringify({ seconds });
      // A desk that is away counts nothing; the next telling comes by itself.
      fetch(`/api/assignments/${assignmentId}/time`, { method: 'POST', body, keepalive: true }).catch(() => undefined); // prettier-ignore
    };
    for (const name of SIGNS) window.addEventListener(name, sign, { passive: true });
    const timer = setInterval(tell, TELL_MS);
    window.addEventListener('pagehide', tell);
    return () => {
      tell();
      clearInterval(timer);
      window.removeEventListener('pagehide', tell);
      for (const name of SIGNS) window.removeEventListener(name, sign);
    };
  }, [assignmentId]);
}
