import { useEffect, useState } from 'react';

/** The first signs that somebody is at work on the page, and not just looking at it. */
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'touchstart'] as const;

/** Calls back at the first sign, once; returns how to stop waiting for it. */
export function onFirstSign(begin: () => void): () => void {
  const quit = new AbortController();
  const early = () => {
    quit.abort();
    begin();
  };
  for (const sign of SIGNS)
    window.addEventListener(sign, early, { capture: true, passive: true, signal: quit.signal });
  return () => quit.abort();
}

/** True from the first sign of work on, and at once where the address names a place in the text. */
export function useAtWork(): boolean {
  const [atWork, setAtWork] = useState(false);
  useEffect(() => (location.hash ? setAtWork(true) : onFirstSign(() => setAtWork(true))), []);
  return atWork;
}
