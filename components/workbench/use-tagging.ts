'use client';

import { useEffect, useMemo } from 'react';
import { useDesk } from '../desk/desk-context';
import { loadCaretMoves } from '../editor/caret-keys';
import { onFirstSign } from './first-sign';
import type { Tagging, TaggingField, TaggingInput } from './tagging';

type TaggingOf = (input: TaggingInput) => Tagging;

let loaded: TaggingOf | null = null;

async function load(): Promise<TaggingOf> {
  const { taggingOf } = await import('./tagging');
  loaded = taggingOf;
  return taggingOf;
}

/** Tagging that is loaded at a person's first sign on the page; from then on it acts at once. */
export function useTagging({ store, reader, activeId, activate, announce }: TaggingField): Tagging {
  const { run, say, me } = useDesk();
  useEffect(
    () => onFirstSign(() => void Promise.all([load(), loadCaretMoves()]).catch(() => undefined)),
    [],
  );
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
