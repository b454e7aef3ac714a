'use client';

import { Command } from 'cmdk';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Dialog } from '../ui/dialog';
import { useDesk } from './desk-context';
import { KeyNames } from './key-sheet';
import styles from './shell.module.css';
import { useShortcutList, useShortcuts, type Shortcut } from './shortcuts';

/** The palette (Ctrl or ⌘ K): everything that this page can do, by name. */
export function Palette() {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const desk = useDesk();
  const { list } = useShortcutList();
  const go = (keys: string, name: string, href: string): Shortcut => ({
    keys,
    name,
    group: 'Everywhere',
    run: () => router.push(href),
  });
  useShortcuts([
    {
      keys: '$mod+k',
      name: 'Palette',
      group: 'Everywhere',
      inFields: true,
      run: () => setOpen(true),
    },
    { keys: '$mod+z', name: 'Undo', group: 'Everywhere', run: () => void desk.undo() },
    { keys: '$mod+Shift+z', name: 'Redo', group: 'Everywhere', run: () => void desk.redo() },
    { keys: '$mod+y', name: 'Redo (other key)', group: 'Everywhere', run: () => void desk.redo() },
    go('g a', 'Go to the articles', '/'),
    go('g q', 'Go to the queue', '/queue'),
    go('g i', 'Import articles', '/import'),
    go('g d', 'Go to the datasets', '/datasets'),
    go('g p', 'Go to the desk’s people', '/desk'),
  ]);
  const choose = (shortcut: Shortcut) => {
    setOpen(false);
    requestAnimationFrame(shortcut.run);
  };
  return (
    <Dialog open={open} title="Palette" onClose={() => setOpen(false)}>
      <Command className={styles.palette} label="Palette">
        <Command.Input placeholder="What do you want to do?" autoFocus />
        <Command.List className={styles.paletteList}>
          <Command.Empty>Nothing by that name.</Command.Empty>
          {(open ? list() : []).map((shortcut) => (
            <Command.Item
              key={`${shortcut.group} ${shortcut.name}`}
              value={`${shortcut.name} ${shortcut.group}`}
              onSelect={() => choose(shortcut)}
            >
              {shortcut.name}
              {shortcut.keys !== null && <KeyNames keys={shortcut.keys} />}
            </Command.Item>
          ))}
        </Command.List>
      </Command>
    </Dialog>
  );
}
