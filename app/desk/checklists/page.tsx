import type { Metadata } from 'next';
import { currentActor } from '@/app/server/actor';
import { ChecklistBoard } from '@/components/coverage/checklist-board';
import { CollectionTabs } from '@/components/desk/collection-tabs';
import { EmptyState } from '@/components/ui/tag';
import { currentView } from '@/app/server/view';
import { mayRun } from '@/db/policies';
import { listChecklists } from '@/db/queries/checklists';
import { listCollections } from '@/db/queries/desk';
import { SectionPage, Soft } from '../section';

export const metadata: Metadata = { title: 'Checklists' };

interface PageProps {
  readonly searchParams: Promise<{ collection?: string }>;
}

export default async function ChecklistsPage({ searchParams }: PageProps) {
  const desk = await currentView();
  const wanted = (await searchParams).collection;
  const collections = listCollections(desk);
  const collection = collections.find(({ id }) => id === wanted) ?? collections[0];
  const { role } = await currentActor();
  return (
    <SectionPage title="Checklists">
      <Soft>
        What your desk looks at in every article before it is signed, in its own words. Each list is
        ticked anew for each revision.
      </Soft>
      <CollectionTabs
        path="/desk/checklists"
        collections={collections}
        currentId={collection?.id}
      />
      {collection === undefined ? (
        <EmptyState>
          <p>There is no collection yet: import an article first.</p>
        </EmptyState>
      ) : (
        <ChecklistBoard
          key={collection.id}
          collectionId={collection.id}
          checklists={listChecklists(desk, collection.id)}
          mayWrite={mayRun(role, 'addChecklist')}
        />
      )}
    </SectionPage>
  );
}
