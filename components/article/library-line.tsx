import Link from 'next/link';
import { memo } from 'react';
import type { LibraryItem } from '@/corpus/annotation/library';
import { ProgressBar, Tag } from '../ui/tag';
import { coverageWords } from '@/corpus/coverage/coverage';
import { figure } from '@/corpus/wording/numbers';
import { dayWords } from '@/corpus/wording/dates';
import { CoverageBar } from '../coverage/coverage-bar';
import { progressWords } from './article-words';
import styles from './library.module.css';

/** One article of the library. Its headline is what the keys move along. */
export const LibraryLine = memo(function LibraryLine({ item }: { readonly item: LibraryItem }) {
  const { id, headline, byline, places, agency, progress, coverage, signed } = item;
  const from = [places.join(', '), agency].filter(Boolean);
  const marked = progress.settled + progress.inWork + progress.untouched > 0;
  return (
    <li className={styles.line}>
      <div className={styles.words}>
        <h2 className={styles.headline} dir="auto">
          <Link href={`/articles/${id}`} data-line>
            {headline}
          </Link>
        </h2>
        <p className={styles.meta}>
          {byline !== null && (
            <span>
              <bdi>{byline}</bdi>
            </span>
          )}
          {from.length > 0 && (
            <span>
              <bdi>{from.join(' · ')}</bdi>
            </span>
          )}
          <ArticleDate item={item} />
          <span>{figure(item.wordCount)} words</span>
          <span>
            <bdi>{item.collectionName}</bdi>
          </span>
        </p>
      </div>
      <div className={styles.progress}>
        {marked && <ProgressBar {...progress} />}
        <p>
          <span>{progressWords(progress)}</span>
          {marked && (
            <Link href={`/queue?status=all&article=${id}`} prefetch={false}>
              in queue<span className="visually-hidden">: {headline}</span>
            </Link>
          )}
        </p>
        <CoverageBar counts={coverage} />
        <p>
          <a href={`/articles/${id}/sign-off`}>
            {coverageWords(coverage)}
            <span className="visually-hidden">: {headline}</span>
          </a>
          {signed === 'signed' && <Tag tone="good">signed</Tag>}
          {signed === 'changed' && <Tag tone="bad">changed since sign-off</Tag>}
        </p>
      </div>
    </li>
  );
});

function ArticleDate({ item: { date, dateBasis } }: { readonly item: LibraryItem }) {
  if (date === null) return <span>no date</span>;
  return (
    <span>
      <time dateTime={date}>{dayWords(date)}</time>
      {dateBasis === 'inferred' && (
        <>
          {' '}
          <Tag>inferred</Tag>
        </>
      )}
    </span>
  );
}
