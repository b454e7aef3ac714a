import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import type { CarryDecision, ReviewItem, RevisionReview } from '@/corpus/anchoring/review';
import type { Span } from '@/corpus/spans/span';
import type { CommandStep } from '@/corpus/commands/requests';
import { newId } from '@/corpus/commands/id';
import { figure } from '@/corpus/wording/numbers';
import { useDesk } from '../desk/desk-context';
import { useShortcuts } from '../desk/shortcuts';
import { ReviewCard } from './review-card';
import styles from './revision.module.css';

/** The marks that did not come to the newest revision whole: changed, ambiguous, lost. */
export function ReviewList({ review }: { readonly review: RevisionReview }) {
  const { items, counts, number, articleId } = review;
  const [at, setAt] = useState(0);
  const list = useRef<HTMLOListElement>(null);
  const decide = useDecisions(review.revisionId);
  const go = (to: number) => {
    const next = Math.max(0, Math.min(items.length - 1, to));
    setAt(next);
    list.current?.querySelectorAll<HTMLElement>('[data-item]')[next]?.focus();
  };
  const current = items[at];
  const act = (run: (item: ReviewItem) => void) => () => current && run(current);
  useShortcuts([
    { keys: 'j', name: 'Next mark', group: 'Review', run: () => go(at + 1) },
    { keys: 'k', name: 'Mark before', group: 'Review', run: () => go(at - 1) },
    { keys: 'y', name: 'Accept', group: 'Review', run: act((item) => decide(item, 'accepted')) },
    {
      keys: 'x',
      name: 'Drop the mark',
      group: 'Review',
      run: act((item) => decide(item, 'dropped')),
    },
    ...[0, 1, 2, 3, 4].map((place) => ({
      keys: String(place + 1),
      name: `Mark place ${place + 1}`,
      group: 'Review',
      run: act((item) => item.places[place] && decide(item, 'remarked', item.places[place])),
    })),
  ]);
  const whole = counts.unchanged + counts.moved;
  return (
    <section aria-labelledby="review">
      <h2 id="review" className={styles.heading}>
        What revision {number} did to the marks
      </h2>
      <p className={styles.quiet} data-testid="review-counts">
        {figure(counts.changed)} changed · {figure(counts.ambiguous)} in several places ·{' '}
        {figure(counts.lost)} gone · {figure(whole)} as they were
        {counts.moved > 0 && `, ${figure(counts.moved)} of them in another place`}
      </p>
      {items.length === 0 && <p>No mark needs a look: all words that were marked are the same.</p>}
      <ol className={styles.items} ref={list}>
        {items.map((item, index) => (
          <ReviewCard
            key={item.annotationId}
            item={item}
            current={index === at}
            onFocus={() => setAt(index)}
            onDecide={(decision, place) => decide(item, decision, place)}
          />
        ))}
      </ol>
      {items.length > 0 && (
        <p className={styles.quiet}>
          To mark other words, open the{' '}
          <Link prefetch={false} href={`/articles/${articleId}`}>
            article
          </Link>
          . Every decision can be undone.
        </p>
      )}
    </section>
  );
}

function useDecisions(revisionId: string) {
  const { run, say } = useDesk();
  const router = useRouter();
  return (item: ReviewItem, decision: CarryDecision, place?: Span) => {
    const { annotationId, annotationVersion: version } = item;
    const review: CommandStep = {
      name: 'reviewCarried',
      input: { id: newId(), annotationId, revisionId, decision },
    };
    const steps: CommandStep[] = [review];
    if (decision === 'dropped') {
      steps.push({ name: 'removeAnnotation', input: { id: annotationId, version } });
    }
    if (decision === 'remarked' && place !== undefined) {
      const spans = [{ part: 'content' as const, ordinal: 0, piece: 0, ...place }];
      steps.unshift({ name: 'respanAnnotation', input: { id: annotationId, version, spans } });
    }
    void run(...steps).then(() => {
      say({ accepted: 'Accepted.', dropped: 'Dropped.', remarked: 'Marked there.' }[decision]);
      router.refresh();
    });
  };
}
