'use client';

import { Import } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { LibraryPage } from '@/corpus/annotation/library';
import { counted, figure } from '@/corpus/wording/numbers';
import { useShortcuts } from '../desk/shortcuts';
import { buttonClass } from '../ui/button';
import { libraryAddress, moreAddress, type LibraryView } from './library-address';
import { LibraryLine } from './library-line';
import { LibrarySearch } from './library-search';
import { EmptyLibrary, NoHits } from './library-states';
import styles from './library.module.css';
import { useRefreshOnChange } from './refresh-on-change';

interface LibraryProps {
  readonly page: LibraryPage;
  readonly view: LibraryView;
  readonly collections: readonly { readonly id: string; readonly name: string }[];
}

/** The articles of the desk, in the order they came in. */
export function Library({ page, view, collections }: LibraryProps) {
  const root = useRef<HTMLDivElement>(null);
  const move = (by: 1 | -1) => moveAlong(root.current, by);
  const rememberShown = useFocusOnMore(root, page.items.length);
  useRefreshOnChange();
  useLibraryKeys(move, root);
  const searching = view.text.trim() !== '' || view.collectionId !== null;
  if (page.total === 0 && !searching) return <EmptyLibrary />;
  return (
    <div className={styles.page} ref={root} onKeyDown={(event) => moveByArrow(event, move)}>
      <header className={styles.top}>
        <h1 className={styles.title}>Articles</h1>
        <LibrarySearch view={view} collections={collections} onLeaveDown={() => move(1)} />
        <Link className={buttonClass('primary')} href="/import">
          <Import size={15} aria-hidden />
          Import
        </Link>
      </header>
      <p className={styles.count} role="status">
        {searching ? `${counted(page.total, 'article')} found` : counted(page.total, 'article')}
      </p>
      {view.after !== null && (
        <Link className={styles.back} href={libraryAddress({ ...view, after: null, pages: 1 })}>
          Back to the first articles
        </Link>
      )}
      {page.items.length === 0 ? (
        <NoHits view={view} />
      ) : (
        <ul className={styles.list} aria-label="Articles">
          {page.items.map((item) => (
            <LibraryLine key={item.id} item={item} />
          ))}
        </ul>
      )}
      {page.nextCursor !== null && (
        <p className={styles.more}>
          <Link
            className={buttonClass()}
            href={moreAddress(view, page.nextCursor)}
            scroll={false}
            prefetch={false}
            onClick={rememberShown}
          >
            Show more
          </Link>
          {view.after === null && (
            <span>
              {figure(page.items.length)} of {figure(page.total)} shown
            </span>
          )}
        </p>
      )}
    </div>
  );
}

/** After “Show more” the focus goes to the first article that came with it. */
function useFocusOnMore(
  root: { readonly current: HTMLDivElement | null },
  shown: number,
): () => void {
  const before = useRef<number | null>(null);
  useEffect(() => {
    if (before.current === null || before.current === shown) return;
    const first = before.current < shown ? before.current : 0;
    before.current = null;
    root.current?.querySelectorAll<HTMLAnchorElement>('[data-line]')[first]?.focus();
  }, [root, shown]);
  return () => {
    before.current = shown;
  };
}

function useLibraryKeys(
  move: (by: 1 | -1) => void,
  root: { readonly current: HTMLDivElement | null },
): void {
  const router = useRouter();
  const group = 'Articles';
  const search = () =>
    root.current?.querySelector<HTMLInputElement>('input[type=search]')?.select();
  useShortcuts([
    { keys: 'j', name: 'Next article', group, run: () => move(1) },
    { keys: 'k', name: 'Previous article', group, run: () => move(-1) },
    { keys: 'ArrowDown', name: 'Next article', group, run: () => move(1) },
    { keys: 'ArrowUp', name: 'Previous article', group, run: () => move(-1) },
    { keys: '/', name: 'Search the articles', group, run: search },
    { keys: 'i', name: 'Import', group, run: () => router.push('/import') },
  ]);
}

/** Arrows inside the list work also where single keys are switched off. */
function moveByArrow(event: KeyboardEvent, move: (by: 1 | -1) => void): void {
  const inList = event.target instanceof Element && event.target.closest('ul') !== null;
  const plain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (!inList || !plain || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
  event.preventDefault();
  move(event.key === 'ArrowDown' ? 1 : -1);
}

/** Moves the focus to the next or previous headline; from outside the list to the first. */
function moveAlong(root: HTMLElement | null, by: 1 | -1): void {
  const links = [...(root?.querySelectorAll<HTMLAnchorElement>('[data-line]') ?? [])];
  const line = document.activeElement?.closest('li');
  const at = links.findIndex((link) => line?.contains(link) === true);
  const next = links[at === -1 ? 0 : Math.min(links.length - 1, Math.max(0, at + by))];
  next?.focus({ preventScroll: true });
  next?.closest('li')?.scrollIntoView({ block: 'nearest' });
}
