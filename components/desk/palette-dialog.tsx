'use client';

import { Command } from 'cmdk';
import { useState } from 'react';
import { Dialog } from '../ui/dialog';
import { DATASETS, DESK } from './every-page';
import { KeyNames, eachOnce, type NamedShortcut } from './key-names';
import { listPageActions } from './page-actions';
import styles from './shell.module.css';
import type { Shortcut } from './shortcuts';

interface PaletteDialogProps {
  readonly shortcuts: readonly Shortcut[];
  readonly onClose: () => void;
  /** Takes what is to be done. */
  readonly onChoose: (run: Shortcut['run']) => void;
}

export function PaletteDialog({ shortcuts, onClose, onChoose }: PaletteDialogProps) {
  // Before the dialog stands over the page.
  const [offered] = useState(() => withPages([...eachOnce(shortcuts)], listPageActions()));
  return (
    <Dialog open title="Palette" onClose={onClose}>
      <Command className={styles.palette} label="Palette">
        <Command.Input placeholder="What do you want to do?" autoFocus />
        <Command.List className={styles.paletteList}>
          <Command.Empty>Nothing by that name.</Command.Empty>
          {offered.map(({ id, name, group, keys, run }) => (
            <Command.Item key={id} value={`${name} ${group}`} onSelect={() => onChoose(run)}>
              {name}
              {keys.length > 0 && <KeyNames keys={keys} />}
            </Command.Item>
          ))}
        </Command.List>
      </Command>
    </Dialog>
  );
}

/** Adds what the page shows and the ways to pages that have no key, each where nothing of that name is there. */
function withPages(
  named: readonly NamedShortcut[],
  onPage: readonly Shortcut[],
): readonly NamedShortcut[] {
  const ways = Object.entries({ ...DATASETS, ...DESK }).map(([href, words]): Shortcut => {
    const section = href in DESK ? 'Desk' : 'Datasets';
    return { keys: null, name: words, group: section, run: () => location.assign(href) };
  });
  const known = new Set(named.map(({ name }) => name.toLowerCase()));
  const more = eachOnce([...onPage, ...ways]).filter(({ name }) => {
    const isNew = !known.has(name.toLowerCase());
    known.add(name.toLowerCase());
    return isNew;
  });
  return [...named, ...more];
}
