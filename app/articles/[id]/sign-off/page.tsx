import type { Metadata } from 'next';
import { currentActor } from '@/app/server/actor';
import { leaveForJoined } from '@/app/server/joined';
import { shownGate, shownLedgers } from '@/corpus/coverage/shown';
import { SignOffBoard } from '@/components/coverage/sign-off-board';
import { currentView } from '@/app/server/view';
import { mayRun } from '@/db/policies';
import { findGate } from '@/db/queries/gate';
import { findLedgers } from '@/db/queries/ledgers';
import { findArticle } from '@/db/queries/reading';
import { findNewestText } from '@/db/queries/coverage';

interface PageProps {
  readonly params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const headline = findArticle(await currentView(), (await params).id)?.headline;
  return { title: headline === undefined ? 'Not found' : `Sign-off: ${headline}` };
}

export default async function SignOffPage({ params }: PageProps) {
  const { id } = await params;
  const desk = await currentView();
  const actor = await currentActor();
  const article = findArticle(desk, id);
  const gate = findGate(desk, id, actor.id);
  const ledgers = findLedgers(desk, id);
  if (article === null || gate === null || ledgers === null) leaveForJoined(id, '/sign-off');
  return (
    <SignOffBoard
      articleId={id}
      headline={article.headline}
      collectionId={article.collectionId}
      gate={shownGate(gate)}
      ledgers={shownLedgers(ledgers, findNewestText(desk, id)!.text)}
      may={{
        sign: mayRun(actor.role, 'signArticle'),
        tick: mayRun(actor.role, 'tickItem'),
        cover: mayRun(actor.role, 'markNothingToCheck'),
        write: mayRun(actor.role, 'addChecklist'),
      }}
    />
  );
}
