'use client';

import { Command } from 'cmdk';
import { Dialog } from '../ui/dialog';
import { KeyNames } from './key-names';
import styles from './shell.module.css';
import type { Shortcut } from './shortcuts';

interface PaletteDialogProps {
  readonly shortcuts: readonly Shortcut[];
  readonly onClose: () => void;
  readonly onChoose: (shortcut: Shortcut) => void;
}

export function PaletteDialog({ shortcuts, onClose, onChoose }: PaletteDialogProps) {
  return (
    <Dialog open title="Palette" onClose={onClose}>
      <Command className={styles.palette} label="Palette">
        <Command.Input placeholder="What do you want to do?" autoFocus />
        <Command.List className={styles.paletteList}>
          <Command.Empty>Nothing by that name.</Command.Empty>
          {shortcuts.map((shortcut) => (
            <Command.Item
              key={`${shortcut.group} ${shortcut.name}`}
              value={`${shortcut.name} ${shortcut.group}`}
              onSelect={() => onChoose(shortcut)}
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
