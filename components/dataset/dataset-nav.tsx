'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import styles from './dataset.module.css';

const PAGES = [
  { href: '/datasets', name: 'Export' },
  { href: '/datasets/bring-in', name: 'Bring in' },
  { href: '/datasets/agreement', name: 'Agreement' },
  { href: '/datasets/adjudication', name: 'Adjudication' },
  { href: '/datasets/datasheet', name: 'Datasheet' },
  { href: '/datasets/releases', name: 'Releases' },
] as const;

/** From one page about datasets to the others. */
export function DatasetNav() {
  const path = usePathname();
  return (
    <nav className={styles.nav} aria-label="Datasets">
      {PAGES.map(({ href, name }) => (
        <Link
          key={href}
          prefetch={false}
          href={href}
          aria-current={path === href ? 'page' : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
