'use client';

import { SignedOutDialog } from '../account/signed-out-dialog';
import { ConflictDialog } from './conflict-dialog';
import { useDesk } from './desk-context';

/** What stops the work on a page: versions that conflict, a session that has ended. */
export function OpenDialogs() {
  return (
    <>
      <ConflictDialog />
      {useDesk().signedOut && <SignedOutDialog />}
    </>
  );
}
