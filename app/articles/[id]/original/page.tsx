import type { Metadata } from 'next';
import { OriginalBoard } from '@/components/original/original-board';
import { leaveForJoined } from '@/app/server/joined';
import { currentView } from '@/app/server/view';
import { findOriginal } from '@/db/queries/original';
import { findArticle } from '@/db/queries/reading';

interface PageProps {
  readonly params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const headline = findArticle(await currentView(), (await params).id)?.headline;
  return { title: headline === undefined ? 'Not found' : `Original: ${headline}` };
}

export default async function OriginalPage({ params }: PageProps) {
  const { id } = await params;
  const [view, article] = [
    findOriginal(await currentView(), id),
    findArticle(await currentView(), id),
  ];
  if (view === null || article === null) leaveForJoined(id, '/original');
  return <OriginalBoard view={view} article={article} />;
}
