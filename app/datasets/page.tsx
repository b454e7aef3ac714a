import type { Metadata } from 'next';
import { ExportForm } from '@/components/dataset/export-form';
import { describeFormats } from '@/corpus/interchange/formats';
import { currentView } from '@/app/server/view';
import { listCollections } from '@/db/queries/desk';
import { listLayerNames } from '@/db/queries/layer-names';
import { findArticle } from '@/db/queries/reading';

export const metadata: Metadata = { title: 'Datasets' };

interface PageProps {
  readonly searchParams: Promise<{ article?: string | string[] }>;
}

export default async function Page({ searchParams }: PageProps) {
  const { article: wanted } = await searchParams;
  const desk = await currentView();
  const article = typeof wanted === 'string' ? findArticle(desk, wanted) : null;
  return (
    <ExportForm
      key={article?.id}
      formats={describeFormats()}
      collections={listCollections(desk).map(({ id, name }) => ({
        name,
        layers: listLayerNames(desk, id),
      }))}
      article={article && { id: article.id, headline: article.headline }}
    />
  );
}
