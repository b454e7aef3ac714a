import { wordDifference } from '@/corpus/anchoring/word-difference';
import type { CarryDecision, ReviewItem } from '@/corpus/anchoring/review';
import type { Span } from '@/corpus/spans/span';
import { KIND_LABELS, STATUS_LABELS } from '@/corpus/vocabulary';
import { Button } from '../ui/button';
import { Kbd, Tag } from '../ui/tag';
import styles from './revision.module.css';

const OUTCOME_WORDS: Readonly<Record<ReviewItem['outcome'], string>> = {
  unchanged: 'Unchanged',
  moved: 'Moved',
  changed: 'Changed',
  ambiguous: 'In several places',
  lost: 'Gone',
};

const DECISION_WORDS: Readonly<Record<CarryDecision, string>> = {
  accepted: 'accepted',
  remarked: 'marked again',
  dropped: 'dropped',
};

interface ReviewCardProps {
  readonly item: ReviewItem;
  readonly current: boolean;
  readonly onFocus: () => void;
  readonly onDecide: (decision: CarryDecision, place?: Span) => void;
}

/** One mark: what became of it, its words before and after, and what a person can say of it. */
export function ReviewCard({ item, current, onFocus, onDecide }: ReviewCardProps) {
  const { kind, outcome, status, decision, before, after, places } = item;
  return (
    <li
      className={styles.item}
      data-item
      data-outcome={outcome}
      data-current={current}
      tabIndex={0}
      onFocus={onFocus}
      aria-label={`${OUTCOME_WORDS[outcome]}: ${before}`}
    >
      <p className={styles.row}>
        <strong>{OUTCOME_WORDS[outcome]}</strong>
        <span>{KIND_LABELS[kind]}</span>
        {status !== null && <Tag>{STATUS_LABELS[status]}</Tag>}
        {decision !== null && <Tag tone="good">{DECISION_WORDS[decision]}</Tag>}
      </p>
      <p className={styles.words} dir="auto">
        {after === null ? <del>{before}</del> : <Difference before={before} after={after} />}
      </p>
      <div className={styles.row}>
        {outcome !== 'ambiguous' && (
          <Button look="quiet" onClick={() => onDecide('accepted')}>
            {outcome === 'lost' ? 'They are gone' : 'Accept'} <Kbd>Y</Kbd>
          </Button>
        )}
        {decision === null &&
          places.map((place, index) => (
            <Button key={place.start} look="quiet" onClick={() => onDecide('remarked', place)}>
              Place {index + 1} <Kbd>{index + 1}</Kbd>
            </Button>
          ))}
        <Button look="quiet" onClick={() => onDecide('dropped')}>
          Drop <Kbd>X</Kbd>
        </Button>
      </div>
    </li>
  );
}

function Difference({ before, after }: { readonly before: string; readonly after: string }) {
  return wordDifference(before, after).map(({ kind, text }, index) => {
    if (kind === 'same') return <span key={index}>{text}</span>;
    return kind === 'removed' ? <del key={index}>{text}</del> : <ins key={index}>{text}</ins>;
  });
}
