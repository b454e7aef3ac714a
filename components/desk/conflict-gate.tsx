'use client';

import dynamic from 'next/dynamic';
import { useDesk } from './desk-context';

const ConflictDialog = dynamic(
  () => import('./conflict-dialog').then((module) => module.ConflictDialog),
  { ssr: false },
);

/** Loads the dialog for conflicting versions when there is one. */
export function ConflictGate() {
  return useDesk().conflict === null ? null : <ConflictDialog />;
}
