import { USUAL_COLLECTION } from '@/corpus/ingest/unnamed';
import type { CollectionChoice } from '@/components/desk/section-page';
import type { Desk } from '@/db/client';
import {
  findCollectionByName,
  hasArticles,
  listCollections,
  type CollectionName,
} from '@/db/queries/desk';

/**
 * Which collection a page is about. `wanted` is what its address says, an id: one that is not on the
 * desk chooses none. Where it says nothing, the first collection that has articles, else the first.
 */
export function chooseCollection(
  desk: Desk,
  wanted: string | readonly string[] | undefined,
): CollectionChoice<CollectionName> {
  const id = typeof wanted === 'string' ? wanted : wanted?.[0];
  const collections = listCollections(desk);
  const isNamed = id !== undefined && id !== '';
  const collection = isNamed
    ? collections.find((one) => one.id === id)
    : (collections.find((one) => hasArticles(desk, one.id)) ?? collections[0]);
  return { collections, collection, isNamed };
}

/** Where new articles go unless a person says otherwise; undefined on a desk without collections. */
export function usualCollection(desk: Desk): CollectionName | undefined {
  return findCollectionByName(desk, USUAL_COLLECTION) ?? listCollections(desk)[0];
}
