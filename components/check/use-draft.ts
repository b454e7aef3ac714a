'use client';

import { useEffect, useRef, useState } from 'react';
import type { CommandOutcome } from '../desk/command-client';

/** As the desk stores it, which leaves out white space at the edges. */
function isSame(one: string | null, other: string): boolean {
  return one?.trim() === other.trim();
}

/** A text as it is stored, and the version of the thing that it is stored in. */
interface Stored {
  readonly text: string;
  readonly version: number;
}

export interface Draft {
  readonly value: string;
  /** What is stored now, where it was changed elsewhere while this was being written; else null. */
  readonly theirs: string | null;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly onChange: (value: string) => void;
  readonly takeTheirs: () => void;
  readonly keepMine: () => void;
}

const PAUSE_MS = 800;

/**
 * A text that saves itself after a pause, on leaving the field and with the page. Each saving says of
 * which version the text was written. While somebody writes, what others store, or the same person in
 * another window, does not replace it: it is offered, and nothing is saved until one of both is chosen.
 * Who leaves without a choice sends the text all the same, to be refused as stale, which shows both.
 */
export function useDraft(
  text: string,
  version: number,
  save: (value: string, version: number) => Promise<CommandOutcome>,
): Draft {
  const [value, setValue] = useState(text);
  const [base, setBase] = useState<Stored>({ text, version });
  const writing = useRef(false);
  const sent = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const isKnown = [base.text, value, sent.current].some((known) => isSame(known, text));
  const theirs = isKnown ? null : text;
  const latest = useRef({ save, value, text, version, base, theirs });
  useEffect(() => {
    latest.current = { save, value, text, version, base, theirs };
  });
  useEffect(() => {
    const now = latest.current;
    const isSent = !writing.current && isSame(sent.current, now.value);
    if (now.theirs !== null && now.value !== base.text && !isSent) return;
    if (now.theirs !== null) setValue(text);
    if (text !== base.text || version !== base.version) setBase({ text, version });
  }, [text, version, base]);
  const stop = (): void => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
  };
  const send = (ofVersion: number): void => {
    stop();
    const now = latest.current;
    if (now.value === now.text || isSame(sent.current, now.value)) return;
    sent.current = now.value;
    void now.save(now.value, ofVersion).then((outcome) => {
      if (outcome.ok || sent.current !== now.value) return;
      sent.current = null;
      // The other text was chosen: this one counts as nothing typed.
      if (outcome.refusal.refused === 'stale') setBase({ text: now.value, version: ofVersion });
    });
  };
  const flush = (): void => {
    if (latest.current.theirs === null) send(latest.current.base.version);
  };
  useEffect(() => {
    const leave = (): void => send(latest.current.base.version);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `send` reads only what is kept in refs
  }, []);
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
      stop();
      timer.current = setTimeout(flush, PAUSE_MS);
    },
    takeTheirs: () => {
      stop();
      setValue(text);
      setBase({ text, version });
    },
    keepMine: () => send(version),
  };
}
