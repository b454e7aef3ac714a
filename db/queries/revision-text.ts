import type { MarkedText } from '@/corpus/anchoring/comparison';
import type { Desk } from '../client';
import { listBlocks } from './reading';

type Mark = MarkedText['marks'][number];

/** A revision's text, its blocks, and the content of what is marked on it; null: no such revision. */
export function findRevisionText(desk: Desk, revisionId: string): MarkedText | null {
  const read = desk.sqlite.transaction((): MarkedText | null => {
    const text = desk.sqlite
      .prepare<[string], string>('SELECT text FROM revision WHERE id = ?')
      .pluck()
      .get(revisionId);
    if (text === undefined) return null;
    const blocks = listBlocks(desk, revisionId);
    return { text, blocks, marks: listMarks(desk, revisionId) };
  });
  return read();
}

function listMarks(desk: Desk, revisionId: string): Mark[] {
  return desk.sqlite
    .prepare<[string], Mark>(
      `SELECT a.id, a.kind, s.start, s."end" FROM span s
       JOIN annotation a ON a.target_id = s.target_id
       WHERE s.revision_id = ? AND s.part = 'content' AND a.removed = 0 AND a.origin <> 'suggestion'
       ORDER BY s.start, s."end" DESC, a.id`,
    )
    .all(revisionId);
}
