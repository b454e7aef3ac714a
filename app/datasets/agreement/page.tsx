import type { Metadata } from 'next';
import { Suspense } from 'react';
import { AgreementBoard } from '@/components/agreement/agreement-board';
import { chosenCases, readChoice, type AgreementChoice } from '@/components/agreement/choice';
import { CASES_SHOWN } from '@/components/agreement/case-list';
import { leastAgreed } from '@/components/agreement/article-points';
import { CollectionPage } from '@/components/desk/section-page';
import { EmptyState } from '@/components/ui/tag';
import { ADJUDICATED_LAYER } from '@/corpus/annotation/model';
import { currentActor } from '@/app/server/actor';
import { agreementOf } from '@/app/server/agreement';
import { chooseCollection } from '@/app/server/collections';
import { currentView } from '@/app/server/view';
import { headlinesOf, listLayers, wordsAt } from '@/db/queries/layers';

export const metadata: Metadata = { title: 'Agreement' };

/** How many articles are listed, those with the least agreement first. */
const ARTICLES_SHOWN = 50;
/** How much of a case's words a line of the list has room for. */
const WORDS_SHOWN = 160;

interface PageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function AgreementPage({ searchParams }: PageProps) {
  const desk = await currentView();
  const asked = await searchParams;
  const choice = chooseCollection(desk, asked['collection']);
  return (
    <CollectionPage
      path="/datasets/agreement"
      choice={choice}
      lead="How far people who marked the same articles mean the same, each in a layer of their own."
    >
      {({ id }) => {
        const layers = listLayers(desk, id).filter(({ layer }) => layer !== ADJUDICATED_LAYER);
        return layers.length < 2 ? (
          <TooFew count={layers.length} />
        ) : (
          <Suspense fallback={<p role="status">Counting how far the layers agree…</p>}>
            <Counted choice={readChoice(id, asked)} />
          </Suspense>
        );
      }}
    </CollectionPage>
  );
}

function TooFew({ count }: { readonly count: number }) {
  return (
    <EmptyState>
      <p>
        Agreement needs two layers. This collection has {count === 1 ? 'only one' : 'none'}: the
        marks of several people on the same articles, each in a layer of their own, make the others.
      </p>
    </EmptyState>
  );
}

/** Waits for the count, which runs beside the server. */
async function Counted({ choice }: { readonly choice: AgreementChoice }) {
  const report = await agreementOf(choice.collection, await currentActor());
  const desk = await currentView();
  const wanted = chosenCases(report, choice);
  const ids = new Set(wanted.slice(0, CASES_SHOWN));
  const cases = report.cases.filter(({ id }) => ids.has(id));
  const least = leastAgreed(report.articles).slice(0, ARTICLES_SHOWN);
  const headlines = headlinesOf(desk, [...new Set([...cases.map((one) => one.articleId), ...least.map(({ id }) => id)])]); // prettier-ignore
  const words = wordsAt(desk, cases, WORDS_SHOWN);
  return (
    <AgreementBoard
      report={report}
      choice={choice}
      total={wanted.length}
      cases={cases.map((told, place) => ({
        told,
        headline: headlines.get(told.articleId) ?? '',
        words: words[place]!,
      }))}
      least={least.map((agreement) => ({ agreement, headline: headlines.get(agreement.id) ?? '' }))}
    />
  );
}
