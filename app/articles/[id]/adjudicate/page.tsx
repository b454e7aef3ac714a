import type { Metadata } from 'next';
import { currentActor } from '@/app/server/actor';
import { currentView } from '@/app/server/view';
import { leaveForJoined } from '@/app/server/joined';
import { AdjudicationBoard } from '@/components/adjudication/adjudication-board';
import { ArticleHeading } from '@/components/article/article-heading';
import { EmptyState } from '@/components/ui/tag';
import { cardsOf } from '@/corpus/adjudication/cards';
import { layersToDecide } from '@/corpus/adjudication/model';
import { namedCards } from '@/corpus/adjudication/naming';
import { SHARED_LAYER } from '@/corpus/annotation/model';
import { mayRun } from '@/db/policies';
import { findAdjudicable } from '@/db/queries/adjudication';
import { layerNames } from '@/db/queries/layer-names';
import { listBlocks } from '@/db/queries/reading';

export const metadata: Metadata = { title: 'Adjudication' };

interface PageProps {
  readonly params: Promise<{ id: string }>;
}

export default async function AdjudicatePage({ params }: PageProps) {
  const { id } = await params;
  const desk = await currentView();
  const { role } = await currentActor();
  const article = findAdjudicable(desk, id);
  if (article === null) leaveForJoined(id, '/adjudicate');
  const { headline, collectionId, revisionId, text } = article;
  if (!mayRun(role, 'adjudicate')) {
    return (
      <EmptyState>
        <ArticleHeading articleId={id} headline={headline} />
        <p>An editor brings the layers of an article together. Your role sees no other layers here.</p>
      </EmptyState>
    );
  }
  const { nameOf } = layerNames(desk);
  const layers = layersToDecide(article.layers.keys()).filter((layer) => layer !== SHARED_LAYER);
  return (
    <AdjudicationBoard
      key={revisionId}
      articleId={id}
      {...{ headline, collectionId, revisionId, text }}
      layers={layers.map(nameOf).sort()}
      blocks={listBlocks(desk, revisionId)}
      cards={namedCards(cardsOf(article), nameOf)}
    />
  );
} // prettier-ignore
