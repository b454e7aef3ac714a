import type { DetectableBlock, DetectableText } from '@/corpus/detect/model';
import type { DetectorName } from '@/corpus/suggestion/model';
import type { Desk } from '../client';
import { hashOf } from '../ids';

/** An article's newest revision as detectors read it. */
export interface Detectable extends DetectableText {
  readonly articleId: string;
  readonly revisionId: string;
  /** Hash of what is read beside the text: roles and the article's date. */
  readonly inputHash: string;
}

/** Null where the article is gone. */
export function findDetectable(desk: Desk, articleId: string): Detectable | null {
  const head = desk.sqlite
    .prepare<[string], { revisionId: string; text: string; date: string | null }>(
      `SELECT v.id AS revisionId, v.text, a.date FROM article a JOIN revision v ON v.article_id = a.id
       WHERE a.id = ? AND a.removed = 0 ORDER BY v.number DESC LIMIT 1`,
    )
    .get(articleId);
  if (head === undefined) return null;
  const blocks = desk.sqlite
    .prepare<[string], DetectableBlock>(
      'SELECT role, start, "end" FROM block WHERE revision_id = ? ORDER BY ordinal',
    )
    .all(head.revisionId);
  const inputHash = hashOf(JSON.stringify([head.date, blocks.map(({ role }) => role)]));
  return { articleId, ...head, blocks, inputHash };
}

/** Whether a detector of this version has read the same revision, roles and date already. */
export function hasRun(
  desk: Desk,
  { revisionId, inputHash }: Detectable,
  { name, version }: DetectorName,
): boolean {
  const run = desk.sqlite
    .prepare<[string, string], { detectorVersion: string; inputHash: string }>(
      `SELECT detector_version AS detectorVersion, input_hash AS inputHash FROM detection_run
       WHERE revision_id = ? AND detector = ? ORDER BY id DESC LIMIT 1`,
    )
    .get(revisionId, name);
  return run?.detectorVersion === version && run.inputHash === inputHash;
}

/**
 * The newest articles that a detector of this version has not read, with who brought their text: what
 * came in while no page was open to ask for it.
 */
export function listUnread(
  desk: Desk,
  { name, version }: DetectorName,
  limit: number,
): readonly { readonly articleId: string; readonly personId: string }[] {
  return desk.sqlite
    .prepare<[string, string, number], { articleId: string; personId: string }>(
      `SELECT a.id AS articleId, v.created_by AS personId FROM article a
         JOIN revision v ON v.article_id = a.id
           AND v.number = (SELECT max(number) FROM revision WHERE article_id = a.id)
       WHERE a.removed = 0 AND NOT EXISTS (SELECT 1 FROM detection_run r
         WHERE r.revision_id = v.id AND r.detector = ? AND r.detector_version = ?)
       ORDER BY a.id DESC LIMIT ?`,
    )
    .all(name, version, limit);
}

/** The ids of the articles of one collection, or of the desk, oldest first. */
export function listArticleIds(desk: Desk, collectionId: string | null): readonly string[] {
  return desk.sqlite
    .prepare<[string | null, string | null], string>(
      `SELECT id FROM article WHERE removed = 0 AND (? IS NULL OR collection_id = ?) ORDER BY id`,
    )
    .pluck()
    .all(collectionId, collectionId);
}
