import type { Metadata } from 'next';
import { Library } from '@/components/article/library';
import { readLibraryView, type LibraryView } from '@/components/article/library-address';
import type { LibraryItem, LibraryPage } from '@/corpus/annotation/library';
import { currentActor } from '@/app/server/actor';
import { currentView } from '@/app/server/view';
import { OwnWork } from '@/components/project/own-work';
import type { Desk } from '@/db/client';
import { listCollections } from '@/db/queries/desk';
import { listLibrary } from '@/db/queries/library';
import { findOwnWork } from '@/db/queries/project-work';

export const metadata: Metadata = { title: 'Articles' };

interface PageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ searchParams }: PageProps) {
  const view = readLibraryView(await searchParams);
  const desk = await currentView();
  const collections = listCollections(desk).map(({ id, name }) => ({ id, name }));
  const work = findOwnWork(desk, (await currentActor()).id);
  return (
    <>
      {work.length > 0 && <OwnWork work={work} />}
      <Library page={readPages(desk, view)} view={view} collections={collections} />
    </>
  );
}

/** The pages of the view as one. */
function readPages(desk: Desk, view: LibraryView): LibraryPage {
  const items: LibraryItem[] = [];
  let cursor = view.after;
  for (let number = 1; ; number++) {
    const page = listLibrary(desk, view, cursor);
    items.push(...page.items);
    cursor = page.nextCursor;
    if (cursor === null || number === view.pages) {
      return { items, nextCursor: cursor, total: page.total };
    }
  }
}
