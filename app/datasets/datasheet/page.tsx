import type { Metadata } from 'next';
import { currentActor } from '@/app/server/actor';
import { currentView } from '@/app/server/view';
import { DatasetNav } from '@/components/dataset/dataset-nav';
import styles from '@/components/dataset/dataset.module.css';
import { DatasheetForm } from '@/components/dataset/datasheet-form';
import { CollectionTabs } from '@/components/desk/collection-tabs';
import { EmptyState } from '@/components/ui/tag';
import { mayRun } from '@/db/policies';
import { findDatasheet } from '@/db/queries/datasheets';
import { listCollections } from '@/db/queries/desk';

export const metadata: Metadata = { title: 'Datasheet' };

interface PageProps {
  readonly searchParams: Promise<{ collection?: string | string[] }>;
}

export default async function DatasheetPage({ searchParams }: PageProps) {
  const { collection: wanted } = await searchParams;
  const desk = await currentView();
  const { role } = await currentActor();
  const collections = listCollections(desk);
  const collection = collections.find(({ id }) => id === wanted) ?? collections[0];
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>Datasheet</h1>
      <DatasetNav />
      <CollectionTabs
        path="/datasets/datasheet"
        collections={collections}
        currentId={collection?.id}
      />
      <p className={styles.lead}>
        What whoever uses the dataset should know and its articles cannot tell. It goes into the
        cards of releases and of the Hugging Face folder, and into Croissant metadata. What is not
        answered is said to be so there.
      </p>
      {collection === undefined ? (
        <EmptyState>
          <p>There is no collection yet: import an article first.</p>
        </EmptyState>
      ) : (
        <DatasheetForm
          key={collection.id}
          collection={collection}
          datasheet={findDatasheet(desk, collection.id)}
          mayWrite={mayRun(role, 'writeDatasheet')}
        />
      )}
    </div>
  );
}
