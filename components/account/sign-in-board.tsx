'use client';

import styles from './account.module.css';
import { SignInForm } from './sign-in-form';

/** The page for whoever is not signed in. `next`: a path of the desk to go on to. */
export function SignInBoard({ next }: { readonly next: string }) {
  return (
    <div className={styles.door}>
      <h1>Sign in to Stet</h1>
      <SignInForm onSignedIn={() => location.assign(next)} />
      <p className={styles.soft}>
        Forgotten your password, or no account yet? An admin of this desk can send you a link.
      </p>
    </div>
  );
}
