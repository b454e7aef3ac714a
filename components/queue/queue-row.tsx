import { memo } from 'react';
import { isOverdue } from '@/corpus/verification/due';
import type { QueueItem } from '@/corpus/verification/queue';
import { FLAG_LABELS, KIND_LABELS, TYPE_LABELS } from '@/corpus/vocabulary';
import { dayWords, momentWords } from '@/corpus/wording/dates';
import { FindingTag, StatusTag } from '../annotation/status-tag';
import { Tag } from '../ui/tag';
import styles from './queue.module.css';

interface QueueRowProps {
  readonly item: QueueItem;
  readonly current: boolean;
  readonly selected: boolean;
  readonly now: Date;
  readonly onFocus: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onSelect: (id: string) => void;
}

/** One check of the queue. */
export const QueueRow = memo(function QueueRow(props: QueueRowProps) {
  const { item, current, selected, now, onFocus, onOpen, onSelect } = props;
  const { id, kind, words, types, flags, status, finding, headline, assignee, dueAt } = item;
  const overdue = dueAt !== null && isOverdue(dueAt, now);
  return (
    <li className={styles.row} data-current={current} data-selected={selected}>
      <input
        type="checkbox"
        aria-label={`Select: ${words.slice(0, 60)}`}
        checked={selected}
        tabIndex={current ? 0 : -1}
        onChange={() => onSelect(id)}
      />
      <button
        type="button"
        className={styles.rowMain}
        id={`check-${id}`}
        tabIndex={current ? 0 : -1}
        aria-current={current ? 'true' : undefined}
        onFocus={() => onFocus(id)}
        onClick={() => onOpen(id)}
      >
        <span className={styles.rowWords} dir="auto">
          {words}
        </span>
        <span className={styles.rowLine}>
          <Tag kind={kind}>{KIND_LABELS[kind]}</Tag>
          <StatusTag status={status} />
          {finding !== null && <FindingTag finding={finding} />}
          {flags.map((flag) => (
            <Tag key={flag} tone="bad">
              {FLAG_LABELS[flag]}
            </Tag>
          ))}
          <span className={styles.soft}>
            {[
              types.map((type) => TYPE_LABELS[type]).join(', '),
              assignee?.name,
              dueAt !== null && `${overdue ? 'overdue since' : 'due'} ${dueWords(dueAt)}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        <span className={styles.headline} dir="auto">
          {headline}
        </span>
      </button>
    </li>
  );
});

/** A day as it is, a minute by the clock of this place. */
function dueWords(dueAt: string): string {
  return dueAt.length === 10 ? dayWords(dueAt) : momentWords(dueAt);
}
