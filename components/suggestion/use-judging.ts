'use client';

import { useEffect, useMemo, useRef } from 'react';
import { contentOf, extentOf } from '@/corpus/annotation/model';
import type { ReadingAnnotation } from '@/corpus/annotation/reading';
import { spanContains } from '@/corpus/spans/span';
import { reasonSentence } from '@/corpus/suggestion/confidence';
import { KIND_LABELS } from '@/corpus/vocabulary';
import { wordsOf } from '../annotation/margin';
import { useDesk } from '../desk/desk-context';
import { useShortcuts } from '../desk/shortcuts';
import type { Reader } from '../editor/reader';
import type { ArticleStore } from '../workbench/article-store';

export interface Judging {
  next(direction: 1 | -1): void;
  accept(): void;
  reject(): void;
}

interface JudgingInput {
  readonly store: ArticleStore;
  readonly reader: Reader;
  readonly activeId: string | null;
  readonly activate: (id: string | null) => void;
  readonly announce: (sentence: string) => void;
  readonly ask: () => Promise<void>;
  readonly acceptAll: () => void;
}

/** What a reviewer decides about suggestions, one after the other, by single keys. */
export function useJudging(input: JudgingInput): Judging {
  const latest = useRef(input);
  useEffect(() => {
    latest.current = input;
  });
  const { run, say, me } = useDesk();
  const judging = useMemo<Judging>(() => {
    const now = () => latest.current;
    const go = (suggestion: ReadingAnnotation | undefined): void => {
      const { activate, announce, reader } = now();
      activate(suggestion?.id ?? null);
      if (suggestion === undefined) return say('All suggestions here are judged.');
      show(reader, suggestion);
      announce(describe(reader, suggestion));
    };
    const current = (): ReadingAnnotation | undefined => {
      const { store, activeId } = now();
      const active = store.get(activeId);
      return active?.origin === 'suggestion' ? active : undefined;
    };
    /** Decides about the active suggestion and goes on to the one that then follows. */
    const decide = (act: (suggestion: ReadingAnnotation) => void): void => {
      const suggestion = current();
      if (suggestion === undefined) return judging.next(1);
      const at = now().store.listSuggestions().indexOf(suggestion);
      act(suggestion);
      const left = now().store.listSuggestions();
      go(left[at] ?? left[0]);
    };
    const judging: Judging = {
      next(direction) {
        const { store, reader, ask } = now();
        const list = store.listSuggestions();
        if (list.length === 0) return void ask();
        const at = list.findIndex(({ id }) => id === now().activeId);
        if (at >= 0) return go(list.at((at + direction) % list.length));
        const caret = reader.selection.start;
        const after = list.findIndex(({ spans }) => extentOf(spans).start >= caret);
        go(direction === 1 ? list[Math.max(after, 0)] : (list[after - 1] ?? list.at(-1)));
      },
      accept() {
        decide((suggestion) => {
          const { store } = now();
          const taken = [suggestion, ...broughtAlong(store, suggestion)];
          store.change(
            taken.map((one) => ({ ...one, origin: 'person', suggestion: null, createdBy: me.id, version: one.version + 1 })), // prettier-ignore
            [],
          );
          const { id, version } = suggestion;
          void run({ name: 'acceptSuggestion', input: { id, version } }).then(({ ok }) => {
            if (!ok) store.change(taken, []);
          });
        });
      },
      reject() {
        decide((suggestion) => {
          const { store } = now();
          const { id, version } = suggestion;
          store.hide(id);
          void run({ name: 'rejectSuggestion', input: { id, version } }).then(({ ok }) => {
            if (!ok) store.show(suggestion);
          });
        });
      },
    };
    return judging;
  }, [run, say, me]);

  const group = 'Suggestions';
  useShortcuts([
    { keys: 'i', name: 'Next suggestion', group, run: () => judging.next(1) },
    { keys: 'Shift+I', name: 'Suggestion before', group, run: () => judging.next(-1) },
    { keys: 'y', name: 'Accept the suggestion', group, run: () => judging.accept() },
    { keys: 'x', name: 'Reject the suggestion', group, run: () => judging.reject() },
    { keys: 'Shift+Y', name: 'Accept all that are sure…', group, run: () => input.acceptAll() },
  ]);
  return judging;
}

/** The suggested attribution that the desk accepts together with a quote: the one that holds it. */
function broughtAlong(
  store: ArticleStore,
  { kind, spans }: ReadingAnnotation,
): ReadingAnnotation[] {
  if (kind !== 'quote') return [];
  const holds = (other: ReadingAnnotation) =>
    other.kind === 'attribution' &&
    spans.every((piece) => contentOf(other.spans).some((outer) => spanContains(outer, piece)));
  return store.listSuggestions().filter(holds).slice(0, 1);
}

/** Puts the caret before a suggestion; the page moves only where its line is near an edge or out of sight. */
function show(reader: Reader, { id, spans }: ReadingAnnotation): void {
  const { start } = extentOf(spans);
  reader.select({ start, end: start });
  const mark = reader.index.get(id);
  const top = mark === undefined ? null : reader.topOf(mark);
  const isHandy = top !== null && top > innerHeight * 0.12 && top < innerHeight * 0.7;
  if (!isHandy) reader.reveal(id);
}

/** A suggestion as a screen reader should say it. */
function describe(reader: Reader, suggested: ReadingAnnotation): string {
  const kind = KIND_LABELS[suggested.kind].toLowerCase();
  const { suggestion } = suggested;
  const why = suggestion === null ? '' : ` ${reasonSentence(suggestion)}`;
  return `Suggested ${kind}: ${wordsOf(reader.text, suggested)}.${why}`;
}
