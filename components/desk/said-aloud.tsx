'use client';

import { useEffect, useState } from 'react';
import { useDesk } from './desk-context';
import styles from './shell.module.css';

const SHOWN_MS = 4000;

/** The last sentence said to the person: on the page for a moment, and to a screen reader. */
export function SaidAloud() {
  const { said } = useDesk();
  const [hidden, setHidden] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setHidden(said.count), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said.count]);
  const shown = said.count > hidden;
  return (
    <div role="status" aria-live="polite" className={shown ? styles.toast : 'visually-hidden'}>
      {said.sentence}
    </div>
  );
}
