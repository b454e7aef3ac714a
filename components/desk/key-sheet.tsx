'use client';

import { useState } from 'react';
import { Dialog } from '../ui/dialog';
import { Kbd } from '../ui/tag';
import styles from './shell.module.css';
import { useShortcutList, useShortcuts, type Shortcut } from './shortcuts';

/** The sheet of all keys that work on this page, opened with `?`. */
export function KeySheet() {
  const [open, setOpen] = useState(false);
  const { list, singleKeys, setSingleKeys } = useShortcutList();
  useShortcuts([
    { keys: 'Shift+?', name: 'Show the keys', group: 'Everywhere', run: () => setOpen(true) },
  ]);
  const groups = open ? Object.groupBy(list(), (shortcut) => shortcut.group) : {};
  return (
    <Dialog open={open} title="Keys" onClose={() => setOpen(false)}>
      <div className={styles.keys}>
        {Object.entries(groups).map(([group, shortcuts]) => (
          <section key={group}>
            <h3>{group}</h3>
            <ul>
              {shortcuts?.map((shortcut) => (
                <KeyLine key={shortcut.name} shortcut={shortcut} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p>
        <label>
          <input
            type="checkbox"
            checked={singleKeys}
            onChange={(event) => setSingleKeys(event.target.checked)}
          />{' '}
          Single-letter keys are on
        </label>
      </p>
    </Dialog>
  );
}

function KeyLine({ shortcut }: { shortcut: Shortcut }) {
  if (shortcut.keys === null) return null;
  return (
    <li>
      {shortcut.name}
      <KeyNames keys={shortcut.keys} />
    </li>
  );
}

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
    .map((cap) => NAMES[cap] ?? cap);
  return (
    <span className={styles.keyNames}>
      {caps.map((cap, index) => (
        <Kbd key={index}>{cap}</Kbd>
      ))}
    </span>
  );
}
