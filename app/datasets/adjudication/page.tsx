import type { Metadata } from 'next';
import { Suspense } from 'react';
import { currentActor, type SignedIn } from '@/app/server/actor';
import { adjudicationOf } from '@/app/server/agreement';
import { currentView, viewOf } from '@/app/server/view';
import styles from '@/components/agreement/agreement.module.css';
import { AdjudicationOverview } from '@/components/adjudication/adjudication-overview';
import { DatasetNav } from '@/components/dataset/dataset-nav';
import { CollectionTabs } from '@/components/desk/collection-tabs';
import { EmptyState } from '@/components/ui/tag';
import { isDecided } from '@/corpus/adjudication/scores';
import { isOwnLayer } from '@/corpus/adjudication/model';
import { DESK_LAYERS } from '@/corpus/annotation/model';
import { mayRun } from '@/db/policies';
import { listUnclear } from '@/db/queries/adjudication';
import { listCollections } from '@/db/queries/desk';
import { layerNames } from '@/db/queries/layer-names';
import { headlinesOf, listLayers } from '@/db/queries/layers';

export const metadata: Metadata = { title: 'Adjudication' };

/** How many articles are listed, those with most to decide first. */
const ARTICLES_SHOWN = 200;

interface PageProps {
  readonly searchParams: Promise<{ collection?: string }>;
}

export default async function AdjudicationPage({ searchParams }: PageProps) {
  const { collection: wanted } = await searchParams;
  const desk = await currentView();
  const collections = listCollections(desk);
  const collection =
    collections.find(({ id }) => id === wanted) ??
    collections.find(({ id }) =>
      listLayers(desk, id).some(({ layer }) => !DESK_LAYERS.includes(layer)),
    ) ??
    collections[0];
  const actor = await currentActor();
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>Adjudication</h1>
      <DatasetNav />
      <CollectionTabs
        path="/datasets/adjudication"
        collections={collections}
        currentId={collection?.id}
      />
      {collection === undefined ? (
        <EmptyState>
          <p>There is no collection yet.</p>
        </EmptyState>
      ) : (
        <Suspense fallback={<p role="status">Counting what is decided…</p>}>
          <Counted collectionId={collection.id} actor={actor} />
        </Suspense>
      )}
    </div>
  );
}

interface CountedProps {
  readonly collectionId: string;
  readonly actor: SignedIn;
}

/** Waits for the count; a person who does not adjudicate gets the line of their own layer alone. */
async function Counted({ collectionId, actor }: CountedProps) {
  const { articles, scores } = await adjudicationOf(collectionId);
  const desk = viewOf(actor);
  const mayDecide = mayRun(actor.role, 'adjudicate');
  const { nameOf } = layerNames(desk);
  const own = { id: actor.id, name: nameOf(actor.id) };
  const left = ({ counts }: (typeof articles)[number]) =>
    counts.open + counts.raised + counts.agreed;
  const listed = mayDecide
    ? articles.toSorted((a, b) => left(b) - left(a)).slice(0, ARTICLES_SHOWN)
    : [];
  const shown = scores.filter(({ layer }) => mayDecide || layer === null || isOwnLayer(layer, own));
  const headlines = headlinesOf(
    desk,
    listed.map(({ id }) => id),
  );
  return (
    <AdjudicationOverview
      total={articles.length}
      articles={listed.map((progress) => ({
        progress: { ...progress, layers: progress.layers.map(nameOf).sort() },
        headline: headlines.get(progress.id) ?? '',
      }))}
      scored={articles.filter(isDecided).length}
      scores={shown.map((score) => ({ ...score, layer: score.layer && nameOf(score.layer) }))}
      unclear={mayDecide ? listUnclear(desk, collectionId) : []}
      mayDecide={mayDecide}
    />
  );
}
