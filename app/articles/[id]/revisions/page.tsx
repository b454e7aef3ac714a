import type { Metadata } from 'next';
import { RevisionBoard } from '@/components/revision/revision-board';
import { leaveForJoined } from '@/app/server/joined';
import { currentView } from '@/app/server/view';
import { findArticle, listRevisions } from '@/db/queries/reading';
import { findReview } from '@/db/queries/revisions';
import { listSignatures } from '@/db/queries/signatures';

interface PageProps {
  readonly params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const headline = findArticle(await currentView(), (await params).id)?.headline;
  return { title: headline === undefined ? 'Not found' : `Revisions: ${headline}` };
}

export default async function RevisionsPage({ params }: PageProps) {
  const { id } = await params;
  const desk = await currentView();
  const article = findArticle(desk, id);
  const revisions = listRevisions(desk, id);
  if (article === null || revisions.length === 0) leaveForJoined(id, '/revisions');
  return (
    <RevisionBoard
      articleId={id}
      headline={article.headline}
      revisions={revisions}
      review={findReview(desk, id)}
      signatures={listSignatures(desk, { articleId: id })}
    />
  );
}
