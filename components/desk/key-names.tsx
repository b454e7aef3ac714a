import { Kbd } from '../ui/tag';
import styles from './shell.module.css';
import type { Shortcut } from './shortcuts';

const IS_APPLE = /^(?:Mac|iP)/.test(globalThis.navigator?.platform ?? '');

const NAMES: Readonly<Record<string, string>> = {
  $mod: IS_APPLE ? '⌘' : 'Ctrl',
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

/** What can be done, in the order of the list, each once and with all its keys. */
export function eachOnce(shortcuts: readonly Shortcut[]): readonly NamedShortcut[] {
  const named = new Map<string, NamedShortcut>();
  for (const { keys, ...shortcut } of shortcuts) {
    const id = `${shortcut.group} ${shortcut.name}`;
    const before = named.get(id)?.keys ?? [];
    named.set(id, { ...shortcut, id, keys: keys === null ? before : [...before, keys] });
  }
  return [...named.values()];
}

export interface NamedShortcut extends Omit<Shortcut, 'keys'> {
  readonly id: string;
  readonly keys: readonly string[];
}

/** A shortcut's keys as caps. */
export function KeyNames({ keys }: { keys: readonly string[] }) {
  return (
    <span className={styles.keyNames}>
      {keys.map((each, index) => (
        <span key={each} className={styles.keyNames}>
          {index > 0 && 'or'}
          {capsOf(each).map((cap, place) => (
            <Kbd key={place}>{cap}</Kbd>
          ))}
        </span>
      ))}
    </span>
  );
}

function capsOf(keys: string): readonly string[] {
  return keys
    .replace('Shift+?', '?')
    .split(/[+ ]/)
    .map((cap) => NAMES[cap] ?? cap.replace(/^(?:Key|Digit)(?=.)/, ''));
}
