import { eq } from 'drizzle-orm';
import type { Desk } from '../client';
import * as schema from '../schema';
import { nowhere, tableStore, type Place, type Store } from './table-store';

/** The article of a target, and the annotation where it has one. */
function placeOfTarget(desk: Desk, targetId: string): Place {
  const { annotation, target } = schema;
  const row = desk.orm
    .select({ articleId: target.articleId, annotationId: annotation.id })
    .from(target)
    .leftJoin(annotation, eq(annotation.targetId, target.id))
    .where(eq(target.id, targetId))
    .get();
  return row ?? nowhere();
}

export const messageStore = tableStore(schema.message, (desk, _id, state) => {
  const row = desk.orm
    .select({ targetId: schema.thread.targetId })
    .from(schema.thread)
    .where(eq(schema.thread.id, String(state['threadId'])))
    .get();
  return row === undefined ? nowhere() : placeOfTarget(desk, row.targetId);
});

const threadTable = tableStore(schema.thread, (desk, _id, state) =>
  placeOfTarget(desk, String(state['targetId'])),
);

/** A thread's state holds the article of its target. */
export const threadStore: Store = {
  ...threadTable,
  read(desk, id) {
    const found = threadTable.read(desk, id);
    if (found === null) return null;
    const { articleId } = placeOfTarget(desk, String(found.state['targetId']));
    return { version: found.version, state: { ...found.state, articleId } };
  },
  insert(desk, id, { articleId, ...row }) {
    const targetId = String(row['targetId']);
    desk.orm
      .insert(schema.target)
      .values({ id: targetId, articleId: String(articleId), createdAt: String(row['createdAt']) })
      .run();
    threadTable.insert(desk, id, row);
  },
  update(desk, id, { articleId, ...patch }, version) {
    threadTable.update(desk, id, patch, version);
    if (typeof articleId !== 'string') return;
    const targetId = String(threadTable.read(desk, id)!.state['targetId']);
    const { target } = schema;
    desk.orm.update(target).set({ articleId }).where(eq(target.id, targetId)).run();
  },
};
