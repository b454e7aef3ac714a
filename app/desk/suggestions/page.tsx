import type { Metadata } from 'next';
import { CollectionTabs } from '@/components/desk/collection-tabs';
import { DetectorList } from '@/components/suggestion/detector-list';
import { ReadingProgress } from '@/components/suggestion/reading-progress';
import { RuleTable } from '@/components/suggestion/rule-table';
import { EmptyState } from '@/components/ui/tag';
import { currentActor } from '@/app/server/actor';
import { currentView } from '@/app/server/view';
import { mayRun } from '@/db/policies';
import { listCollections } from '@/db/queries/desk';
import { listArticleIds } from '@/db/queries/detectable';
import { listDetectors } from '@/db/queries/detectors';
import { listRuleFigures } from '@/db/queries/rule-figures';
import deskStyles from '../desk.module.css';
import { Section, Soft } from '../section';

export const metadata: Metadata = { title: 'Suggestions' };

interface PageProps {
  readonly searchParams: Promise<{ collection?: string }>;
}

export default async function SuggestionsPage({ searchParams }: PageProps) {
  const desk = await currentView();
  const wanted = (await searchParams).collection;
  const collections = listCollections(desk);
  const collection =
    collections.find(({ id }) => id === wanted) ??
    collections.find(({ id }) => listArticleIds(desk, id).length > 0) ??
    collections[0];
  const { role } = await currentActor();
  const rules = collection === undefined ? [] : listRuleFigures(desk, collection.id);
  return (
    <div className={deskStyles.page}>
      <h1 className={deskStyles.title}>Suggestions</h1>
      <p className={deskStyles.quiet}>
        What Stet proposes in the articles, rule by rule, and how often people took it over. A rule
        that is switched off is not shown in this collection; what it has proposed is kept.
      </p>
      <CollectionTabs
        path="/desk/suggestions"
        collections={collections}
        currentId={collection?.id}
      />
      {collection !== undefined && (
        <ReadingProgress collectionId={collection.id} collectionName={collection.name} />
      )}
      {collection === undefined || rules.length === 0 ? (
        <EmptyState>
          <p>Nothing has been suggested here yet.</p>
        </EmptyState>
      ) : (
        <>
          <RuleTable
            collectionId={collection.id}
            rules={rules}
            maySwitch={mayRun(role, 'switchRule')}
          />
          <p className={deskStyles.quiet}>
            The point is the share of decided suggestions that was accepted, the line its 95 %
            interval, the tick what was measured when the rule was written.
          </p>
        </>
      )}
      <Section title="Other detectors">
        <Soft>
          Programs of your own that propose marks beside Stet’s rules, in every collection. What
          they must answer stands in docs/detectors.md. One that fails harms nothing and says why
          here.
        </Soft>
        <DetectorList detectors={listDetectors(desk)} mayKeep={mayRun(role, 'addDetector')} />
      </Section>
    </div>
  );
}
