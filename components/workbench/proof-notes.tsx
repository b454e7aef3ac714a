import type { ReadingAnnotation } from '@/corpus/annotation/reading';
import { FINDING_LABELS, KIND_LABELS, STATUS_LABELS } from '@/corpus/vocabulary';
import { wordsOf } from '../annotation/margin';
import styles from './workbench.module.css';

interface ProofNotesProps {
  readonly text: string;
  readonly annotations: readonly ReadingAnnotation[];
}

/** The printed proof's notes, numbered as the marks in the text are. */
export function ProofNotes({ text, annotations }: ProofNotesProps) {
  return (
    <ol className={styles.notes}>
      {annotations.map((annotation) => {
        const { id, kind, check } = annotation;
        const finding = check?.finding ? `, ${FINDING_LABELS[check.finding].toLowerCase()}` : '';
        return (
          <li key={id}>
            <b>
              {KIND_LABELS[kind]}, {STATUS_LABELS[check?.status ?? 'unchecked'].toLowerCase()}
              {finding}
            </b>
            : {wordsOf(text, annotation)}
          </li>
        );
      })}
    </ol>
  );
}
