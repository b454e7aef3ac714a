'use client';

import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { tinykeys } from 'tinykeys';

/** Something a page can do, by key and from the palette. */
export interface Shortcut {
  /** In tinykeys' notation: `c`, `Shift+?`, `$mod+z`; `g q` for two plain keys. None: palette only. */
  readonly keys: string | null;
  /** Two of one name and group are one thing with two keys. */
  readonly name: string;
  /** The heading it stands under in the key sheet. */
  readonly group: string;
  readonly run: () => void | Promise<void>;
  /** Also while the caret is in a field. */
  readonly inFields?: boolean;
  /** Listed here, but bound by the article view alone. */
  readonly readerOnly?: boolean;
}

interface Shortcuts {
  register(shortcuts: readonly Shortcut[]): () => void;
  list(): readonly Shortcut[];
  readonly singleKeys: boolean;
  setSingleKeys(on: boolean): void;
}

const ShortcutContext = createContext<Shortcuts | null>(null);
const STORAGE_KEY = 'stet-single-keys';

/** How long after the first key of a sequence the second may come, in milliseconds. */
const SEQUENCE_MS = 2000;

function useShortcutRegistry(): Shortcuts {
  const shortcuts = useContext(ShortcutContext);
  if (shortcuts === null) throw new Error('shortcuts need a ShortcutProvider above them');
  return shortcuts;
}

export const useShortcutList = useShortcutRegistry;

/** Offers shortcuts while the component is on the page; the newest definition of each runs. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const { register } = useShortcutRegistry();
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  const shape = shortcuts.map(({ keys, name, group }) => `${keys}|${name}|${group}`).join('\n');
  useEffect(
    () =>
      register(
        latest.current.map((shortcut, index) => ({
          ...shortcut,
          run: () => latest.current[index]?.run(),
        })),
      ),
    [register, shape],
  );
}

export function ShortcutProvider({ children }: { children: ReactNode }) {
  const groups = useRef(new Set<readonly Shortcut[]>());
  const [singleKeys, setSingle] = useState(true);
  const [version, setVersion] = useState(0);

  useEffect(() => setSingle(localStorage.getItem(STORAGE_KEY) !== 'off'), []);

  const list = useCallback(() => [...groups.current].flat(), []);

  const register = useCallback((shortcuts: readonly Shortcut[]) => {
    groups.current.add(shortcuts);
    setVersion((n) => n + 1);
    return () => {
      groups.current.delete(shortcuts);
      setVersion((n) => n + 1);
    };
  }, []);

  useEffect(() => {
    const bindings: Record<string, (event: KeyboardEvent) => void> = {};
    for (const { keys, run, inFields = false, readerOnly = false } of list()) {
      if (keys === null || readerOnly || isSequence(keys)) continue;
      if (!singleKeys && isSingle(keys)) continue;
      bindings[keys] = (event) => {
        if (event.defaultPrevented || (!inFields && isField(event.target))) return;
        event.preventDefault();
        void run();
      };
    }
    return tinykeys(window, bindings);
  }, [list, singleKeys, version]);

  // Apart from the others, which are bound anew whenever a part of the page comes or goes: that would
  // forget the first key of a sequence. What ends one is no key of its own, in the article’s view
  // neither: this listener comes before the view’s.
  useEffect(() => {
    if (!singleKeys) return;
    let first: { readonly key: string; readonly at: number } | null = null;
    const onKeyDown = (event: KeyboardEvent) => {
      if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
      const before = first;
      const key = event.key.toLowerCase();
      const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
      first = isPlain && !isField(event.target) ? { key, at: event.timeStamp } : null;
      if (first === null || before === null || first.at - before.at > SEQUENCE_MS) return;
      const keys = `${before.key} ${key}`;
      const shortcut = list().findLast((one) => one.keys === keys);
      if (shortcut === undefined || event.defaultPrevented) return;
      first = null;
      event.preventDefault();
      event.stopPropagation();
      void shortcut.run();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [list, singleKeys]);

  const shortcuts = useMemo<Shortcuts>(
    () => ({
      register,
      list,
      singleKeys,
      setSingleKeys(on) {
        localStorage.setItem(STORAGE_KEY, on ? 'on' : 'off');
        setSingle(on);
      },
    }),
    [register, list, singleKeys],
  );
  return <ShortcutContext value={shortcuts}>{children}</ShortcutContext>;
}

function isSequence(keys: string): boolean {
  return keys.includes(' ');
}

function isSingle(keys: string): boolean {
  return !/\$mod|Control|Meta|Alt|Escape|F\d/.test(keys);
}

/** Fields in which a key is a letter, not a command; the article itself and ticks take no letters. */
function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('[role="dialog"]') !== null) return true;
  return (
    target.matches('input:not([type=checkbox]), textarea, select') ||
    (target.isContentEditable && !target.closest('[data-reader]'))
  );
}
