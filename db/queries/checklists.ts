import { and, asc, eq } from 'drizzle-orm';
import type { Checklist, Tick, TickedChecklist } from '@/corpus/coverage/checklist';
import type { Desk } from '../client';
import * as schema from '../schema';

/** A collection's checklists, in the order in which they were written. */
export function listChecklists(desk: Desk, collectionId: string): readonly Checklist[] {
  const { checklist } = schema;
  const { id, name, items, required, version } = checklist;
  return desk.orm
    .select({ id, name, items, required, version })
    .from(checklist)
    .where(and(eq(checklist.collectionId, collectionId), eq(checklist.removed, false)))
    .orderBy(asc(id))
    .all();
}

interface TickRow extends Tick {
  readonly revisionId: string;
  readonly checklistId: string;
  readonly itemId: string;
}

/** The checklists that an article goes through, with what was ticked for a revision and before it. */
export function listTickedChecklists(
  desk: Desk,
  articleId: string,
  revisionId: string,
): readonly TickedChecklist[] {
  const collectionId = desk.sqlite
    .prepare<[string], string>('SELECT collection_id FROM article WHERE id = ?')
    .pluck()
    .get(articleId);
  const ticks = desk.sqlite
    .prepare<[string], TickRow>(
      `SELECT t.revision_id AS revisionId, t.checklist_id AS checklistId, t.item_id AS itemId,
         p.name AS person, t.ticked_at AS at, v.number AS revision
       FROM checklist_tick t JOIN revision v ON v.id = t.revision_id
       JOIN person p ON p.id = t.ticked_by
       WHERE t.article_id = ? AND t.removed = 0 ORDER BY v.number DESC`,
    )
    .all(articleId);
  return listChecklists(desk, collectionId ?? '').map((list) => ({
    ...list,
    items: list.items.map((item) => {
      const own = ticks.filter(({ checklistId, itemId }) => checklistId === list.id && itemId === item.id); // prettier-ignore
      const now = own.find((tick) => tick.revisionId === revisionId);
      const before = own.find((tick) => tick.revisionId !== revisionId);
      return { ...item, tick: tickOf(now), before: now === undefined ? tickOf(before) : null };
    }),
  }));
}

function tickOf(row: TickRow | undefined): Tick | null {
  return row === undefined ? null : { person: row.person, at: row.at, revision: row.revision };
}
