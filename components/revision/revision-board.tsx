'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import type { RevisionReview } from '@/corpus/anchoring/review';
import type { RevisionName } from '@/corpus/annotation/reading';
import type { Signature } from '@/corpus/verification/check-detail';
import { SignatureList } from '../check/signature-list';
import { useDesk } from '../desk/desk-context';
import { useShortcuts } from '../desk/shortcuts';
import { Button, buttonClass } from '../ui/button';
import { LocalTime } from '../ui/local-time';
import { ReviewList } from './review-list';
import { postRevision } from './post-revision';
import { ArticleHeading } from '../article/article-heading';
import styles from './revision.module.css';

interface RevisionBoardProps {
  readonly articleId: string;
  readonly headline: string;
  /** Oldest first. */
  readonly revisions: readonly RevisionName[];
  readonly review: RevisionReview | null;
  readonly signatures: readonly Signature[];
}

/** The revisions of an article: what the newest did to its marks, older ones, and making one. */
export function RevisionBoard(props: RevisionBoardProps) {
  const { articleId, headline, revisions, review, signatures } = props;
  const edit = `/articles/${articleId}/edit`;
  useShortcuts([
    { keys: 'e', name: 'Edit the text', group: 'Revisions', run: () => location.assign(edit) },
  ]);
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <div>
          <ArticleHeading articleId={articleId} headline={headline} />
        </div>
        <div className={styles.row}>
          <Link prefetch={false} href={`/articles/${articleId}/original`}>
            Original and blocks
          </Link>
          <a href={edit} className={buttonClass()}>
            Edit the text
          </a>
        </div>
      </header>
      {review !== null && <ReviewList key={review.revisionId} review={review} />}
      <RevisionNames articleId={articleId} revisions={revisions} />
      {signatures.length > 0 && (
        <section aria-labelledby="signatures">
          <h2 id="signatures" className={styles.heading}>
            Signatures
          </h2>
          <p className={styles.quiet}>Which words, on which revision, were signed by whom.</p>
          <SignatureList signatures={signatures} />
        </section>
      )}
    </div>
  );
}

function RevisionNames({
  articleId,
  revisions,
}: Pick<RevisionBoardProps, 'articleId' | 'revisions'>) {
  const router = useRouter();
  const { say } = useDesk();
  const newest = revisions.at(-1)!.number;
  const goBack = async (number: number) => {
    const made = await postRevision(articleId, { backTo: number });
    say('refused' in made ? made.refused : `The text is that of revision ${number} again.`);
    router.refresh();
  };
  return (
    <section aria-labelledby="revisions">
      <h2 id="revisions" className={styles.heading}>
        Revisions
      </h2>
      <ol className={styles.revisions}>
        {[...revisions].reverse().map(({ id, number, note, createdAt }) => (
          <li key={id}>
            <span>
              <strong>Revision {number}</strong>
              {note !== null && <span dir="auto"> {note}</span>}
            </span>
            <LocalTime at={createdAt} />
            <span className={styles.row}>
              {number > 1 && (
                <Link
                  prefetch={false}
                  href={`/articles/${articleId}/compare?from=${number - 1}&to=${number}`}
                >
                  Compare with revision {number - 1}
                </Link>
              )}
              {number < newest && (
                <Button look="quiet" onClick={() => void goBack(number)}>
                  Go back to this text
                </Button>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
