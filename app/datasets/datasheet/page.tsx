import type { Metadata } from 'next';
import { currentActor } from '@/app/server/actor';
import { chooseCollection } from '@/app/server/collections';
import { currentView } from '@/app/server/view';
import { DatasheetForm } from '@/components/dataset/datasheet-form';
import { CollectionPage } from '@/components/desk/section-page';
import { mayRun } from '@/db/policies';
import { findDatasheet } from '@/db/queries/datasheets';

export const metadata: Metadata = { title: 'Datasheet' };

interface PageProps {
  readonly searchParams: Promise<{ readonly collection?: string | string[] }>;
}

export default async function DatasheetPage({ searchParams }: PageProps) {
  const desk = await currentView();
  const { role } = await currentActor();
  return (
    <CollectionPage
      path="/datasets/datasheet"
      choice={chooseCollection(desk, (await searchParams).collection)}
      lead="What whoever uses the dataset should know and its articles cannot tell. It goes into the cards of releases and of the Hugging Face folder, and into Croissant metadata. What is not answered is said to be so there."
    >
      {(collection) => (
        <DatasheetForm
          key={collection.id}
          collection={collection}
          datasheet={findDatasheet(desk, collection.id)}
          mayWrite={mayRun(role, 'writeDatasheet')}
        />
      )}
    </CollectionPage>
  );
}
