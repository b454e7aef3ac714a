import { Import } from 'lucide-react';
import Link from 'next/link';
import { buttonClass } from '../ui/button';
import { EmptyState } from '../ui/tag';
import type { LibraryView } from './library-address';
import styles from './library.module.css';

/** A desk without articles: what to do first. */
export function EmptyLibrary() {
  return (
    <div className={styles.page}>
      <EmptyState>
        <h1 className={styles.welcome}>Nothing on the desk yet</h1>
        <p className={styles.welcomeWords}>
          Bring in the first article: drop a text file, or paste the text. Stet finds headline,
          byline, dateline and paragraphs, and you can start marking what needs checking.
        </p>
        <Link className={buttonClass('primary')} href="/import">
          <Import size={15} aria-hidden />
          Import an article
        </Link>
      </EmptyState>
    </div>
  );
}

export function NoHits({ view }: { readonly view: LibraryView }) {
  return (
    <EmptyState>
      <p>
        {view.text.trim() === '' ? (
          'This collection holds no articles.'
        ) : (
          <>
            No article here has “<bdi>{view.text.trim()}</bdi>” in its headline, byline or file
            name.
          </>
        )}
      </p>
      <Link className={buttonClass()} href="/">
        Show all articles
      </Link>
    </EmptyState>
  );
}
