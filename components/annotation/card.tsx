import type { ReadingAnnotation } from '@/corpus/annotation/reading';
import { FLAG_LABELS, KIND_LABELS, TYPE_LABELS } from '@/corpus/vocabulary';
import { Tag } from '../ui/tag';
import styles from './annotation.module.css';
import { FindingTag, StatusTag } from './status-tag';

interface CardProps {
  readonly annotation: ReadingAnnotation;
  readonly words: string;
  readonly active: boolean;
  readonly hovered: boolean;
  readonly onOpen: () => void;
  readonly onHover: (over: boolean) => void;
}

/** One annotation beside its line: kind, status, finding, and what it is about. */
export function AnnotationCard({ annotation, words, active, hovered, onOpen, onHover }: CardProps) {
  const { kind, check, types, flags, origin } = annotation;
  const suggested = origin === 'suggestion';
  const about = [
    ...types.map((type) => TYPE_LABELS[type]),
    ...flags.map((flag) => FLAG_LABELS[flag]),
  ];
  return (
    <button
      type="button"
      className={styles.card}
      data-active={active}
      data-hovered={hovered}
      data-kind={kind}
      data-suggested={suggested}
      aria-pressed={active}
      title={words}
      onClick={onOpen}
      onMouseEnter={() => onHover(true)}
      onMouseLeave={() => onHover(false)}
      onFocus={() => onHover(true)}
      onBlur={() => onHover(false)}
    >
      <span className={styles.cardLine}>
        <Tag kind={kind}>{KIND_LABELS[kind]}</Tag>
        {suggested ? <Tag>Suggested</Tag> : <StatusTag status={check?.status ?? 'unchecked'} />}
        {check?.finding && <FindingTag finding={check.finding} />}
      </span>
      <span className={styles.cardWords} dir="auto">
        {about.length > 0 ? `${about.join(', ')}: ` : ''}
        {words}
      </span>
    </button>
  );
}
