'use client';

import Link from 'next/link';
import { useEffect, useState } from 'react';
import type { Override } from '@/corpus/verification/check-detail';
import { OverrideLine } from '../check/override-form';
import { useDesk } from '../desk/desk-context';
import styles from './presence.module.css';

/** The signatures on the article that an admin gave against the rules of who may sign. */
export function OverrideList({ articleId }: { readonly articleId: string }) {
  const { follow } = useDesk();
  const [overrides, setOverrides] = useState<readonly Override[]>([]);
  useEffect(() => {
    const abort = new AbortController();
    const load = () => {
      fetch(`/api/articles/${articleId}/overrides`, { signal: abort.signal })
        .then(
          async (response) => response.ok && setOverrides((await response.json()) as Override[]),
        ) // prettier-ignore
        .catch(() => undefined);
    };
    load();
    const stop = follow((notices) => {
      if (notices.some((one) => one.entity === 'override' && one.articleId === articleId)) load();
    });
    return () => {
      abort.abort();
      stop();
    };
  }, [articleId, follow]);
  if (overrides.length === 0) return null;
  return (
    <details className={styles.overrides}>
      <summary>Signed against the rules ({overrides.length})</summary>
      <ul>
        {overrides.map((override) => (
          <li key={override.id} dir="auto">
            <Link
              prefetch={false}
              href={`/articles/${articleId}?annotation=${override.annotationId}`}
            >
              “{override.words}”
            </Link>{' '}
            <OverrideLine override={override} />
          </li>
        ))}
      </ul>
    </details>
  );
}
