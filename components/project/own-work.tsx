'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import type { OwnWork as Work } from '@/corpus/project/work';
import { counted } from '@/corpus/wording/numbers';
import { newId } from '../desk/command-client';
import { useDesk } from '../desk/desk-context';
import { Button } from '../ui/button';
import styles from './project.module.css';
import { USE_LABELS } from './words';

/** What projects hand out to the reader: the article to go on with, or the next one. */
export function OwnWork({ work }: { readonly work: readonly Work[] }) {
  const { follow, run } = useDesk();
  const router = useRouter();
  useEffect(() => follow((notices) => notices.some(({ entity }) => entity === 'assignment') && router.refresh()), [follow, router]); // prettier-ignore
  const take = async (collectionId: string) => {
    const outcome = await run({ name: 'takeArticle', input: { id: newId(), collectionId } });
    if (outcome.ok) router.refresh();
  };
  return (
    <section className={styles.own} aria-label="Your work">
      <h2>Your work</h2>
      {work.map(({ collectionId, name, open, submitted }) => (
        <div key={collectionId} className={styles.row}>
          <span className={styles.name}>
            <bdi>{name}</bdi> <span className={styles.quiet}>{counted(submitted, 'layer')} submitted</span>
          </span>
          {open.map(({ id, articleId, headline, use, returnReason }) => (
            <span key={id}>
              <Link prefetch={false} href={`/articles/${articleId}`} dir="auto">
                {headline}
              </Link>{' '}
              <span className={styles.quiet}>
                {use === 'work' ? '' : USE_LABELS[use]} {returnReason && `Given back: ${returnReason}`}
              </span>
            </span>
          ))}
          {open.length === 0 && (
            <Button look="primary" onClick={() => void take(collectionId)}>
              Next article
            </Button>
          )}
        </div>
      ))}
    </section>
  );
} // prettier-ignore
