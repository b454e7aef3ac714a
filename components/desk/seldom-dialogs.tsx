'use client';

import { loadedWhenShown } from '../ui/loaded-when-shown';
import { useDesk } from './desk-context';

const OpenDialogs = loadedWhenShown(() =>
  import('./open-dialogs').then((module) => module.OpenDialogs),
);

/** Loads the dialogs that a page seldom needs, when it does. */
export function SeldomDialogs() {
  const { conflict, signedOut } = useDesk();
  return conflict !== null || signedOut ? <OpenDialogs /> : null;
}
