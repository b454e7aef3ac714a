import Link from 'next/link';
import type { ReactNode } from 'react';
import { compareTexts, type ComparedBlock, type MarkedText } from '@/corpus/anchoring/comparison';
import type { RevisionName } from '@/corpus/annotation/reading';
import { counted } from '@/corpus/wording/numbers';
import type { CompareChoice } from './compare-choice';
import { CompareForm } from './compare-form';
import { CompareRow, type ComparedTexts } from './compare-row';
import { revisionWords, summaryWords } from './compare-words';
import styles from './compare.module.css';

/** Longer stretches in which nothing happened are folded. */
const UNFOLDED = 3;

interface ComparePageProps {
  readonly article: { readonly id: string; readonly headline: string };
  readonly children: ReactNode;
}

/** What the page says of its article, above whatever it compares. */
export function ComparePage({ article, children }: ComparePageProps) {
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>Compare revisions</h1>
      <p className={styles.headline} dir="auto">
        <Link href={`/articles/${article.id}`} prefetch={false}>
          {article.headline}
        </Link>
      </p>
      {children}
    </div>
  );
}

export function OnlyRevision({ articleId }: { readonly articleId: string }) {
  return (
    <p className={styles.only}>
      This article has only one revision, so there is nothing to compare.{' '}
      <Link href={`/articles/${articleId}`} prefetch={false}>
        Back to the article
      </Link>
    </p>
  );
}

interface CompareRevisionsProps {
  readonly articleId: string;
  readonly revisions: readonly RevisionName[];
  readonly choice: CompareChoice;
  readonly before: MarkedText;
  readonly after: MarkedText;
}

/** Two revisions of an article, their differences and what is marked on each. */
export function CompareRevisions(props: CompareRevisionsProps) {
  const { articleId, revisions, choice, before, after } = props;
  const rows = compareTexts(before, after);
  const texts = { before, after, view: choice.view };
  return (
    <>
      <CompareForm articleId={articleId} revisions={revisions} choice={choice} />
      <h2 className={styles.summary}>{summaryWords(rows)}</h2>
      <p className={styles.key}>
        <del className={styles.removed}>Removed words</del> are struck through,{' '}
        <ins className={styles.added}>added words</ins> underlined. Marks are shown as they stand on
        each revision.
      </p>
      <div data-view={choice.view ?? 'auto'} className={styles.comparison}>
        {choice.view !== 'inline' && (
          <div className={styles.columns}>
            <p>{revisionWords(choice.from)}</p>
            <p>{revisionWords(choice.to)}</p>
          </div>
        )}
        <ol className={styles.rows}>
          {stretchesOf(rows).map((stretch) => (
            <Stretch key={keyOf(stretch[0]!)} rows={stretch} texts={texts} />
          ))}
        </ol>
      </div>
    </>
  );
}

interface StretchProps {
  readonly rows: readonly ComparedBlock[];
  readonly texts: ComparedTexts;
}

function Stretch({ rows, texts }: StretchProps) {
  const drawn = rows.map((row) => <CompareRow key={keyOf(row)} row={row} texts={texts} />);
  if (rows.length <= UNFOLDED || !isUntouched(rows[0]!)) return drawn;
  return (
    <li>
      <details className={styles.fold}>
        <summary>{counted(rows.length, 'unchanged paragraph')}</summary>
        <ol className={styles.rows}>{drawn}</ol>
      </details>
    </li>
  );
}

/** The rows, cut where untouched ones begin and end. */
function stretchesOf(rows: readonly ComparedBlock[]): readonly (readonly ComparedBlock[])[] {
  const stretches: ComparedBlock[][] = [];
  for (const row of rows) {
    const last = stretches.at(-1);
    if (last !== undefined && isUntouched(last[0]!) === isUntouched(row)) last.push(row);
    else stretches.push([row]);
  }
  return stretches;
}

function isUntouched({ change, moved }: ComparedBlock): boolean {
  return change === 'same' && !moved;
}

function keyOf({ before, after }: ComparedBlock): string {
  return `${before?.index ?? ''}-${after?.index ?? ''}`;
}
