import type { Metadata } from 'next';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/tag';

/** No style sheet of its own: it would be loaded ahead on every page. */
const TITLE = {
  fontSize: 'var(--text-xl)',
  lineHeight: 'var(--leading-tight)',
  color: 'var(--ink)',
};

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <EmptyState>
      <h1 style={TITLE}>There is nothing at this address.</h1>
      <p>The article may have been removed, or the address was cut short.</p>
      <Link className={buttonClass('primary')} href="/">
        To the articles
      </Link>
    </EmptyState>
  );
}
