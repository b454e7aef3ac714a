import type { Metadata } from 'next';
import { SourceRegister } from '@/components/source/source-register';
import { currentView } from '@/app/server/view';
import { listSources, SOURCES_PAGE } from '@/db/queries/sources';

export const metadata: Metadata = { title: 'Sources' };

interface PageProps {
  readonly searchParams: Promise<{ q?: string; count?: string; id?: string }>;
}

export default async function SourcesPage({ searchParams }: PageProps) {
  const { q = '', count, id } = await searchParams;
  const after = id === undefined ? null : { id, statements: Number(count) || 0 };
  const sources = listSources(await currentView(), { words: q, after });
  const last = sources.length === SOURCES_PAGE ? sources.at(-1) : undefined;
  const more =
    last === undefined
      ? null
      : `/sources?${new URLSearchParams({ q, count: String(last.statements), id: last.id }).toString()}`;
  return <SourceRegister key={q} sources={sources} words={q} more={more} />;
}
