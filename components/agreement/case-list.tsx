import Link from 'next/link';
import type { AgreementCase } from '@/corpus/agreement/cases';
import { KIND_LABELS } from '@/corpus/vocabulary';
import { counted, figure } from '@/corpus/wording/numbers';
import { Tag } from '../ui/tag';
import styles from './agreement.module.css';
import caseStyles from './cases.module.css';
import { differenceWords } from './difference-words';
import { caseAddress } from './choice';

/** How many cases are listed at once. */
export const CASES_SHOWN = 100;

/** A case with the words that it is about. */
export interface ListedCase {
  readonly told: AgreementCase;
  readonly headline: string;
  readonly words: string;
}

interface CaseListProps {
  readonly collection: string;
  readonly title: string;
  readonly cases: readonly ListedCase[];
  readonly total: number;
}

/** The cases behind a figure, each leading to its place in the article. */
export function CaseList({ collection, title, cases, total }: CaseListProps) {
  return (
    <section id="cases" className={styles.section} tabIndex={-1}>
      <h2>
        {title}: {counted(total, 'case')}
      </h2>
      {total > cases.length && (
        <p className={styles.soft}>
          The first {figure(cases.length)} are shown; an article shows all of its own.
        </p>
      )}
      <ol className={caseStyles.cases}>
        {cases.map(({ told, headline, words }) => (
          <li key={told.id}>
            <Tag kind={told.kind}>{KIND_LABELS[told.kind]}</Tag>
            <Link prefetch={false} href={caseAddress(collection, told.articleId, told.id)}>
              <bdi className={caseStyles.words}>{words}</bdi>
            </Link>
            <span className={styles.soft}>{differenceWords(told)}</span>
            <bdi className={styles.soft}>{headline}</bdi>
          </li>
        ))}
      </ol>
    </section>
  );
}
