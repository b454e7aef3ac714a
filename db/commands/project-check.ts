import { eq } from 'drizzle-orm';
import { riskOf } from '@/corpus/verification/risk';
import type { Desk } from '../client';
import * as schema from '../schema';
import { projectSource } from './project-source';

/**
 * Writes what the queue filters and sorts by beside the check of an annotation: kind, main type,
 * risk, whether it is listed, its labels, and its words for the text filter. Called after every
 * write of the annotation or its check, in the same transaction; nothing happens where the
 * annotation has no check.
 */
export function projectCheck(desk: Desk, annotationId: string): void {
  const { annotation, check } = schema;
  const row = desk.orm
    .select({ annotation, check })
    .from(check)
    .innerJoin(annotation, eq(annotation.id, check.annotationId))
    .where(eq(check.annotationId, annotationId))
    .get();
  if (row === undefined) return;
  projectSource(desk, row.annotation);
  const { kind, types, flags, origin, removed } = row.annotation;
  const risk = riskOf(kind, types, flags, row.check.disposition === 'legal');
  const listed = !removed && origin !== 'suggestion';
  desk.orm
    .update(check)
    .set({ kind, mainType: types[0] ?? null, risk, listed })
    .where(eq(check.id, row.check.id))
    .run();
  const labels = listed ? labelsOf(types, flags) : [];
  const { seq: checkSeq, status, dueAt } = row.check;
  const keys = { checkSeq, riskOrder: -risk, dueOrder: dueAt ?? '9999', kind, status };
  writeLabels(desk, keys, labels);
  writeWords(desk, row.check.seq, listed ? wordsOf(desk, row.annotation.targetId) : null);
}

/** The queue's labels of an annotation: `type:number`, `flag:harm`. */
export function labelsOf(types: readonly string[], flags: readonly string[]): readonly string[] {
  return [...types.map((type) => `type:${type}`), ...flags.map((flag) => `flag:${flag}`)];
}

function writeLabels(
  desk: Desk,
  keys: Omit<typeof schema.checkLabel.$inferInsert, 'label'>,
  labels: readonly string[],
): void {
  const { checkLabel } = schema;
  desk.orm.delete(checkLabel).where(eq(checkLabel.checkSeq, keys.checkSeq)).run();
  for (const label of labels) {
    desk.orm
      .insert(checkLabel)
      .values({ label, ...keys })
      .run();
  }
}

function wordsOf(desk: Desk, targetId: string): string {
  return desk.sqlite
    .prepare<[string], string>(
      `SELECT exact FROM span WHERE target_id = ? AND part = 'content' AND revision_id =
         (SELECT max(s.revision_id) FROM span s WHERE s.target_id = span.target_id)
       ORDER BY ordinal, piece`,
    )
    .pluck()
    .all(targetId)
    .join('\n');
}

function writeWords(desk: Desk, checkSeq: number, words: string | null): void {
  desk.sqlite.prepare('DELETE FROM check_words WHERE rowid = ?').run(checkSeq);
  if (words === null) return;
  desk.sqlite.prepare('INSERT INTO check_words (rowid, words) VALUES (?, ?)').run(checkSeq, words);
}
