import type { Metadata } from 'next';
import Link from 'next/link';
import { CollectionTabs } from '@/components/desk/collection-tabs';
import { ProgressPlots } from '@/components/progress/progress-plots';
import { EmptyState } from '@/components/ui/tag';
import type { CollectionProgress } from '@/corpus/progress/model';
import { currentView } from '@/app/server/view';
import { listCollections } from '@/db/queries/desk';
import { findProgress, listCollectionProgress } from '@/db/queries/progress';
import { SectionPage, Soft } from '../section';

export const metadata: Metadata = { title: 'Progress' };

interface PageProps {
  readonly searchParams: Promise<{ collection?: string; after?: string }>;
}

/** The collection with the most checks: what is looked at first. */
function busiest(all: readonly CollectionProgress[]): CollectionProgress | undefined {
  const total = ({ statuses }: CollectionProgress) => Object.values(statuses).reduce((sum, count) => sum + count, 0); // prettier-ignore
  return all.toSorted((a, b) => total(b) - total(a))[0];
}

export default async function ProgressPage({ searchParams }: PageProps) {
  const desk = await currentView();
  const { collection: wanted, after = null } = await searchParams;
  const collections = listCollections(desk);
  const all = listCollectionProgress(desk);
  const collection = collections.find(({ id }) => id === wanted) ?? busiest(all);
  if (collection === undefined) {
    return (
      <SectionPage title="Progress">
        <EmptyState>
          <p>There is no collection yet: import an article first.</p>
        </EmptyState>
      </SectionPage>
    );
  }
  const progress = findProgress(desk, { collectionId: collection.id, now: new Date(), after });
  return (
    <SectionPage title="Progress">
      <Soft>Days are counted in universal time; a step that was undone later counts all the same.</Soft>
      <CollectionTabs path="/desk/progress" collections={collections} currentId={collection.id} />
      <ProgressPlots progress={progress} collections={all} />
      {progress.nextCursor !== null && (
        <Link prefetch={false} href={`/desk/progress?collection=${collection.id}&after=${progress.nextCursor}`}>
          More articles
        </Link>
      )}
    </SectionPage>
  );
} // prettier-ignore
