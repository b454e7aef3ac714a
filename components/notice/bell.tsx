'use client';

import { useState } from 'react';
import { BellIcon } from '../ui/bell-icon';
import { Button } from '../ui/button';
import { useShortcuts } from '../desk/shortcuts';
import { NoticeList } from './notice-list';
import styles from './notice.module.css';
import { useNotices } from './use-notices';

/** What this person was told: how much of it is unread, and the list. */
export function Bell() {
  const notices = useNotices();
  const [open, setOpen] = useState(false);
  useShortcuts([
    { keys: 'Alt+KeyN', name: 'What you were told', group: 'Everywhere', run: () => setOpen(true) },
  ]);
  const { unread } = notices;
  const name = unread === 0 ? 'Nothing unread' : `${unread} unread`;
  return (
    <>
      <Button
        look="quiet"
        className={styles.bell ?? ''}
        aria-label={`What you were told: ${name.toLowerCase()}`}
        aria-haspopup="dialog"
        data-testid="bell"
        onClick={() => setOpen(true)}
      >
        <BellIcon />
        {unread > 0 && <span className={styles.count}>{unread > 99 ? '99+' : unread}</span>}
      </Button>
      {open && <NoticeList notices={notices} onClose={() => setOpen(false)} />}
    </>
  );
}
