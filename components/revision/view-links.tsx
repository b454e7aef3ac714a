'use client';

import Link from 'next/link';
import { useSyncExternalStore } from 'react';
import { buttonClass } from '../ui/button';
import { compareAddress, type CompareChoice, type CompareView } from './compare-choice';
import styles from './compare.module.css';

/** From here on there is room for both texts side by side (compare.module.css). */
const WIDE = '(min-width: 60rem)';

interface ViewLinksProps {
  readonly articleId: string;
  readonly choice: CompareChoice;
}

/** The ways to show two revisions; the current one is told also where the width of the window chose it. */
export function ViewLinks({ articleId, choice }: ViewLinksProps) {
  const byWidth = useSyncExternalStore(followWidth, viewOfWidth, () => null);
  const link = (view: CompareView, name: string) => (
    <Link
      className={buttonClass('quiet')}
      href={compareAddress(articleId, { ...choice, view })}
      prefetch={false}
      aria-current={(choice.view ?? byWidth) === view ? 'true' : undefined}
    >
      {name}
    </Link>
  );
  return (
    <nav className={styles.views} aria-label="How the revisions are shown">
      {link('side', 'Side by side')}
      {link('inline', 'Inline')}
    </nav>
  );
}

function followWidth(onChange: () => void): () => void {
  const wide = matchMedia(WIDE);
  wide.addEventListener('change', onChange);
  return () => wide.removeEventListener('change', onChange);
}

function viewOfWidth(): CompareView {
  return matchMedia(WIDE).matches ? 'side' : 'inline';
}
