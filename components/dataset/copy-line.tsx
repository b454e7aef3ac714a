'use client';

import { Copy } from 'lucide-react';
import { Fragment } from 'react';
import { useDesk } from '../desk/desk-context';
import { Button } from '../ui/button';
import styles from './dataset.module.css';

/** A command line to copy. */
export function CopyLine({ parts }: { readonly parts: readonly string[] }) {
  const { say } = useDesk();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(parts.join(' '));
      say('Copied.');
    } catch {
      say('The browser did not let Stet copy; select the line instead.');
    }
  };
  return (
    <div className={styles.copy}>
      <code dir="ltr">
        {parts.map((part, index) => (
          <Fragment key={index}>
            {index > 0 && ' '}
            <span>{part}</span>
          </Fragment>
        ))}
      </code>
      <Button onClick={() => void copy()} aria-label="Copy the command line">
        <Copy size={14} aria-hidden />
        Copy
      </Button>
    </div>
  );
}
