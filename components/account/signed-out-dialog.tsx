'use client';

import { useCallback, useEffect, useState } from 'react';
import { useDesk } from '../desk/desk-context';
import { Dialog } from '../ui/dialog';
import { SignInForm } from './sign-in-form';

const PAUSE_MS = 2000;

/**
 * Asks for a new sign-in over the page as it stands, so that nothing typed on it is lost. Stays hidden
 * while the desk merely cannot be reached.
 */
export function SignedOutDialog() {
  const { me, signedInAgain } = useDesk();
  const [asked, setAsked] = useState(false);
  const look = useCallback(async (): Promise<'out' | 'in' | 'silent'> => {
    const id = await whoIsSignedIn();
    if (id === undefined) return 'silent';
    if (id === null) return 'out';
    // Somebody else's page: what the first person did not send yet waits for that person.
    if (id !== me.id) location.reload();
    return 'in';
  }, [me.id]);
  useEffect(() => {
    if (asked) return;
    let timer: ReturnType<typeof setTimeout>;
    const watch = async () => {
      const found = await look();
      if (found === 'out') setAsked(true);
      else timer = setTimeout(() => (found === 'in' ? signedInAgain() : void watch()), PAUSE_MS);
    };
    void watch();
    return () => clearTimeout(timer);
  }, [asked, look, signedInAgain]);
  if (!asked) return null;
  const goOn = async () => {
    if ((await look()) === 'in') signedInAgain();
  };
  return (
    <Dialog open title="You are signed out" onClose={() => undefined}>
      <p>
        Sign in as <bdi>{me.name}</bdi> to go on. What you wrote stays on this page and is saved as
        soon as you are back.
      </p>
      <SignInForm onSignedIn={() => void goOn()} />
    </Dialog>
  );
}

/** The id of who is signed in, null for nobody, undefined where the desk gave no answer. */
async function whoIsSignedIn(): Promise<string | null | undefined> {
  try {
    const response = await fetch('/api/sessions');
    if (response.status === 401) return null;
    return response.ok ? ((await response.json()) as { id: string }).id : undefined;
  } catch {
    return undefined;
  }
}
