import type { Kind, PartSpan } from '@/corpus/annotation/model';
import type { ReadingAnnotation } from '@/corpus/annotation/reading';
import { sameWordsFinder } from '@/corpus/suggestion/same-words';
import type { Desk } from '../client';
import { listAnnotationsById } from './reading';
import { confidences } from './suggestion-reasons';

/** A suggestion that waits for a person's decision, with the confidence that is shown. */
export interface OpenSuggestion {
  readonly id: string;
  readonly kind: Kind;
  readonly spans: readonly PartSpan[];
  readonly confidence: number;
}

interface OpenRow {
  readonly id: string;
  readonly targetId: string;
  readonly kind: Kind;
  readonly rule: string;
  readonly confidence: number;
}

/** Open suggestions whose words stand whole on the newest revision, of rules and detectors that are on. */
const OPEN = `
  SELECT s.id, a.target_id AS targetId, a.kind, s.rule, s.confidence
  FROM suggestion s JOIN annotation a ON a.id = s.id
    JOIN anchoring n ON n.target_id = a.target_id AND n.revision_id =
      (SELECT id FROM revision WHERE article_id = s.article_id ORDER BY number DESC LIMIT 1)
  WHERE s.article_id = ? AND s.state = 'proposed' AND a.removed = 0
    AND n.outcome IN ('unchanged', 'moved')
    AND NOT EXISTS (SELECT 1 FROM rule_switch w WHERE w.collection_id = a.collection_id
      AND w.rule = s.rule AND w.off = 1 AND w.removed = 0)
    AND (s.detector IN (SELECT t.name FROM detector_answer t JOIN detector d ON d.id = t.detector_id
        WHERE d.off = 0 AND d.removed = 0)
      OR s.detector NOT IN (SELECT name FROM detector_answer WHERE name IS NOT NULL))`;

/** The open suggestions of an article that no mark of a person silences, in no order. */
export function listOpenSuggestions(desk: Desk, articleId: string): readonly OpenSuggestion[] {
  const rows = desk.sqlite.prepare<[string], OpenRow>(OPEN).all(articleId);
  if (rows.length === 0) return [];
  const { text, spans, marks } = readPlaces(desk, articleId);
  const silencer = sameWordsFinder(text, marks);
  const shown = confidences(desk);
  return rows
    .map((row) => ({
      id: row.id,
      kind: row.kind,
      spans: spans.get(row.targetId) ?? [],
      confidence: shown(row),
    }))
    .filter((one) => silencer(one) === null);
}

/** The open suggestions of an article as the workbench draws them, silenced ones too. */
export function listSuggestions(desk: Desk, articleId: string): readonly ReadingAnnotation[] {
  const ids = desk.sqlite
    .prepare<[string], OpenRow>(OPEN)
    .all(articleId)
    .map(({ id }) => id);
  return listAnnotationsById(desk, articleId, ids);
}

interface PlacedMark {
  readonly kind: Kind;
  readonly spans: readonly PartSpan[];
}

/** The newest text, what stands where on it, and what persons marked there. */
function readPlaces(
  desk: Desk,
  articleId: string,
): {
  readonly text: string;
  readonly spans: ReadonlyMap<string, readonly PartSpan[]>;
  readonly marks: readonly PlacedMark[];
} {
  const revision = desk.sqlite
    .prepare<[string], { id: string; text: string }>(
      'SELECT id, text FROM revision WHERE article_id = ? ORDER BY number DESC LIMIT 1',
    )
    .get(articleId)!;
  const spans = spansByTarget(desk, revision.id);
  const marks = desk.sqlite
    .prepare<[string], { kind: Kind; targetId: string }>(
      `SELECT kind, target_id AS targetId FROM annotation
       WHERE article_id = ? AND removed = 0 AND origin <> 'suggestion'`,
    )
    .all(articleId)
    .map(({ kind, targetId }) => ({ kind, spans: spans.get(targetId) ?? [] }));
  return { text: revision.text, spans, marks };
}

/** All that stands on a revision, by target. */
export function spansByTarget(desk: Desk, revisionId: string): ReadonlyMap<string, PartSpan[]> {
  const byTarget = new Map<string, PartSpan[]>();
  const rows = desk.sqlite
    .prepare<[string], PartSpan & { targetId: string }>(
      `SELECT target_id AS targetId, part, ordinal, piece, start, "end" FROM span
       WHERE revision_id = ? ORDER BY target_id, part, ordinal, piece`,
    )
    .all(revisionId);
  for (const { targetId, ...span } of rows) {
    const list = byTarget.get(targetId);
    if (list === undefined) byTarget.set(targetId, [span]);
    else list.push(span);
  }
  return byTarget;
}
