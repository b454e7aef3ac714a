import type { Metadata } from 'next';
import { QueueView } from '@/components/queue/queue-view';
import { currentDesk } from '@/db/client';
import { listCollections, listSavedViews } from '@/db/queries/desk';
import { listQueue } from '@/db/queries/queue';
import { findArticle, listPeople } from '@/db/queries/reading';
import { readQueueFilter } from '../server/queue-query';

export const metadata: Metadata = { title: 'Queue' };

interface PageProps {
  readonly searchParams: Promise<Record<string, string>>;
}

export default async function QueuePage({ searchParams }: PageProps) {
  const query = new URLSearchParams(await searchParams);
  const filter = readQueueFilter(query);
  const desk = currentDesk();
  const article = filter.articleId === undefined ? null : findArticle(desk, filter.articleId);
  return (
    <QueueView
      key={query.toString()}
      initialFilter={filter}
      firstPage={listQueue(desk, filter)}
      views={listSavedViews(desk)}
      people={listPeople(desk)}
      collections={listCollections(desk)}
      articleHeadline={article?.headline ?? null}
    />
  );
}
