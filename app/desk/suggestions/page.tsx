import type { Metadata } from 'next';
import { Section, Soft } from '@/components/desk/page-shell';
import { CollectionPage } from '@/components/desk/section-page';
import { DetectorList } from '@/components/suggestion/detector-list';
import { ReadingProgress } from '@/components/suggestion/reading-progress';
import { RuleTable } from '@/components/suggestion/rule-table';
import { EmptyState } from '@/components/ui/tag';
import { currentActor } from '@/app/server/actor';
import { chooseCollection } from '@/app/server/collections';
import { currentView } from '@/app/server/view';
import { mayRun } from '@/db/policies';
import { listDetectors } from '@/db/queries/detectors';
import { listRuleFigures } from '@/db/queries/rule-figures';

export const metadata: Metadata = { title: 'Suggestions' };

interface PageProps {
  readonly searchParams: Promise<{ readonly collection?: string | string[] }>;
}

export default async function SuggestionsPage({ searchParams }: PageProps) {
  const desk = await currentView();
  const { role } = await currentActor();
  return (
    <CollectionPage
      path="/desk/suggestions"
      choice={chooseCollection(desk, (await searchParams).collection)}
      lead="Quotes, attributions and claims are proposed as an article opens: here rule by rule, with how often people took them over. A rule that is switched off is not shown in this collection; what it has proposed is kept."
    >
      {({ id, name }) => {
        const rules = listRuleFigures(desk, id);
        return (
          <>
            <ReadingProgress collectionId={id} collectionName={name} />
            {rules.length === 0 ? (
              <EmptyState>
                <p>Nothing has been suggested here yet.</p>
              </EmptyState>
            ) : (
              <>
                <RuleTable collectionId={id} rules={rules} maySwitch={mayRun(role, 'switchRule')} />
                <Soft>
                  The point is the share of decided suggestions that was accepted, the line its 95 %
                  interval, the tick what was measured when the rule was written.
                </Soft>
              </>
            )}
            <Section title="Other detectors">
              <Soft>
                Programs of your own that propose marks beside Stet’s rules, in every collection.
                What they must answer stands in docs/detectors.md. One that fails harms nothing and
                says why here.
              </Soft>
              <DetectorList detectors={listDetectors(desk)} mayKeep={mayRun(role, 'addDetector')} />
            </Section>
          </>
        );
      }}
    </CollectionPage>
  );
}
