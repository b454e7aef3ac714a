'use client';

import { useState } from 'react';
import { loadedWhenShown } from '../ui/loaded-when-shown';
import { useShortcuts } from './shortcuts';

const KeySheetDialog = loadedWhenShown(() =>
  import('./key-sheet-dialog').then((module) => module.KeySheetDialog),
);

/** The sheet of all keys that work on this page, opened with `?`. */
export function KeySheet() {
  const [open, setOpen] = useState(false);
  useShortcuts([
    { keys: 'Shift+?', name: 'Show the keys', group: 'Everywhere', run: () => setOpen(true) },
  ]);
  return open ? <KeySheetDialog onClose={() => setOpen(false)} /> : null;
}
