'use client';

import Link from 'next/link';
import { ANSWER_LABELS } from '@/corpus/outside/model';
import type { CheckDetail } from '@/corpus/verification/check-detail';
import { useDesk } from '../desk/desk-context';
import { Button } from '../ui/button';
import { LocalTime } from '../ui/local-time';
import { Tag } from '../ui/tag';
import styles from './check.module.css';

const TONES = { confirm: 'good', correct: 'bad', comment: 'calm' } as const;

/** What people outside answered about these words, and the way to ask somebody. */
export function AnswersSection({ check }: { readonly check: CheckDetail }) {
  const { answers, annotation } = check;
  return (
    <details className={styles.section} open={answers.length > 0} data-part="answers">
      <summary>Asked outside{answers.length > 0 && ` (${answers.length})`}</summary>
      <ul className={styles.messages} aria-label="Answers from outside">
        {answers.map(({ id, name, kind, words, at, shown }) => (
          <li key={id}>
            <Tag tone={TONES[kind]}>{ANSWER_LABELS[kind]}</Tag>{' '}
            <span className={styles.soft}>
              <bdi>{name}</bdi>, <LocalTime at={at} />
            </span>
            {words !== null && <p dir="auto">{words}</p>}
            {kind === 'correct' && words !== null && shown === null && (
              <TakeCorrection check={check} name={name} words={words} />
            )}
            {shown !== null && (
              <p className={styles.soft} dir="auto">
                Said of earlier words: “{shown}”
              </p>
            )}
          </li>
        ))}
      </ul>
      <Link
        prefetch={false}
        href={`/articles/${annotation.articleId}/outside?annotation=${annotation.id}`}
      >
        Ask somebody outside
      </Link>
    </details>
  );
}

interface TakeCorrectionProps {
  readonly check: CheckDetail;
  /** Whose correction it is. */
  readonly name: string;
  readonly words: string;
}

/** Makes a correction what the words are to be replaced by; the check goes on as it was. */
function TakeCorrection({ check, name, words }: TakeCorrectionProps) {
  const { run, say } = useDesk();
  const { id: checkId, version, disposition, replacement } = check;
  if (disposition === 'fix' && replacement === words) {
    return <p className={styles.soft}>Taken as the replacement.</p>;
  }
  const take = async () => {
    const input = { checkId, version, disposition: 'fix', replacement: words } as const;
    const { ok } = await run({ name: 'setDisposition', input });
    if (ok) say('The correction is the replacement now.');
  };
  return (
    <div>
      <Button
        look="quiet"
        aria-label={`Take the correction of ${name}`}
        onClick={() => void take()}
      >
        Take as the replacement
      </Button>
    </div>
  );
}
