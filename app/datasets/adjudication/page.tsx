import type { Metadata } from 'next';
import { Suspense } from 'react';
import { currentActor, type SignedIn } from '@/app/server/actor';
import { adjudicationOf } from '@/app/server/agreement';
import { chooseCollection } from '@/app/server/collections';
import { currentView, viewOf } from '@/app/server/view';
import { AdjudicationOverview } from '@/components/adjudication/adjudication-overview';
import { CollectionPage } from '@/components/desk/section-page';
import { isDecided } from '@/corpus/adjudication/scores';
import { isOwnLayer } from '@/corpus/adjudication/model';
import { mayRun } from '@/db/policies';
import { listUnclear } from '@/db/queries/adjudication';
import { layerNames } from '@/db/queries/layer-names';
import { headlinesOf } from '@/db/queries/layers';

export const metadata: Metadata = { title: 'Adjudication' };

/** How many articles are listed, those with most to decide first. */
const ARTICLES_SHOWN = 200;

interface PageProps {
  readonly searchParams: Promise<{ readonly collection?: string | string[] }>;
}

export default async function AdjudicationPage({ searchParams }: PageProps) {
  const choice = chooseCollection(await currentView(), (await searchParams).collection);
  const actor = await currentActor();
  return (
    <CollectionPage
      path="/datasets/adjudication"
      choice={choice}
      lead="Where layers differ, somebody decides: article by article, until one layer holds what is right."
    >
      {({ id }) => (
        <Suspense fallback={<p role="status">Counting what is decided…</p>}>
          <Counted collectionId={id} actor={actor} />
        </Suspense>
      )}
    </CollectionPage>
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
