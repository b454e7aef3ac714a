import type Database from 'better-sqlite3';
import type {
  DatasetAnnotation,
  DatasetArticle,
  DatasetAssessment,
  DatasetBlock,
  DatasetCheck,
  DatasetEvidence,
} from '@/corpus/interchange/article';
import type { DatasetFilter } from '@/corpus/interchange/filter';
import type { Part, Terms } from '@/corpus/annotation/model';
import { JUDGED_OPENLY } from './judgements';

export type HeadRow = Omit<
  DatasetArticle,
  'places' | 'revision' | 'text' | 'blocks' | 'annotations'
> & {
  /** JSON. */
  readonly places: string;
  readonly revision: number;
  readonly revisionId: string;
  readonly sha256: string;
};

/**
 * An annotation with its check: persons are ids, and the check's columns (from `checkId` on) are
 * null where there is none.
 */
export type AnnotationRow = readonly [
  targetId: string,
  id: string,
  kind: DatasetAnnotation['kind'],
  layer: string,
  origin: DatasetAnnotation['origin'],
  /** JSON, as the flags. */
  types: string,
  flags: string,
  speech: DatasetAnnotation['speech'],
  sourceType: DatasetAnnotation['sourceType'],
  terms: DatasetAnnotation['terms'],
  anonymityReason: string | null,
  createdBy: string,
  createdAt: string,
  checkId: string | null,
  status: DatasetCheck['status'],
  finding: DatasetCheck['finding'],
  fidelity: DatasetCheck['fidelity'],
  disposition: DatasetCheck['disposition'],
  replacement: string | null,
  rationale: string | null,
  checkedBy: string | null,
  signedBy: string | null,
  signedAt: string | null,
];

/** target, part, ordinal, piece, start, end (UTF-16 units), exact. */
export type SpanRow = readonly [string, Part, number, number, number, number, string];

export type AssessmentRow = readonly [
  checkId: string,
  id: string,
  personId: string,
  finding: DatasetAssessment['finding'],
  fidelity: DatasetAssessment['fidelity'],
  rationale: string | null,
  at: string,
];

export type EvidenceRow = readonly [
  checkId: string,
  id: string,
  item: string,
  kind: DatasetEvidence['kind'],
  title: string,
  place: string,
  origin: string,
  terms: Terms,
  locator: string | null,
  excerpt: string | null,
  stance: DatasetEvidence['stance'],
  primary: number,
];

/** The reads of an export. Each asks an index for one article's (or one revision's) rows. */
export interface DatasetStatements {
  /** Up to `limit` articles after the one with the id `after`, by id. */
  heads(after: string, limit: number): readonly HeadRow[];
  text(revisionId: string): string;
  blocks(revisionId: string): readonly DatasetBlock[];
  /** In the order of targets, parts, ordinals and pieces. */
  spans(revisionId: string): readonly SpanRow[];
  /** Those that the filter chooses, in no order. */
  annotations(articleId: string): readonly AnnotationRow[];
  hasAnnotations(articleId: string): boolean;
  /** In the order of their ids, as the evidence. */
  assessments(articleId: string): readonly AssessmentRow[];
  evidence(articleId: string): readonly EvidenceRow[];
}

const HEADS = `
  SELECT a.id, c.name AS collection, a.headline, nullif(a.deck, '') AS deck,
    nullif(a.byline, '') AS byline, a.places, nullif(a.agency, '') AS agency, a.date,
    a.date_basis AS dateBasis, o.file_name AS file, r.id AS revisionId, r.number AS revision,
    r.hash AS sha256
  FROM article a CROSS JOIN collection c ON c.id = a.collection_id
    CROSS JOIN revision r ON r.article_id = a.id
      AND r.number = (SELECT max(number) FROM revision WHERE article_id = a.id)
    LEFT JOIN original o ON o.id = a.original_id
  WHERE a.removed = 0 AND a.id > ?`;

const BLOCKS = `
  SELECT role, start, "end", depth, group_number AS "group" FROM block
  WHERE revision_id = ? ORDER BY ordinal`;

/** In the order of SpanRow. */
const SPANS = `
  SELECT json_array(target_id, part, ordinal, piece, start, "end", exact) FROM span
  WHERE revision_id = ? ORDER BY target_id, part, ordinal, piece`;

/** In the order of AnnotationRow. */
const ANNOTATIONS = `
  SELECT json_array(a.target_id, a.id, a.kind, a.layer, a.origin, a.types, a.flags,
    a.speech, a.source_type, a.terms, nullif(a.anonymity_reason, ''), a.created_by, a.created_at,
    k.id, k.status, k.finding, k.fidelity, k.disposition, nullif(k.replacement, ''),
    nullif(k.rationale, ''), k.checked_by, k.signed_by, k.signed_at)
  FROM annotation a LEFT JOIN "check" k ON k.annotation_id = a.id
  WHERE a.article_id = ? AND a.removed = 0 AND a.origin <> 'suggestion'`;

