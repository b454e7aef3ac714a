'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useShortcuts } from './shortcuts';

const KeySheetDialog = dynamic(
  () => import('./key-sheet-dialog').then((module) => module.KeySheetDialog),
  { ssr: false },
);

/** The sheet of all keys that work on this page, opened with `?`. */
export function KeySheet() {
  const [open, setOpen] = useState(false);
  useShortcuts([
    { keys: 'Shift+?', name: 'Show the keys', group: 'Everywhere', run: () => setOpen(true) },
  ]);
  return open ? <KeySheetDialog onClose={() => setOpen(false)} /> : null;
}
