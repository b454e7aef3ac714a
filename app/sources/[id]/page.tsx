import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { currentActor } from '@/app/server/actor';
import { SourceBoard } from '@/components/source/source-board';
import { currentView } from '@/app/server/view';
import { mayRun } from '@/db/policies';
import { findSource, listSources } from '@/db/queries/sources';

interface PageProps {
  readonly params: Promise<{ id: string }>;
}

async function sourceOf({ params }: PageProps) {
  return findSource(await currentView(), decodeURIComponent((await params).id));
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  return { title: (await sourceOf(props))?.name ?? 'Not found' };
}

export default async function SourcePage(props: PageProps) {
  const source = await sourceOf(props);
  if (source === null) notFound();
  const { role } = await currentActor();
  return (
    <SourceBoard
      key={source.id}
      source={source}
      others={listSources(await currentView(), { words: '', after: null })}
      mayJoin={mayRun(role, 'joinSources')}
    />
  );
}
