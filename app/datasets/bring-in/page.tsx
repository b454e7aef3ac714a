import type { Metadata } from 'next';
import { findCurrent } from '@/app/server/actor';
import { chooseCollection, usualCollection } from '@/app/server/collections';
import { currentView } from '@/app/server/view';
import { BringInForm } from '@/components/dataset/bring-in-form';
import { SectionPage } from '@/components/desk/section-page';
import { EmptyState } from '@/components/ui/tag';
import { describeFormats } from '@/corpus/interchange/formats';
import { READ_FORMATS } from '@/corpus/interchange/read/model';
import { mayRun } from '@/db/policies';

export const metadata: Metadata = { title: 'Bring in' };

interface PageProps {
  readonly searchParams: Promise<{ readonly collection?: string | string[] }>;
}

export default async function BringInPage({ searchParams }: PageProps) {
  const desk = await currentView();
  const choice = chooseCollection(desk, (await searchParams).collection);
  const goal = choice.isNamed ? choice.collection : usualCollection(desk);
  const actor = await findCurrent();
  const formats = describeFormats();
  return (
    <SectionPage
      path="/datasets/bring-in"
      choice={choice}
      lead="Take in texts with annotations that other software made, or a bundle of another desk. All of it comes in one step, or nothing does."
    >
      {actor !== null && mayRun(actor.role, 'importFiles') ? (
        <BringInForm
          collections={choice.collections.map(({ name }) => name)}
          goal={goal?.name}
          formats={Object.fromEntries(READ_FORMATS.map((format) => [format, formats[format].name]))}
        />
      ) : (
        <EmptyState>
          <p>Your role does not allow bringing anything in: ask an editor.</p>
        </EmptyState>
      )}
    </SectionPage>
  );
}
