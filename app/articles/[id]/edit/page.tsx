import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { currentActor } from '@/app/server/actor';
import { EditBoard, EditRefused } from '@/components/revision/edit-board';
import { currentView } from '@/app/server/view';
import { mayRevise } from '@/db/policies';
import { findEditable } from '@/db/queries/editable';
import { findArticle } from '@/db/queries/reading';

interface PageProps {
  readonly params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const headline = findArticle(await currentView(), (await params).id)?.headline;
  return { title: headline === undefined ? 'Not found' : `Edit: ${headline}` };
}

export default async function EditPage({ params }: PageProps) {
  const article = findEditable(await currentView(), (await params).id);
  if (article === null) notFound();
  const { role } = await currentActor();
  if (!mayRevise(role)) return <EditRefused article={article} />;
  return <EditBoard key={article.articleId} article={article} />;
}
