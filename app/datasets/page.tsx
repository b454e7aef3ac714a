import type { Metadata } from 'next';
import { SectionPage } from '@/components/desk/section-page';
import { ExportForm } from '@/components/dataset/export-form';
import { describeFormats } from '@/corpus/interchange/formats';
import { chooseCollection } from '@/app/server/collections';
import { currentView } from '@/app/server/view';
import { listLayerNames } from '@/db/queries/layer-names';
import { findArticle } from '@/db/queries/reading';

export const metadata: Metadata = { title: 'Export' };

interface PageProps {
  readonly searchParams: Promise<{
    readonly article?: string | string[];
    readonly collection?: string | string[];
  }>;
}

export default async function Page({ searchParams }: PageProps) {
  const { article: wanted, collection } = await searchParams;
  const desk = await currentView();
  const article = typeof wanted === 'string' ? findArticle(desk, wanted) : null;
  const choice = chooseCollection(desk, collection);
  return (
    <SectionPage
      path="/datasets"
      choice={choice}
      lead="Take the desk’s articles, annotations, checks and evidence out as a dataset. What you leave open is exported whole."
    >
      <ExportForm
        key={`${article?.id} ${choice.collection?.id}`}
        formats={describeFormats()}
        collections={choice.collections.map(({ id, name }) => ({
          name,
          layers: listLayerNames(desk, id),
        }))}
        article={article && { id: article.id, headline: article.headline }}
        wanted={choice.isNamed ? choice.collection?.name : undefined}
      />
    </SectionPage>
  );
}
