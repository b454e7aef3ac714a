'use client';

import { Copy } from 'lucide-react';
import { useDesk } from '../desk/desk-context';
import { Button } from '../ui/button';
import styles from './dataset.module.css';

/** A command line to copy. */
export function CopyLine({ line }: { readonly line: string }) {
  const { say } = useDesk();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(line);
      say('Copied.');
    } catch {
      say('The browser did not let Stet copy; select the line instead.');
    }
  };
  return (
    <div className={styles.copy}>
      <code dir="ltr">{line}</code>
      <Button onClick={() => void copy()} aria-label="Copy the command line">
        <Copy size={14} aria-hidden />
        Copy
      </Button>
    </div>
  );
}
