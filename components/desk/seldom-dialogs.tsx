'use client';

import { loadedWhenShown } from '../ui/loaded-when-shown';
import { useDesk } from './desk-context';

const ConflictDialog = loadedWhenShown(() =>
  import('./conflict-dialog').then((module) => module.ConflictDialog),
);

const SignedOutDialog = loadedWhenShown(() =>
  import('../account/signed-out-dialog').then((module) => module.SignedOutDialog),
);

/** Loads the dialogs that a page seldom needs, when it does. */
export function SeldomDialogs() {
  const { conflict, signedOut } = useDesk();
  return (
    <>
      {conflict !== null && <ConflictDialog />}
      {signedOut && <SignedOutDialog />}
    </>
  );
}
