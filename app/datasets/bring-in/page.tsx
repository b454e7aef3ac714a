import type { Metadata } from 'next';
import { findCurrent } from '@/app/server/actor';
import { currentView } from '@/app/server/view';
import { BringInForm } from '@/components/dataset/bring-in-form';
import { DatasetNav } from '@/components/dataset/dataset-nav';
import styles from '@/components/dataset/dataset.module.css';
import { EmptyState } from '@/components/ui/tag';
import { describeFormats } from '@/corpus/interchange/formats';
import { READ_FORMATS } from '@/corpus/interchange/read/model';
import { mayRun } from '@/db/policies';
import { listCollections } from '@/db/queries/desk';

export const metadata: Metadata = { title: 'Bring in' };

export default async function BringInPage() {
  const actor = await findCurrent();
  const formats = describeFormats();
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>Bring in</h1>
      <DatasetNav />
      <p className={styles.lead}>
        Take in texts with annotations that other software made, or a bundle of another desk. All of
        it comes in one step, or nothing does.
      </p>
      {actor !== null && mayRun(actor.role, 'importFiles') ? (
        <BringInForm
          collections={listCollections(await currentView()).map(({ name }) => name)}
          formats={Object.fromEntries(READ_FORMATS.map((format) => [format, formats[format].name]))}
        />
      ) : (
        <EmptyState>
          <p>Your role does not allow bringing anything in: ask an editor.</p>
        </EmptyState>
      )}
    </div>
  );
}
