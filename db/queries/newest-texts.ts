import type { DeskTexts } from '@/corpus/interchange/read/model';
import type { Desk } from '../client';

const NEWEST = `
  SELECT a.id, r.text FROM article a CROSS JOIN revision r ON r.article_id = a.id
    AND r.number = (SELECT max(number) FROM revision WHERE article_id = a.id)
  WHERE a.removed = 0`;

/** The newest texts of the desk by id, and those of a collection (null: of none) one by one. */
export function newestTexts({ sqlite }: Desk, collectionId: string | null): DeskTexts {
  const one = sqlite.prepare<[string], { text: string }>(`${NEWEST} AND a.id = ?`);
  const all = sqlite
    .prepare<[string | null], [string, string]>(`${NEWEST} AND a.collection_id = ? ORDER BY a.id`)
    .raw();
  return {
    byId: (id) => one.get(id)?.text ?? null,
    all: () => all.iterate(collectionId),
  };
}
