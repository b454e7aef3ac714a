import { and, asc, eq } from 'drizzle-orm';
import type { ModeSettings } from '@/corpus/verification/modes';
import type { SavedView } from '@/corpus/verification/queue';
import type { Desk } from '../client';
import type { Actor } from '../policies';
import * as schema from '../schema';

export interface CollectionName extends ModeSettings {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

export function listCollections(desk: Desk): readonly CollectionName[] {
  const { collection } = schema;
  return desk.orm
    .select({
      id: collection.id,
      name: collection.name,
      version: collection.version,
      mode: collection.mode,
      panelSize: collection.panelSize,
      quorum: collection.quorum,
    })
    .from(collection)
    .orderBy(asc(collection.name))
    .all();
}

export function findCollectionByName(desk: Desk, name: string): CollectionName | null {
  return listCollections(desk).find((collection) => collection.name === name) ?? null;
}

/** True for a collection with an article that is still there. */
export function hasArticles(desk: Desk, collectionId: string): boolean {
  const { article } = schema;
  const here = and(eq(article.collectionId, collectionId), eq(article.removed, false));
  return desk.orm.select({ id: article.id }).from(article).where(here).limit(1).get() !== undefined;
}

/** Who acts on a solo desk: the person with this id, else the desk's first person. Null on a desk without people. */
export function findActor(desk: Desk, personId: string | null): (Actor & { name: string }) | null {
  const { person } = schema;
  const columns = { id: person.id, name: person.name, role: person.role };
  const present = desk.orm.select(columns).from(person).orderBy(asc(person.id));
  const here = eq(person.removed, false);
  const wanted = present.where(and(here, eq(person.id, personId ?? ''))).get();
  return (
    wanted ??
    desk.orm.select(columns).from(person).where(here).orderBy(asc(person.id)).get() ??
    null
  );
}

/** The person on the desk with this id. */
export function findPerson(desk: Desk, id: string): (Actor & { name: string }) | null {
  const found = findActor(desk, id);
  return found?.id === id ? found : null;
}

export function listSavedViews(desk: Desk): readonly SavedView[] {
  const { savedView } = schema;
  return desk.orm
    .select({
      id: savedView.id,
      name: savedView.name,
      query: savedView.query,
      version: savedView.version,
    })
    .from(savedView)
    .where(eq(savedView.removed, false))
    .orderBy(asc(savedView.id))
    .all();
}

/** An event as pages follow it: what changed, not how. */
export interface EventNotice {
  readonly seq: number;
  readonly commandId: string;
  readonly entity: string;
  readonly entityId: string;
  readonly articleId: string | null;
  readonly annotationId: string | null;
  readonly person: string;
}

/** The events after `seq`, oldest first, at most `limit`. */
export function listEventsAfter(desk: Desk, seq: number, limit = 500): readonly EventNotice[] {
  return desk.sqlite
    .prepare<[number, number], EventNotice>(
      `SELECT e.seq, e.command_id AS commandId, e.entity, e.entity_id AS entityId,
         e.article_id AS articleId, e.annotation_id AS annotationId, p.name AS person
       FROM event e JOIN person p ON p.id = e.person_id WHERE e.seq > ? ORDER BY e.seq LIMIT ?`,
    )
    .all(seq, limit);
}
