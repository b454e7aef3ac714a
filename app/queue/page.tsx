import type { Metadata } from 'next';
import { QueueView } from '@/components/queue/queue-view';
import { filterFor } from '@/corpus/verification/queue';
import { currentView } from '@/app/server/view';
import { listCollections, listSavedViews } from '@/db/queries/desk';
import { listQueue } from '@/db/queries/queue';
import { findArticle, listPeople } from '@/db/queries/reading';
import { currentActor } from '../server/actor';
import { readQueueFilter } from '@/components/queue/queue-address';

export const metadata: Metadata = { title: 'Queue' };

interface PageProps {
  readonly searchParams: Promise<Record<string, string>>;
}

export default async function QueuePage({ searchParams }: PageProps) {
  const query = new URLSearchParams(await searchParams);
  const filter = readQueueFilter(query);
  const desk = await currentView();
  const actor = await currentActor();
  const article = filter.articleId === undefined ? null : findArticle(desk, filter.articleId);
  return (
    <QueueView
      key={query.toString()}
      initialFilter={filter}
      firstPage={listQueue(desk, filterFor(filter, actor.id))}
      views={listSavedViews(desk)}
      people={listPeople(desk)}
      collections={listCollections(desk)}
      articleHeadline={article?.headline ?? null}
    />
  );
}
