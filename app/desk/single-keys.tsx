'use client';

import { useShortcutList } from '@/components/desk/shortcuts';
import { Kbd } from '@/components/ui/tag';
import styles from './desk.module.css';

/** Switches the single-letter keys on or off, for this browser. */
export function SingleKeys() {
  const { singleKeys, setSingleKeys } = useShortcutList();
  return (
    <div>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={singleKeys}
          onChange={(event) => setSingleKeys(event.target.checked)}
        />
        Single-letter keys are on
      </label>
      <p className={styles.quiet}>
        <Kbd>?</Kbd> shows the keys of a page. Switch them off if you speak to your computer or type
        by accident; keys with Ctrl or ⌘ stay, and <Kbd>Ctrl</Kbd> <Kbd>K</Kbd> finds everything.
      </p>
    </div>
  );
}
