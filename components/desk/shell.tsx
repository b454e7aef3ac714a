'use client';

import Link from 'next/link';
import { usePathname, useRouter } from 'next/navigation';
import { useEffect, type ReactNode } from 'react';
import type { PersonName } from '@/corpus/annotation/reading';
import { DeskProvider } from './desk-context';
import { wakePage } from './wake';
import { KeySheet } from './key-sheet';
import { Palette } from './palette';
import { SaveIndicator } from './save-indicator';
import { SaidAloud } from './said-aloud';
import { SeldomDialogs } from './seldom-dialogs';
import { ShortcutProvider } from './shortcuts';
import styles from './shell.module.css';
import { ThemeSwitch } from './theme-switch';

const PAGES = [
  { href: '/', name: 'Articles' },
  { href: '/queue', name: 'Queue' },
  { href: '/sources', name: 'Sources' },
  { href: '/datasets', name: 'Datasets' },
  { href: '/desk', name: 'Desk' },
] as const;

interface ShellProps {
  readonly me: PersonName;
  /** The tool that says, and perhaps changes, who acts. */
  readonly who: ReactNode;
  readonly since: number;
  readonly children: ReactNode;
}

/** What every page stands in: navigation, who acts, whether all is saved, palette and keys. */
export function Shell({ me, who, since, children }: ShellProps) {
  const path = usePathname();
  const router = useRouter();
  useEffect(wakePage, []);
  // The router leaves a page that was scrolled by less than the head's height as it was, under that head.
  useEffect(() => {
    if (scrollY < 64) scrollTo(0, 0);
  }, [path]);
  // What the router kept of a page is shown first on the way back; what was done since is read then.
  useEffect(() => {
    const readAgain = () => location.hash === '' && router.refresh();
    window.addEventListener('popstate', readAgain);
    return () => window.removeEventListener('popstate', readAgain);
  }, [router]);
  return (
    <DeskProvider me={me} since={since}>
      <ShortcutProvider>
        <a className={styles.skip} href="#main">
          Skip to the page
        </a>
        <header className={styles.header}>
          <Link
            className={styles.name}
            prefetch={false}
            href="/"
            aria-label="Stet, to the articles"
          >
            stet
          </Link>
          <nav className={styles.nav} aria-label="Pages">
            {PAGES.map(({ href, name }) => (
              <Link
                key={href}
                href={href}
                prefetch={false}
                aria-current={isCurrent(path, href) ? 'page' : undefined}
              >
                {name}
              </Link>
            ))}
          </nav>
          <div className={styles.tools}>
            <SaveIndicator />
            <ThemeSwitch />
            {who}
          </div>
        </header>
        <main id="main" className={styles.main} tabIndex={-1}>
          {children}
        </main>
        <Palette />
        <KeySheet />
        <SeldomDialogs />
        <SaidAloud />
      </ShortcutProvider>
    </DeskProvider>
  );
}

function isCurrent(path: string, href: string): boolean {
  if (href === '/') return path === '/' || path.startsWith('/articles') || path === '/import';
  return path.startsWith(href);
}
