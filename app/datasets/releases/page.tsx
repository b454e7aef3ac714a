import type { Metadata } from 'next';
import { DatasetNav } from '@/components/dataset/dataset-nav';
import { ReleaseForm } from '@/components/dataset/release-form';
import { ReleaseList } from '@/components/dataset/release-list';
import styles from '@/components/dataset/dataset.module.css';
import { findCurrent } from '@/app/server/actor';
import { describeFormats } from '@/corpus/interchange/formats';
import { RELEASE_FORMATS } from '@/corpus/release/model';
import { currentView } from '@/app/server/view';
import { mayRun } from '@/db/policies';
import { findDatasheet } from '@/db/queries/datasheets';
import { listCollections } from '@/db/queries/desk';
import { listLayerNames } from '@/db/queries/layer-names';
import { listReleases } from '@/db/queries/releases';

export const metadata: Metadata = { title: 'Releases' };

/** How many releases a page lists. */
const SHOWN = 50;

interface PageProps {
  readonly searchParams: Promise<{ before?: string | string[] }>;
}

export default async function ReleasesPage({ searchParams }: PageProps) {
  const { before } = await searchParams;
  const desk = await currentView();
  const actor = await findCurrent();
  const found = listReleases(desk, SHOWN + 1, typeof before === 'string' ? before : undefined);
  const formats = describeFormats();
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>Releases</h1>
      <DatasetNav />
      <p className={styles.lead}>
        A release freezes a collection under a version. It is kept for ever, never changed, and can
        be verified by whoever has the file. Nothing off the record or on deep background gets in.
      </p>
      <div className={styles.columns}>
        <ReleaseList
          releases={found.slice(0, SHOWN)}
          older={found.length > SHOWN ? found[SHOWN - 1]!.id : null}
        />
        {actor !== null && mayRun(actor.role, 'makeRelease') && (
          <ReleaseForm
            collections={listCollections(desk).map(({ id, name }) => {
              const { licence, citation } = findDatasheet(desk, id);
              return { id, name, licence, citation, layers: listLayerNames(desk, id) };
            })}
            formats={RELEASE_FORMATS.map((format) => [format, formats[format].name] as const)}
          />
        )}
      </div>
    </div>
  );
}
