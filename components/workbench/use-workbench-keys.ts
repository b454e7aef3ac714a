'use client';

import { useCallback, useEffect, useMemo, useRef } from 'react';
import { KINDS, PARTS, contentOf, type Kind, type Part } from '@/corpus/annotation/model';
import { KIND_LABELS, STATUS_LABELS } from '@/corpus/vocabulary';
import { passesFilter, type AnnotationFilter } from '../annotation/filter';
import { wordsOf } from '../annotation/margin';
import { useDesk } from '../desk/desk-context';
import { useShortcuts, type Shortcut } from '../desk/shortcuts';
import { CARET_KEY_NAMES } from '../editor/caret-keys';
import type { Reader } from '../editor/reader';
import type { ArticleStore } from './article-store';
import type { Tagging } from './tagging';
import { useTagging } from './use-tagging';

export interface WorkbenchActions extends Tagging {
  /** Opens the check of the active mark, or of the one under the caret. */
  open(): void;
  /** Goes through the marks under the caret, one at each call. */
  cycle(): void;
  next(direction: 1 | -1): void;
}

interface WorkbenchKeysInput {
  readonly store: ArticleStore;
  readonly reader: Reader | null;
  readonly activeId: string | null;
  readonly setActiveId: (id: string | null) => void;
  readonly openId: string | null;
  readonly open: (id: string | null) => void;
  readonly close: () => void;
  readonly announce: (sentence: string) => void;
  readonly filter: AnnotationFilter;
  readonly toggleFold: () => void;
  readonly print: () => void;
  /** Has the article read for suggestions; null where the suggestions have keys of their own. */
  readonly suggest: (() => void) | null;
  /** Where the reader looks up what a key does now. */
  readonly keys: Record<string, () => void | Promise<void>>;
}

/** The key that marks as a kind; with Shift, the one that makes the selection a part of an attribution. */
export const KIND_KEYS: Readonly<Record<Kind, string>> = {
  claim: 'c',
  quote: 'q',
  attribution: 'a',
};
export const PART_KEYS: Readonly<Record<Part, string>> = {
  source: 'S',
  cue: 'U',
  content: 'O',
  addressee: 'R',
};

/** All that can be done to marks in the article, by key and from the palette and the bar. */
export function useWorkbenchKeys(input: WorkbenchKeysInput): WorkbenchActions {
  const latest = useRef(input);
  useEffect(() => {
    latest.current = input;
  });
  const { store, setActiveId, announce } = input;
  const tagging = useTagging({
    store,
    reader: useCallback(() => latest.current.reader, []),
    activeId: useCallback(() => latest.current.activeId, []),
    activate: setActiveId,
    announce,
  });
  const actions = useMemo<WorkbenchActions>(
    () => ({ ...tagging, ...navigation(() => latest.current) }),
    [tagging],
  );
  const { keys } = input;
  const { undo, redo } = useDesk();
  useEffect(() => {
    const again = () => void redo();
    const history = { 'Mod-z': () => void undo(), 'Mod-y': again, 'Mod-Z': again };
    Object.assign(
      keys,
      history,
      readerKeys(actions, () => latest.current),
    );
  }, [keys, actions, undo, redo]);
  useShortcuts(shortcutsOf(actions, () => latest.current));
  return actions;
}

type Now = () => WorkbenchKeysInput;

function navigation(now: Now): Pick<WorkbenchActions, 'open' | 'cycle' | 'next'> {
  const underCaret = (): readonly string[] => {
    const { reader, store, filter } = now();
    const marks = reader?.index.marksAt(reader.selection.start) ?? [];
    return marks
      .filter(({ id }) => {
        const annotation = store.get(id);
        return annotation !== undefined && passesFilter(filter, annotation);
      })
      .map(({ id }) => id);
  };
  return {
    open() {
      const { activeId, open } = now();
      open(activeId ?? underCaret()[0] ?? null);
    },
    cycle() {
      const { activeId, setActiveId, announce } = now();
      const ids = underCaret();
      const at = ids.indexOf(activeId ?? '');
      const id = ids[(at + 1) % ids.length];
      if (id === undefined) {
        announce('There is no mark here.');
        return;
      }
      setActiveId(id);
      announce(`${describe(now, id)}, ${((at + 1) % ids.length) + 1} of ${ids.length}`);
    },
    next(direction) {
      const { reader, store, filter, activeId, openId, setActiveId, open, announce } = now();
      const list = store.list().filter((annotation) => passesFilter(filter, annotation));
      const from = list.findIndex(({ id }) => id === activeId);
      const caret = reader?.selection.start ?? 0;
      const start = ({ spans }: (typeof list)[number]) => contentOf(spans)[0]?.start ?? Infinity;
      const found =
        from >= 0
          ? list[from + direction]
          : direction === 1
            ? list.find((annotation) => start(annotation) >= caret)
            : list.findLast((annotation) => start(annotation) < caret);
      if (found === undefined || reader === null) return;
      if (openId === null) setActiveId(found.id);
      else open(found.id);
      reader.reveal(found.id);
      const first = contentOf(found.spans)[0];
      if (first !== undefined) reader.select({ start: first.start, end: first.start });
      announce(describe(now, found.id));
    },
  };
}

