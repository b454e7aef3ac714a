import { Kbd } from '../ui/tag';
import styles from './shell.module.css';

const NAMES: Readonly<Record<string, string>> = {
  $mod: 'Ctrl',
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

/** A shortcut's keys as caps. */
export function KeyNames({ keys }: { keys: string }) {
  const caps = keys
    .replace('Shift+?', '?')
    .split(/[+ ]/)
    .map((cap) => NAMES[cap] ?? cap.replace(/^(?:Key|Digit)(?=.)/, ''));
  return (
    <span className={styles.keyNames}>
      {caps.map((cap, index) => (
        <Kbd key={index}>{cap}</Kbd>
      ))}
    </span>
  );
}
