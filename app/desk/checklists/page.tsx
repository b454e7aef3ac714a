import type { Metadata } from 'next';
import { currentActor } from '@/app/server/actor';
import { ChecklistBoard } from '@/components/coverage/checklist-board';
import { CollectionPage } from '@/components/desk/section-page';
import { chooseCollection } from '@/app/server/collections';
import { currentView } from '@/app/server/view';
import { mayRun } from '@/db/policies';
import { listChecklists } from '@/db/queries/checklists';

export const metadata: Metadata = { title: 'Checklists' };

interface PageProps {
  readonly searchParams: Promise<{ readonly collection?: string | string[] }>;
}

export default async function ChecklistsPage({ searchParams }: PageProps) {
  const desk = await currentView();
  const { role } = await currentActor();
  return (
    <CollectionPage
      path="/desk/checklists"
      choice={chooseCollection(desk, (await searchParams).collection)}
      lead="What your desk looks at in every article before it is signed, in its own words. Each list is ticked anew for each revision."
    >
      {({ id }) => (
        <ChecklistBoard
          key={id}
          collectionId={id}
          checklists={listChecklists(desk, id)}
          mayWrite={mayRun(role, 'addChecklist')}
        />
      )}
    </CollectionPage>
  );
}
