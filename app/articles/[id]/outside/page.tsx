import type { Metadata } from 'next';
import { currentActor } from '@/app/server/actor';
import { leaveForJoined } from '@/app/server/joined';
import { InquiryBoard } from '@/components/outside/inquiry-board';
import { currentView } from '@/app/server/view';
import { mayRun } from '@/db/policies';
import { listAskable, listInquiries } from '@/db/queries/inquiries';
import { isTeam } from '@/db/queries/people';
import { findArticle } from '@/db/queries/reading';
import { listArticleSources } from '@/db/queries/sources';

export const metadata: Metadata = { title: 'Ask somebody outside' };

interface PageProps {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<{ annotation?: string }>;
}

export default async function OutsidePage({ params, searchParams }: PageProps) {
  const { id } = await params;
  const desk = await currentView();
  const { role } = await currentActor();
  const article = findArticle(desk, id);
  if (article === null) leaveForJoined(id, '/outside');
  return (
    <InquiryBoard
      articleId={id}
      headline={article.headline}
      askable={listAskable(desk, id)}
      sources={listArticleSources(desk, id).map((source) => ({ id: source.id, name: source.name }))}
      first={(await searchParams).annotation ?? null}
      inquiries={listInquiries(desk, id)}
      mayAsk={mayRun(role, 'openInquiry')}
      isShared={isTeam(desk)}
    />
  );
}
