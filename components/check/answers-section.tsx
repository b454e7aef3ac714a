'use client';

import Link from 'next/link';
import { ANSWER_LABELS } from '@/corpus/outside/model';
import type { CheckDetail } from '@/corpus/verification/check-detail';
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
