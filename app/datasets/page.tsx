import type { Metadata } from 'next';
import { ExportForm } from '@/components/dataset/export-form';
import { describeFormats } from '@/corpus/interchange/formats';
import { currentView } from '@/app/server/view';
import { listCollections } from '@/db/queries/desk';
import { findArticle } from '@/db/queries/reading';

export const metadata: Metadata = { title: 'Datasets' };

interface PageProps {
  readonly searchParams: Promise<{ article?: string | string[] }>;
}

export default async function Page({ searchParams }: PageProps) {
  const { article: wanted } = await searchParams;
  const article = typeof wanted === 'string' ? findArticle(await currentView(), wanted) : null;
  return (
    <ExportForm
      key={article?.id}
      formats={describeFormats()}
      collections={listCollections(await currentView()).map(({ name }) => name)}
      article={article && { id: article.id, headline: article.headline }}
    />
  );
}
