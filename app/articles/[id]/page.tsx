import type { Metadata } from 'next';
import { Workbench } from '@/components/workbench/workbench';
import { leaveForJoined } from '@/app/server/joined';
import { currentView } from '@/app/server/view';
import { findArticle } from '@/db/queries/reading';

interface PageProps {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<{ annotation?: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: findArticle(await currentView(), (await params).id)?.headline ?? 'Not found' };
}

export default async function ArticlePage({ params, searchParams }: PageProps) {
  const { id } = await params;
  const { annotation = null } = await searchParams;
  const rest = annotation === null ? '' : `?annotation=${encodeURIComponent(annotation)}`;
  if (findArticle(await currentView(), id) === null) leaveForJoined(id, rest);
  return <Workbench key={id} articleId={id} annotationId={annotation} />;
}
