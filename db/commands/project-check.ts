import { eq, sql } from 'drizzle-orm';
import { riskOf } from '@/corpus/verification/risk';
import type { Desk } from '../client';
import { inserter, prepared } from '../prepared';
import * as schema from '../schema';
import { projectSource } from './project-source';

const selectChecked = ({ orm }: Desk) =>
  orm
    .select({ annotation: schema.annotation, check: schema.check })
    .from(schema.check)
    .innerJoin(schema.annotation, eq(schema.annotation.id, schema.check.annotationId))
    .where(eq(schema.check.annotationId, sql.placeholder('annotationId')))
    .prepare();

const updateDerived = ({ sqlite }: Desk) =>
  sqlite.prepare<[string, string | null, number, number, string]>(
    'UPDATE "check" SET kind = ?, main_type = ?, risk = ?, listed = ? WHERE id = ?',
  );

/**
 * Writes what the queue filters and sorts by beside the check of an annotation: kind, main type,
 * risk, whether it is listed, its labels, and its words for the text filter. Called after every
 * write of the annotation or its check, in the same transaction; nothing happens where the
 * annotation has no check.
 */
export function projectCheck(desk: Desk, annotationId: string): void {
  const row = prepared(desk, selectChecked).get({ annotationId });
  if (row === undefined) return;
  projectSource(desk, row.annotation);
  const { kind, types, flags, origin, removed } = row.annotation;
  const risk = riskOf(kind, types, flags, row.check.disposition === 'legal');
  const listed = !removed && origin !== 'suggestion';
  prepared(desk, updateDerived).run(kind, types[0] ?? null, risk, Number(listed), row.check.id);
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

const deleteLabels = ({ sqlite }: Desk) =>
  sqlite.prepare<[number]>('DELETE FROM check_label WHERE check_seq = ?');

const insertLabel = inserter(schema.checkLabel);

function writeLabels(
  desk: Desk,
  keys: Omit<typeof schema.checkLabel.$inferInsert, 'label'>,
  labels: readonly string[],
): void {
  prepared(desk, deleteLabels).run(keys.checkSeq);
  for (const label of labels) insertLabel(desk, { label, ...keys });
}

const selectWords = ({ sqlite }: Desk) =>
  sqlite
    .prepare<[string], string>(
      `SELECT exact FROM span WHERE target_id = ? AND part = 'content' AND revision_id =
         (SELECT max(s.revision_id) FROM span s WHERE s.target_id = span.target_id)
       ORDER BY ordinal, piece`,
    )
    .pluck();

const wordsOf = (desk: Desk, targetId: string) =>
  prepared(desk, selectWords).all(targetId).join('\n');

const deleteWords = ({ sqlite }: Desk) =>
  sqlite.prepare<[number]>('DELETE FROM check_words WHERE rowid = ?');

const insertWords = ({ sqlite }: Desk) =>
  sqlite.prepare<[number, string]>('INSERT INTO check_words (rowid, words) VALUES (?, ?)');

function writeWords(desk: Desk, checkSeq: number, words: string | null): void {
  prepared(desk, deleteWords).run(checkSeq);
  if (words !== null) prepared(desk, insertWords).run(checkSeq, words);
}
