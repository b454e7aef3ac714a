'use client';

import { loadedWhenShown } from '../ui/loaded-when-shown';
import { useDesk } from './desk-context';

const ConflictDialog = loadedWhenShown(() =>
  import('./conflict-dialog').then((module) => module.ConflictDialog),
);

/** Loads the dialog for conflicting versions when there is one. */
export function ConflictGate() {
  return useDesk().conflict === null ? null : <ConflictDialog />;
}
