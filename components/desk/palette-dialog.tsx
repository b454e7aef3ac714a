'use client';

import { Command } from 'cmdk';
import { Dialog } from '../ui/dialog';
import { KeyNames, eachOnce } from './key-names';
import styles from './shell.module.css';
import type { Shortcut } from './shortcuts';

interface PaletteDialogProps {
  readonly shortcuts: readonly Shortcut[];
  readonly onClose: () => void;
  /** Takes what is to be done. */
  readonly onChoose: (run: Shortcut['run']) => void;
}

export function PaletteDialog({ shortcuts, onClose, onChoose }: PaletteDialogProps) {
  return (
    <Dialog open title="Palette" onClose={onClose}>
      <Command className={styles.palette} label="Palette">
        <Command.Input placeholder="What do you want to do?" autoFocus />
        <Command.List className={styles.paletteList}>
          <Command.Empty>Nothing by that name.</Command.Empty>
          {eachOnce(shortcuts).map(({ id, name, group, keys, run }) => (
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
