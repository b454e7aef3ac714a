'use client';

import { useEffect, useRef, useState } from 'react';

export interface Draft {
  readonly value: string;
  /** What is stored now, where somebody changed it while this was being written; else null. */
  readonly theirs: string | null;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly onChange: (value: string) => void;
  readonly takeTheirs: () => void;
}

const PAUSE_MS = 800;

/**
 * A text that saves itself after a pause and on leaving the field. While somebody writes, what is
 * stored by others does not replace it; it is offered.
 */
export function useDraft(stored: string, save: (value: string) => void): Draft {
  const [value, setValue] = useState(stored);
  const [base, setBase] = useState(stored);
  const writing = useRef(false);
  const sent = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const latest = useRef({ save, value, stored });
  useEffect(() => {
    latest.current = { save, value, stored };
  });
  useEffect(() => {
    if (stored === sent.current || stored === latest.current.value) {
      setBase(stored);
      return;
    }
    if (!writing.current || latest.current.value === base) {
      setValue(stored);
      setBase(stored);
    }
  }, [stored, base]);
  const flush = (): void => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    const now = latest.current;
    if (now.value === now.stored) return;
    sent.current = now.value;
    now.save(now.value);
  };
  const theirs = stored !== base && stored !== value && stored !== sent.current ? stored : null;
  return {
    value,
    theirs,
    onFocus: () => {
      writing.current = true;
    },
    onBlur: () => {
      writing.current = false;
      flush();
    },
    onChange: (next) => {
      setValue(next);
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = setTimeout(flush, PAUSE_MS);
    },
    takeTheirs: () => {
      if (timer.current !== null) clearTimeout(timer.current);
      setValue(stored);
      setBase(stored);
    },
  };
}
