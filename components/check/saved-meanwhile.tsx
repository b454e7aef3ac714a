import { Button } from '../ui/button';
import styles from './check.module.css';
import type { Draft } from './use-draft';

/** What was stored elsewhere while a text was being written, and the choice between both. */
export function SavedMeanwhile({ draft }: { readonly draft: Draft }) {
  if (draft.theirs === null) return null;
  return (
    <p className={styles.theirs} role="alert">
      {draft.theirs === '' ? (
        'Meanwhile this was emptied elsewhere.'
      ) : (
        <>
          Meanwhile this was saved elsewhere: “<bdi>{draft.theirs}</bdi>”.
        </>
      )}{' '}
      What you write is not saved until you choose.{' '}
      <Button look="quiet" onClick={draft.keepMine}>
        Keep mine
      </Button>
      <Button look="quiet" onClick={draft.takeTheirs}>
        Take the other
      </Button>
    </p>
  );
}