/** In the order of AssessmentRow. */
const ASSESSMENTS = `
  SELECT json_array(s.check_id, s.id, s.person_id, s.finding, s.fidelity,
    nullif(s.rationale, ''), s.updated_at)
  FROM "check" k CROSS JOIN assessment s ON s.check_id = k.id
  WHERE k.article_id = ? AND s.removed = 0 AND ${JUDGED_OPENLY} ORDER BY s.id`;

/** In the order of EvidenceRow. */
const EVIDENCE = `
  SELECT json_array(t.check_id, t.id, e.id, e.kind, e.title, e.place, e.origin, e.terms,
    nullif(t.locator, ''), nullif(t.excerpt, ''), t.stance, t."primary")
  FROM "check" k CROSS JOIN citation t ON t.check_id = k.id AND t.removed = 0
    CROSS JOIN evidence_item e ON e.id = t.evidence_item_id
  WHERE k.article_id = ? AND e.removed = 0 AND ${JUDGED_OPENLY} ORDER BY t.id`;

/** The reads' statements, for the test of their plans. */
export const READS = { HEADS, BLOCKS, SPANS, ANNOTATIONS, ASSESSMENTS, EVIDENCE } as const;

/** Prepares the reads on a connection; the filter's words are bound once, layers as `layerOf` finds them. */
export function datasetStatements(
  reader: Database.Database,
  filter: DatasetFilter,
  layerOf: (name: string) => string = (name) => name,
): DatasetStatements {
  const chosen = articleConditions(filter);
  const listed = annotationConditions(filter, layerOf);
  const heads = reader.prepare<unknown[], HeadRow>(`${HEADS}${chosen.sql} ORDER BY a.id LIMIT ?`);
  const text = reader.prepare<[string], string>('SELECT text FROM revision WHERE id = ?').pluck();
  const blocks = reader.prepare<[string], DatasetBlock>(BLOCKS);
  const spans = tuples<SpanRow>(reader, SPANS);
  const annotations = tuples<AnnotationRow>(reader, `${ANNOTATIONS}${listed.sql}`);
  const any = reader.prepare(`${ANNOTATIONS}${listed.sql} LIMIT 1`);
  const judged = (sql: string) =>
    judgesApart(reader) ? sql : sql.replace(` AND ${JUDGED_OPENLY}`, '');
  const assessments = tuples<AssessmentRow>(reader, judged(ASSESSMENTS));
  const evidence = tuples<EvidenceRow>(reader, judged(EVIDENCE));
  return {
    heads: (after, limit) => heads.all(after, ...chosen.parameters, limit),
    text: (revisionId) => text.get(revisionId)!,
    blocks: (revisionId) => blocks.all(revisionId),
    spans,
    annotations: (articleId) => annotations(articleId, ...listed.parameters),
    hasAnnotations: (articleId) => any.get(articleId, ...listed.parameters) !== undefined,
    assessments,
    evidence,
  };
}

/** Whether anybody on the desk judges apart from others: to ask it of every check takes long. */
function judgesApart(reader: Database.Database): boolean {
  const found = reader
    .prepare("SELECT 1 FROM collection WHERE mode IN ('blind_double', 'panel') LIMIT 1")
    .get();
  return found !== undefined;
}

/**
 * A read whose rows SQLite hands over as one JSON array each: a third faster than column by
 * column where rows are many and wide.
 */
function tuples<Row>(
  reader: Database.Database,
  sql: string,
): (...parameters: string[]) => readonly Row[] {
  const statement = reader.prepare<string[], string>(sql).pluck();
  return (...parameters) => statement.all(...parameters).map((row) => JSON.parse(row) as Row);
}

interface Conditions {
  readonly sql: string;
  readonly parameters: readonly string[];
}

export function articleConditions({
  collectionId,
  articleIds,
  from,
  to,
}: DatasetFilter): Conditions {
  return conditions([
    [' AND a.collection_id = ?', collectionId],
    [' AND a.id IN (SELECT value FROM json_each(?))', articleIds],
    [' AND a.date >= ?', from],
    [' AND a.date <= ?', to],
  ]);
}

function annotationConditions(
  { kinds, statuses, findings, layers }: DatasetFilter,
  layerOf: (name: string) => string,
): Conditions {
  return conditions([
    [' AND a.kind IN (SELECT value FROM json_each(?))', kinds],
    [' AND a.layer IN (SELECT value FROM json_each(?))', layers?.map(layerOf)],
    [' AND k.status IN (SELECT value FROM json_each(?))', statuses],
    [' AND k.finding IN (SELECT value FROM json_each(?))', findings],
  ]);
}

function conditions(
  list: readonly (readonly [string, string | readonly string[] | undefined])[],
): Conditions {
  const given = list.filter(([, value]) => value !== undefined);
  return {
    sql: given.map(([sql]) => sql).join(''),
    parameters: given.map(([, value]) =>
      typeof value === 'string' ? value : JSON.stringify(value),
    ),
  };
}
