import type { Desk } from '../client';
import type { EventNotice } from './desk';

/**
 * The notices that may reach who reads through `view` (db/visible.ts): none of a mark or an
 * assignment that is kept from them, nor of where others are in an article whose layers are.
 */
export function keepVisible<Notice extends EventNotice>(
  view: Desk,
  notices: readonly Notice[],
): readonly Notice[] {
  if (view.views === undefined) return notices;
  const has = (table: string, id: string) =>
    view.sqlite.prepare<[string]>(`SELECT 1 FROM ${table} WHERE id = ?`).get(id) !== undefined;
  return notices.filter(({ entity, entityId, articleId, annotationId }) => {
    if (annotationId !== null) return has('annotation', annotationId);
    if (entity === 'assignment') return has('assignment', entityId);
    return entity !== 'presence' || articleId === null || !isBlindFor(view, articleId);
  });
}

/** Whether layers of an article are kept from who reads through `view`. */
export function isBlindFor({ sqlite, views }: Desk, articleId: string): boolean {
  if (views === undefined) return false;
  return (
    sqlite
      .prepare<[string]>(
        `SELECT 1 FROM article a JOIN project p ON p.id = a.collection_id
       WHERE a.id = ? AND p.labelling = 'blind'`,
      )
      .get(articleId) !== undefined
  );
}
