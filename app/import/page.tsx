import type { Metadata } from 'next';
import { ImportBoard } from '@/components/article/import-board';
import { currentActor } from '@/app/server/actor';
import { EmptyState } from '@/components/ui/tag';
import { usualCollection } from '@/app/server/collections';
import { currentView } from '@/app/server/view';
import { mayRun } from '@/db/policies';
import { listCollections } from '@/db/queries/desk';

export const metadata: Metadata = { title: 'Import' };

export default async function Page() {
  const { role } = await currentActor();
  if (!mayRun(role, 'importFiles')) return <NotOffered />;
  const desk = await currentView();
  const collections = listCollections(desk).map(({ id, name }) => ({ id, name }));
  return <ImportBoard collections={collections} collectionId={usualCollection(desk)?.id ?? ''} />;
}

function NotOffered() {
  return (
    <EmptyState>
      <h1>Only an editor can import articles.</h1>
      <p>Ask an editor of this desk, or an admin to make you one.</p>
    </EmptyState>
  );
}