/** A mark as a screen reader should say it. */
function describe(now: Now, id: string): string {
  const { store, reader } = now();
  const annotation = store.get(id);
  if (annotation === undefined || reader === null) return '';
  const status = STATUS_LABELS[annotation.check?.status ?? 'unchecked'].toLowerCase();
  return `${KIND_LABELS[annotation.kind]}, ${status}: ${wordsOf(reader.text, annotation)}`;
}

/** What the reader's keys do. */
function readerKeys(
  actions: WorkbenchActions,
  now: Now,
): Record<string, () => void | Promise<void>> {
  return {
    ...Object.fromEntries(KINDS.map((kind) => [KIND_KEYS[kind], () => actions.tag(kind)])),
    ...Object.fromEntries(PARTS.map((part) => [PART_KEYS[part], () => actions.setPart(part)])),
    ...Object.fromEntries(
      edgeKeys(actions).map(({ key, isWord, run }) => [isWord ? key : key.toUpperCase(), run]),
    ),
    Space: () => actions.cycle(),
    Enter: () => actions.open(),
    Backspace: () => actions.remove(),
    Delete: () => actions.remove(),
    n: () => actions.next(1),
    N: () => actions.next(-1),
    f: () => now().toggleFold(),
    Escape: () => escape(now),
  };
}

/** Closes the panel, else lets go of the mark, else collapses the selection. */
function escape(now: Now): void {
  const { openId, activeId, reader, close, setActiveId } = now();
  if (openId !== null) close();
  else if (activeId !== null) setActiveId(null);
  else if (reader !== null) reader.select({ start: reader.head, end: reader.head });
}

/** The same for the key sheet and the palette, which also work while the article has no focus. */
function shortcutsOf(actions: WorkbenchActions, now: Now): readonly Shortcut[] {
  const entry = (group: string, keys: string, name: string, run: Shortcut['run']): Shortcut => ({
    keys,
    name,
    group,
    run,
  });
  const focus = () => now().reader?.view.focus();
  return [
    ...KINDS.map((kind) =>
      entry('Marking', KIND_KEYS[kind], `Mark as ${kind}`, () => actions.tag(kind)),
    ),
    ...PARTS.map(
      (part) =>
      entry('Marking', `Shift+${PART_KEYS[part]}`, `Selection is the ${part}`, () => actions.setPart(part)), // prettier-ignore
    ),
    entry('Marking', 'Delete', 'Remove the mark', () => actions.remove()),
    ...edgeKeys(actions).map(({ key, isWord, name, run }) =>
      entry('Edges', isWord ? key : `Shift+${key.toUpperCase()}`, name, run),
    ),
    entry('Article', 'Shift+A', 'Put the caret into the article', () => focus()),
    entry('Article', 'n', 'Next mark', () => actions.next(1)),
    entry('Article', 'Shift+N', 'Previous mark', () => actions.next(-1)),
    entry('Article', 'Enter', 'Open the check of the mark', () => actions.open()),
    entry('Article', 'Space', 'Next mark under the caret', () => actions.cycle()),
    entry('Article', 'o', 'Open the link under the caret', () => void now().reader?.openLink()),
    entry('Article', 'e', 'Edit the text', () =>
      location.assign(`${location.pathname}/edit#${now().reader?.head}`),
    ),
    entry('Article', 'f', 'Fold furniture and comments', () => now().toggleFold()),
    entry('Article', '$mod+p', 'Print with numbered notes', () => now().print()),
    ...(now().suggest === null
      ? []
      : [entry('Article', 'i', 'Suggest marks', () => now().suggest?.())]),
    ...CARET_KEY_NAMES.map(([keys, name]) => entry('Caret', keys, name, () => focus())),
  ].map((shortcut) => {
    // In the article these keys are the view's own; elsewhere they would mark what nobody sees.
    const ofTheView = ['Marking', 'Edges'].includes(shortcut.group);
    const shared = ['Enter', 'Space'].includes(shortcut.keys ?? '');
    return { ...shortcut, readerOnly: ofTheView || shared };
  });
}

const EDGES = [
  ['h', 'start', -1],
  ['j', 'start', 1],
  ['k', 'end', -1],
  ['l', 'end', 1],
] as const;

/** The keys of the edges: plain by a word, with Shift by a character. */
function edgeKeys(actions: WorkbenchActions) {
  return (['word', 'character'] as const).flatMap((unit) =>
    EDGES.map(([key, which, direction]) => ({
      key,
      isWord: unit === 'word',
      name: `${which === 'start' ? 'Start' : 'End'} ${direction < 0 ? 'back' : 'on'} a ${unit}`,
      run: () => actions.edge(which, direction, unit),
    })),
  );
}
