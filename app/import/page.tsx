import type { Metadata } from 'next';
import { ImportBoard } from '@/components/article/import-board';
import { currentDesk } from '@/db/client';
import { findCollectionByName, listCollections } from '@/db/queries/desk';

export const metadata: Metadata = { title: 'Import' };

/** The collection that imports go to where nothing else is said; the command line says the same. */
const USUAL_COLLECTION = 'Desk';

export default function Page() {
  const desk = currentDesk();
  const collections = listCollections(desk).map(({ id, name }) => ({ id, name }));
  const usual = findCollectionByName(desk, USUAL_COLLECTION) ?? collections[0];
  return <ImportBoard collections={collections} collectionId={usual?.id ?? ''} />;
}
