import { KIND_LABELS } from '@/corpus/vocabulary';
import type { ReaderMark } from '../editor/mark-index';
import { Button } from '../ui/button';
import { Kbd } from '../ui/tag';
import styles from './workbench.module.css';

interface MarksUnderCaretProps {
  readonly marks: readonly ReaderMark[];
  readonly activeId: string | null;
  readonly onChoose: (id: string) => void;
  readonly onOpen: (id: string) => void;
}

/** Everything that covers the caret, exact duplicates too, each reachable. */
export function MarksUnderCaret({ marks, activeId, onChoose, onOpen }: MarksUnderCaretProps) {
  if (marks.length < 2) return null;
  return (
    <div className={styles.under} role="group" aria-label="Marks under the caret">
      <span className={styles.underTitle}>
        {marks.length} here <Kbd>Space</Kbd>
      </span>
      {marks.map(({ id, kind }, index) => (
        <Button
          key={id}
          look="quiet"
          aria-pressed={id === activeId}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(id)}
          onDoubleClick={() => onOpen(id)}
        >
          {index + 1} {KIND_LABELS[kind]}
        </Button>
      ))}
    </div>
  );
}
