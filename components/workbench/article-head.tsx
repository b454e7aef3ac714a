'use client';

import Link from 'next/link';
import { useState } from 'react';
import type { ReadingArticle } from '@/corpus/annotation/reading';
import { figure } from '@/corpus/wording/numbers';
import { dayWords } from '@/corpus/wording/dates';
import { Button } from '../ui/button';
import { PenIcon } from '../ui/icons';
import { loadedWhenShown } from '../ui/loaded-when-shown';
import styles from './workbench.module.css';

const EditDetails = loadedWhenShown(() =>
  import('../article/edit-details').then((module) => module.EditDetails),
);

/** What is known of the article besides its text, and the way to correct it. */
export function ArticleHead({ reading }: { reading: ReadingArticle }) {
  const { revision, revisions } = reading;
  const [article, setArticle] = useState(reading.article);
  const [editing, setEditing] = useState(false);
  const place = [article.places.join(' / '), article.agency].filter(Boolean).join(' · ');
  return (
    <div className={styles.head}>
      <h1 className="visually-hidden">{article.headline}</h1>
      <Link prefetch={false} href={`/?collection=${article.collectionId}`}>
        {article.collectionName}
      </Link>
      {place !== '' && <span dir="auto">{place}</span>}
      <span title={article.dateReason ?? undefined}>
        {article.date === null ? 'No date' : dayWords(article.date)}
        {article.dateBasis === 'inferred' && ' (inferred)'}
      </span>
      <span>{figure(article.wordCount)} words</span>
      {article.fileName !== null && <span>{article.fileName}</span>}
      <Link prefetch={false} href={`/articles/${article.id}/revisions`}>
        {revisions.length > 1 ? `Revision ${revision.number} of ${revisions.length}` : 'Revisions'}
        {revision.note !== null && ` (${revision.note})`}
      </Link>
      <Link prefetch={false} href={`/queue?status=all&article=${article.id}`}>
        In the queue
      </Link>
      <a href={`/articles/${article.id}/sign-off`}>Sign-off</a>
      <a href={`/articles/${article.id}/edit`}>Edit the text</a>
      <Button look="quiet" onClick={() => setEditing(true)}>
        <PenIcon size={13} /> Details
      </Button>
      {editing && (
        <EditDetails article={article} onClose={() => setEditing(false)} onSaved={setArticle} />
      )}
    </div>
  );
}
