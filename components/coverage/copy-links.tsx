'use client';

import { useState } from 'react';
import { buttonClass } from '../ui/button';
import styles from './coverage.module.css';

const COPIES = [
  { format: 'docx', kind: 'notes', name: 'Word, with comments and endnotes' },
  { format: 'html', kind: 'notes', name: 'Web page, with numbered notes' },
  { format: 'docx', kind: 'redline', name: 'Word, corrections as tracked changes' },
  { format: 'html', kind: 'redline', name: 'Web page, corrections as a redline' },
] as const;

/** The copies of an article that leave the desk. */
export function CopyLinks({ articleId }: { readonly articleId: string }) {
  const [isDiscreet, setDiscreet] = useState(false);
  const query = isDiscreet ? '&discreet=1' : '';
  return (
    <section className={styles.section} aria-labelledby="copies">
      <h2 id="copies">Copies</h2>
      <label className={styles.tick}>
        <input type="checkbox" checked={isDiscreet} onChange={(event) => setDiscreet(event.target.checked)} />
        <span>Leave out what is on background, discussions, and who checked</span>
      </label>
      <p className={styles.row}>
        {COPIES.map(({ format, kind, name }) => (
          <a key={name} className={buttonClass()} href={`/api/copies/${articleId}?format=${format}&kind=${kind}${query}`} download>
            {name}
          </a>
        ))}
        <a className={buttonClass()} href={`/api/copies/${articleId}?format=html&kind=notes&show=1${query}`} target="_blank" rel="noreferrer">
          To print, or to save as PDF
        </a>
      </p>
      <p className={styles.quiet}>
        Evidence off the record or on deep background is never in a copy; each copy says how much was left out.
      </p>
    </section>
  );
} // prettier-ignore
