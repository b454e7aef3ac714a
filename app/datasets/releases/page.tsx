import type { Metadata } from 'next';
import { ReleaseForm } from '@/components/dataset/release-form';
import { ReleaseList } from '@/components/dataset/release-list';
import styles from '@/components/dataset/dataset.module.css';
import { SectionPage } from '@/components/desk/section-page';
import { findCurrent } from '@/app/server/actor';
import { describeFormats } from '@/corpus/interchange/formats';
import { RELEASE_FORMATS } from '@/corpus/release/model';
import { chooseCollection } from '@/app/server/collections';
import { currentView } from '@/app/server/view';
import { mayRun } from '@/db/policies';
import { findDatasheet } from '@/db/queries/datasheets';
import { listLayerNames } from '@/db/queries/layer-names';
import { listReleases } from '@/db/queries/releases';

export const metadata: Metadata = { title: 'Releases' };

/** How many releases a page lists. */
const SHOWN = 50;

interface PageProps {
  readonly searchParams: Promise<{
    readonly before?: string | string[];
    readonly collection?: string | string[];
  }>;
}

export default async function ReleasesPage({ searchParams }: PageProps) {
  const { before, collection } = await searchParams;
  const desk = await currentView();
  const choice = chooseCollection(desk, collection);
  const actor = await findCurrent();
  const found = listReleases(desk, SHOWN + 1, typeof before === 'string' ? before : undefined);
  const formats = describeFormats();
  return (
    <SectionPage
      path="/datasets/releases"
      choice={choice}
      lead="A release freezes a collection under a version. It is kept for ever, never changed, and can be verified by whoever has the file. Nothing off the record or on deep background gets in."
    >
      <div className={styles.columns}>
        <ReleaseList
          releases={found.slice(0, SHOWN)}
          older={found.length > SHOWN ? found[SHOWN - 1]!.id : null}
        />
        {actor !== null && mayRun(actor.role, 'makeRelease') && (
          <ReleaseForm
            key={choice.collection?.id}
            chosenId={choice.collection?.id}
            collections={choice.collections.map(({ id, name }) => {
              const { licence, citation } = findDatasheet(desk, id);
              return { id, name, licence, citation, layers: listLayerNames(desk, id) };
            })}
            formats={RELEASE_FORMATS.map((format) => [format, formats[format].name] as const)}
          />
        )}
      </div>
    </SectionPage>
  );
}
