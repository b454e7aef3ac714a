import type { Metadata } from 'next';
import { readChoice, type CompareQuery } from '@/components/revision/compare-choice';
import {
  ComparePage,
  CompareRevisions,
  OnlyRevision,
} from '@/components/revision/compare-revisions';
import { leaveForJoined } from '@/app/server/joined';
import { currentView } from '@/app/server/view';
import { findArticle, listRevisions } from '@/db/queries/reading';
import { findRevisionText } from '@/db/queries/revision-text';

interface PageProps {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<CompareQuery>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const article = findArticle(await currentView(), (await params).id);
  return { title: article === null ? 'Not found' : `Compare revisions: ${article.headline}` };
}

export default async function Page({ params, searchParams }: PageProps) {
  const { id } = await params;
  const desk = await currentView();
  const article = findArticle(desk, id);
  if (article === null) leaveForJoined(id, '/compare');
  const revisions = listRevisions(desk, id);
  const choice = readChoice(await searchParams, revisions);
  const before = choice && findRevisionText(desk, choice.from.id);
  const after = choice && findRevisionText(desk, choice.to.id);
  const isReady = choice !== null && before !== null && after !== null;
  return (
    <ComparePage article={article}>
      {isReady ? (
        <CompareRevisions
          articleId={id}
          revisions={revisions}
          choice={choice}
          before={before}
          after={after}
        />
      ) : (
        <OnlyRevision articleId={id} />
      )}
    </ComparePage>
  );
}
