import type { Figure } from '@/corpus/detect/model';
import { shownConfidence, type Decisions } from '@/corpus/suggestion/confidence';
import type { SuggestionDetails, SuggestionReason } from '@/corpus/suggestion/model';
import type { Desk } from '../client';

interface ReasonRow {
  readonly detector: string;
  readonly rule: string;
  readonly reason: string;
  readonly evidence: string;
  readonly confidence: number;
  readonly details: string;
}

/** What the desk decided of each rule's suggestions so far. */
export function decisionsByRule(desk: Desk): ReadonlyMap<string, Decisions> {
  const rows = desk.sqlite
    .prepare<[], { rule: string } & Decisions>(
      `SELECT rule, sum(state = 'accepted') AS accepted, sum(state = 'rejected') AS rejected
       FROM suggestion GROUP BY rule`,
    )
    .all();
  return new Map(rows.map(({ rule, ...decisions }) => [rule, decisions]));
}

/** Why something is suggested, by the annotation's id; null for what no detector proposed. */
export function reasonFinder(desk: Desk): (annotationId: string) => SuggestionReason | null {
  const shown = confidences(desk);
  const find = desk.sqlite.prepare<[string], ReasonRow>(
    'SELECT detector, rule, reason, evidence, confidence, details FROM suggestion WHERE id = ?',
  );
  return (annotationId) => {
    const row = find.get(annotationId);
    if (row === undefined) return null;
    const { detector, rule, reason } = row;
    const { speaker, figures } = JSON.parse(row.details) as SuggestionDetails;
    return {
      detector,
      rule,
      reason,
      evidence: JSON.parse(row.evidence) as readonly string[],
      confidence: shown(row),
      speaker: speaker?.name ?? null,
      figures,
    };
  };
}

/** The confidence that is shown for a rule's stated one. */
export function confidences(desk: Desk): (row: { rule: string; confidence: number }) => number {
  const decisions = decisionsByRule(desk);
  const none = { accepted: 0, rejected: 0 };
  return ({ rule, confidence }) => shownConfidence(confidence, decisions.get(rule) ?? none);
}

/** What a mark says in figures, as the detector that proposed it read them; none where its words are others now. */
export function listFigures(desk: Desk, annotationId: string): readonly Figure[] {
  const row = desk.sqlite
    .prepare<[string], { details: string; text: string; words: string | null }>(
      `SELECT s.details, v.text, (SELECT group_concat(p.exact, ' ') FROM span p
         WHERE p.target_id = a.target_id AND p.revision_id =
           (SELECT max(revision_id) FROM span WHERE target_id = a.target_id)) AS words
       FROM suggestion s JOIN annotation a ON a.id = s.id JOIN revision v ON v.id = s.revision_id
       WHERE s.id = ?`,
    )
    .get(annotationId);
  if (row === undefined) return [];
  const { figures } = JSON.parse(row.details) as SuggestionDetails;
  return figures.filter(({ span }) => row.words?.includes(row.text.slice(span.start, span.end)));
}
