import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Workbench } from '@/components/workbench/workbench';
import { currentDesk } from '@/db/client';
import { findArticle } from '@/db/queries/reading';

interface PageProps {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<{ annotation?: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: findArticle(currentDesk(), (await params).id)?.headline ?? 'Not found' };
}

export default async function ArticlePage({ params, searchParams }: PageProps) {
  const { id } = await params;
  if (findArticle(currentDesk(), id) === null) notFound();
  const { annotation = null } = await searchParams;
  return <Workbench key={id} articleId={id} annotationId={annotation} />;
}
