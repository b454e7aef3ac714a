import type { Metadata } from 'next';
import Link from 'next/link';
import { CollectionPage } from '@/components/desk/section-page';
import { ProgressPlots } from '@/components/progress/progress-plots';
import { chooseCollection } from '@/app/server/collections';
import { currentView } from '@/app/server/view';
import type { Desk } from '@/db/client';
import { findProgress, listCollectionProgress } from '@/db/queries/progress';

export const metadata: Metadata = { title: 'Progress' };

interface PageProps {
  readonly searchParams: Promise<{ readonly collection?: string | string[]; after?: string }>;
}

export default async function ProgressPage({ searchParams }: PageProps) {
  const desk = await currentView();
  const { collection, after = null } = await searchParams;
  return (
    <CollectionPage
      path="/desk/progress"
      choice={chooseCollection(desk, collection)}
      lead="How far the work is, article by article. Days are counted in universal time; a step that was undone later counts all the same."
    >
      {({ id }) => <OfCollection {...{ desk, after }} collectionId={id} />}
    </CollectionPage>
  );
}

interface OfCollectionProps {
  readonly desk: Desk;
  readonly collectionId: string;
  readonly after: string | null;
}

function OfCollection({ desk, collectionId, after }: OfCollectionProps) {
  const progress = findProgress(desk, { collectionId, now: new Date(), after });
  return (
    <>
      <ProgressPlots progress={progress} collections={listCollectionProgress(desk)} />
      {progress.nextCursor !== null && (
        <Link
          prefetch={false}
          href={`/desk/progress?collection=${collectionId}&after=${progress.nextCursor}`}
        >
          More articles
        </Link>
      )}
    </>
  );
}
