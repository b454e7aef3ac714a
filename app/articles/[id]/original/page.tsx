import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { OriginalBoard } from '@/components/original/original-board';
import { currentDesk } from '@/db/client';
import { findOriginal } from '@/db/queries/original';
import { findArticle } from '@/db/queries/reading';

interface PageProps {
  readonly params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const headline = findArticle(currentDesk(), (await params).id)?.headline;
  return { title: headline === undefined ? 'Not found' : `Original: ${headline}` };
}

export default async function OriginalPage({ params }: PageProps) {
  const view = findOriginal(currentDesk(), (await params).id);
  if (view === null) notFound();
  return <OriginalBoard view={view} />;
}
