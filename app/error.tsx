'use client';

import { useRouter } from 'next/navigation';
import { startTransition } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/tag';

/** No style sheet of its own: it would be loaded ahead on every page. */
const TITLE = {
  fontSize: 'var(--text-xl)',
  lineHeight: 'var(--leading-tight)',
  color: 'var(--ink)',
};

interface ErrorPageProps {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const router = useRouter();
  const again = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return (
    <EmptyState>
      <h1 style={TITLE}>This page could not be shown.</h1>
      <p role="alert">
        What you saved is safe.
        {error.digest !== undefined && ` The server’s log names this as ${error.digest}.`}
      </p>
      <Button look="primary" onClick={again}>
        Try again
      </Button>
      {/* A whole new page on purpose: what went wrong may live in this one. */}
      <a className={buttonClass()} href="/">
        To the articles
      </a>
    </EmptyState>
  );
}
