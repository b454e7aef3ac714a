'use client';

import { useEffect, useMemo } from 'react';
import { useDesk } from '../desk/desk-context';
import { loadCaretMoves } from '../editor/caret-keys';
import type { Tagging, TaggingField, TaggingInput } from './tagging';

type TaggingOf = (input: TaggingInput) => Tagging;

let loaded: TaggingOf | null = null;

async function load(): Promise<TaggingOf> {
  const { taggingOf } = await import('./tagging');
  loaded = taggingOf;
  return taggingOf;
}

/** The first signs that somebody is at work on the page, and not just looking at it. */
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'touchstart'] as const;

/** Tagging that is loaded at a person's first sign on the page; from then on it acts at once. */
export function useTagging({ store, reader, activeId, activate, announce }: TaggingField): Tagging {
  const { run, say, me } = useDesk();
  useEffect(() => {
    const quit = new AbortController();
    const early = () => {
      quit.abort();
      void Promise.all([load(), loadCaretMoves()]).catch(() => undefined);
    };
    for (const sign of SIGNS)
      window.addEventListener(sign, early, { capture: true, passive: true, signal: quit.signal });
    return () => quit.abort();
  }, []);
  return useMemo<Tagging>(() => {
    const input = { store, reader, activeId, activate, announce, run, say, me };
    const act = (what: (tagging: Tagging) => void): void | Promise<void> =>
      loaded === null
        ? load().then(
            (taggingOf) => what(taggingOf(input)),
            () => say('The desk cannot be reached: do that again in a moment.'),
          )
        : what(loaded(input));
    return {
      tag: (kind) => act((tagging) => void tagging.tag(kind)),
      setPart: (part) => act((tagging) => void tagging.setPart(part)),
      edge: (which, direction, unit) => act((tagging) => void tagging.edge(which, direction, unit)),
      remove: () => act((tagging) => void tagging.remove()),
    };
  }, [store, reader, activeId, activate, announce, run, say, me]);
}
