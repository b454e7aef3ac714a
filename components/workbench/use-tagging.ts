'use client';

import { useEffect, useMemo } from 'react';
import type { Kind, Part } from '@/corpus/annotation/model';
import { useDesk } from '../desk/desk-context';
import type { Reader } from '../editor/reader';
import type { ArticleStore } from './article-store';

/** The promises say when it is done: the code is loaded when it is first needed. */
export interface Tagging {
  /** Marks the selection, or what stands under the caret. */
  tag(kind: Kind): void | Promise<void>;
  /** Makes the selection a part of the active attribution. */
  setPart(part: Part): void | Promise<void>;
  /** Moves an edge of the selection, or of the active annotation's content. */
  edge(which: 'start' | 'end', direction: 1 | -1, unit: 'word' | 'character'): void | Promise<void>;
  remove(): void | Promise<void>;
}

/** What is tagged, and where. */
export interface TaggingField {
  readonly store: ArticleStore;
  readonly reader: () => Reader | null;
  readonly activeId: () => string | null;
  readonly activate: (id: string | null) => void;
  readonly announce: (sentence: string) => void;
}

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
