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
  /** In tinykeys' notation: `c`, `Shift+?`, `$mod+z`, `g q`. None: palette only. */
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

  const register = useCallback((shortcuts: readonly Shortcut[]) => {
    groups.current.add(shortcuts);
    setVersion((n) => n + 1);
    return () => {
      groups.current.delete(shortcuts);
      setVersion((n) => n + 1);
    };
  }, []);

  const list = useCallback(() => [...groups.current].flat(), []);

  useEffect(() => {
    const bindings: Record<string, (event: KeyboardEvent) => void> = {};
    const sequences: typeof bindings = {};
    for (const { keys, run, inFields = false, readerOnly = false } of list()) {
      if (keys === null || readerOnly || (!singleKeys && isSingle(keys))) continue;
      const isSequence = keys.includes(' ');
      (isSequence ? sequences : bindings)[keys] = (event) => {
        if (event.defaultPrevented || (!inFields && isField(event.target))) return;
        event.preventDefault();
        if (isSequence) event.stopPropagation();
        void run();
      };
    }
    // What ends a sequence is no key of its own, in the article's view neither: that one comes first.
    const ends = [tinykeys(window, sequences, { capture: true }), tinykeys(window, bindings)];
    return () => ends.forEach((end) => end());
  }, [list, singleKeys, version]);

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
