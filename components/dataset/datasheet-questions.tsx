import { KNOWN } from '@/corpus/datasheet/known';
import { LIMITS, type Answers } from '@/corpus/datasheet/model';
import type { Question, QuestionId } from '@/corpus/datasheet/questions';
import { TextArea } from '../ui/field';
import styles from './dataset.module.css';

interface DatasheetQuestionsProps {
  readonly name: string;
  readonly questions: readonly Question[];
  readonly answers: Answers;
  readonly mayWrite: boolean;
  readonly onAnswer: (id: QuestionId, answer: string) => void;
}

const BY_STET = 'Stet says in the dataset what it knows of this. Add what it cannot know.';

/** The questions of one group, to be opened. */
export function DatasheetQuestions({
  name,
  questions,
  answers,
  mayWrite,
  onAnswer,
}: DatasheetQuestionsProps) {
  const answered = questions.filter(({ id }) => (answers[id] ?? '').trim() !== '').length;
  return (
    <details className={styles.questions}>
      <summary>
        {name}{' '}
        <span className={styles.quiet}>
          {answered} of {questions.length} answered
        </span>
      </summary>
      <div className={styles.section}>
        {questions.map(({ id, words }) =>
          mayWrite ? (
            <TextArea
              key={id}
              label={words}
              {...(id in KNOWN ? { hint: BY_STET } : {})}
              dir="auto"
              maxLength={LIMITS.answer}
              value={answers[id] ?? ''}
              onChange={(event) => onAnswer(id, event.target.value)}
            />
          ) : (
            <div key={id}>
              <h3>{words}</h3>
              <Answer answer={answers[id]} isKnown={id in KNOWN} />
            </div>
          ),
        )}
      </div>
    </details>
  );
}

function Answer({ answer, isKnown }: { readonly answer: string | undefined; readonly isKnown: boolean }) {
  if (answer !== undefined) {
    return (
      <p className={styles.answer} dir="auto">
        {answer}
      </p>
    );
  }
  return <p className={styles.quiet}>{isKnown ? 'Stet answers this in the dataset.' : 'Not answered.'}</p>;
} // prettier-ignore
