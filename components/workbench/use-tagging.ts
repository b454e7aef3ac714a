'use client';

import { useEffect, useMemo } from 'react';
import { useDesk } from '../desk/desk-context';
import type { Tagging, TaggingField } from './tagging';

const load = () => import('./tagging');

/** Tagging that is loaded at a person's first press on the page: looking at an article needs none. */
export function useTagging({ store, reader, activeId, activate, announce }: TaggingField): Tagging {
  const { run, say, me } = useDesk();
  useEffect(() => {
    const early = () => void load().catch(() => undefined);
    const once = { once: true, capture: true };
    window.addEventListener('pointerdown', early, once);
    window.addEventListener('keydown', early, once);
    return () => {
      window.removeEventListener('pointerdown', early, once);
      window.removeEventListener('keydown', early, once);
    };
  }, []);
  return useMemo<Tagging>(() => {
    const input = { store, reader, activeId, activate, announce, run, say, me };
    const act = (what: (tagging: Tagging) => void): Promise<void> =>
      load().then(
        ({ taggingOf }) => what(taggingOf(input)),
        () => say('The desk cannot be reached: do that again in a moment.'),
      );
    return {
      tag: (kind) => act((tagging) => void tagging.tag(kind)),
      setPart: (part) => act((tagging) => void tagging.setPart(part)),
      edge: (which, direction, unit) => act((tagging) => void tagging.edge(which, direction, unit)),
      remove: () => act((tagging) => void tagging.remove()),
    };
  }, [store, reader, activeId, activate, announce, run, say, me]);
}
