import type { DraftBlock } from '@/corpus/document/block';
import { layOut } from '@/corpus/document/text';
import { hashOf, newId } from '../ids';
import * as schema from '../schema';
import type { Ledger } from './ledger';

/**
 * Stores a text that never changes, with its blocks, and says so in the history. Nothing is
 * carried over. Returns its id.
 */
export function storeRevision(
  ledger: Ledger,
  articleId: string,
  number: number,
  originalId: string | null,
  drafts: readonly DraftBlock[],
  note: string | null,
): string {
  const { text, blocks } = layOut(drafts);
  const id = newId();
  const { desk, act } = ledger;
  desk.orm
    .insert(schema.revision)
    .values({
      id,
      articleId,
      number,
      originalId,
      text,
      hash: hashOf(text),
      note,
      createdAt: act.at,
      createdBy: act.personId,
    })
    .run();
  ledger.note(
    'revision',
    id,
    { articleId, annotationId: null },
    { number, note, hash: hashOf(text) },
  );
  const insert = desk.sqlite.prepare(
    `INSERT INTO block (id, revision_id, ordinal, role, depth, group_number, start, "end", original_start, original_end, formatting, version)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
  );
  for (const { ordinal, role, depth, group, start, end, original, formatting } of blocks) {
    const place = [original?.start ?? null, original?.end ?? null, formatting?.length ? JSON.stringify(formatting) : null]; // prettier-ignore
    insert.run(newId(), id, ordinal, role, depth, group, start, end, ...place);
  }
  return id;
}

/** Words and numbers of a text. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’\-.]*/gu)?.length ?? 0;
}
