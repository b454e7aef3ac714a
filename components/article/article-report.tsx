import { TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { counted, figure } from '@/corpus/wording/numbers';
import { dayWords } from '@/corpus/wording/dates';
import { Tag } from '../ui/tag';
import { roleWords } from './article-words';
import type { ImportedFile } from './imported-line';
import styles from './import.module.css';

interface ArticleReportProps {
  readonly article: ImportedFile['articles'][number];
  /** Which one of the articles of its file it is, and of how many. */
  readonly place: { readonly at: number; readonly of: number };
}

/** What one article was read as: enough to see whether the import got it right. */
export function ArticleReport({ article, place }: ArticleReportProps) {
  const { id, isNew, revision, revisionOf, headline, byline, places, agency, date, dateReason } =
    article;
  const original = `/articles/${id}/original`;
  const from = [places.join(', '), agency].filter(Boolean);
  return (
    <li className={styles.article}>
      <h3 className={styles.headline} dir="auto">
        <Link href={`/articles/${id}`} prefetch={false}>
          {headline}
        </Link>
        {revision !== null && (
          <Tag tone="good">
            <Link href={`/articles/${id}/revisions`} prefetch={false}>
              Revision {revision}: see its marks
            </Link>
          </Tag>
        )}
        {!isNew && revision === null && <Tag tone="wait">Already here</Tag>}
      </h3>
      {revision !== null && (
        <p className={styles.became} dir="auto">
          This text became revision {revision} of “{revisionOf}”: it was read as a later version of
          that article, whose marks were carried over. If it is not,{' '}
          <Link href={original} prefetch={false}>
            make it an article of its own
          </Link>
          .
        </p>
      )}
      <p className={styles.facts}>
        <span>{byline === null ? 'no byline' : <bdi>{byline}</bdi>}</span>
        {from.length > 0 && (
          <span>
            <bdi>{from.join(' · ')}</bdi>
          </span>
        )}
        <span title={dateReason ?? undefined}>
          {date === null ? 'no date' : <time dateTime={date}>{dayWords(date)}</time>}
        </span>
      </p>
      {date !== null && dateReason !== null && (
        <p className={styles.quiet} dir="auto">
          Date: {dateReason}
        </p>
      )}
      <p className={styles.quiet}>{roleWords(article.roles)}</p>
      {article.discussions > 0 && (
        <p className={styles.quiet}>
          {counted(article.discussions, 'comment')} of the file became{' '}
          {article.discussions === 1 ? 'a discussion' : 'discussions'} beside the text
        </p>
      )}
      <p className={styles.quiet}>
        {place.of > 1 && `Article ${place.at} of ${place.of} in the file. `}
        {article.line !== null && `Begins at line ${figure(article.line)}. `}
        <Link href={original} prefetch={false}>
          {place.of > 1 ? 'Join or split' : 'Original and blocks'}
        </Link>
        {isNew && (
          <>
            {' · '}
            <Link href={original} prefetch={false}>
              Make it a revision of…
            </Link>
          </>
        )}
      </p>
      {article.warnings.map((warning) => (
        <p key={warning} className={styles.warning} dir="auto">
          <TriangleAlert size={14} aria-label="Warning" /> {warning}
        </p>
      ))}
    </li>
  );
}
