'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { loadedWhenShown } from '../ui/loaded-when-shown';
import { useDesk } from './desk-context';
import { useShortcutList, useShortcuts, type Shortcut } from './shortcuts';

/** Loaded when it is first opened: reading needs no palette. */
const PaletteDialog = loadedWhenShown(() =>
  import('./palette-dialog').then((module) => module.PaletteDialog),
);

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
    run: () => {
      // A page that asks before it is left (use-leave-warning.ts) is left as by a link of its own.
      if ('asks' in document.documentElement.dataset) location.assign(href);
      else router.push(href);
    },
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
    { keys: '$mod+y', name: 'Redo', group: 'Everywhere', run: () => void desk.redo() },
    go('g a', 'Go to the articles', '/'),
    go('g q', 'Go to the queue', '/queue'),
    go('g i', 'Import articles', '/import'),
    go('g d', 'Go to the datasets', '/datasets'),
    go('g p', 'Go to the desk’s people', '/desk'),
    go('g s', 'Go to the sources', '/sources'),
    go('g r', 'Go to the rules of the suggestions', '/desk/suggestions'),
  ]);
  const choose = (run: Shortcut['run']) => {
    setOpen(false);
    requestAnimationFrame(() => void run());
  };
  if (!open) return null;
  return <PaletteDialog shortcuts={list()} onClose={() => setOpen(false)} onChoose={choose} />;
}
