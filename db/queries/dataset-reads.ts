import type Database from 'better-sqlite3';
import { choosesAnnotations, type DatasetFilter } from '@/corpus/interchange/filter';
import { JUDGED_OPENLY } from './judgements';

/** One read: SQL for one article’s rows, and what its later parameters are. */
export interface Read {
  readonly sql: string;
  readonly parameters: readonly string[];
}

/** The reads of an export, as they can be handed to another thread. */
export interface DatasetReads {
  /** After the id of an article: some articles by id, the last parameter being how many. */
  readonly heads: Read;
  /** Of a revision by its id, as the blocks. */
  readonly text: Read;
  readonly blocks: Read;
  /** After the ids of a revision and of its article. */
  readonly annotations: Read;
  /** Whether an article of which no annotation is chosen is left out. */
  readonly isChoosy: boolean;
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

const TEXT = 'SELECT text FROM revision WHERE id = ?';

/** In the order of BlockRow. */
const BLOCKS = `
  SELECT json_array(role, start, "end", depth, group_number) FROM block
  WHERE revision_id = ? ORDER BY ordinal`;

/** In the order of SpanRow. */
const SPANS = `
  SELECT json_group_array(json_array(s.part, s.ordinal, s.piece, s.start, s."end", s.exact))
  FROM span s WHERE s.revision_id = ? AND s.target_id = a.target_id`;

/** In the order of AssessmentRow. */
const ASSESSMENTS = `
  SELECT json_group_array(json_array(s.id, s.person_id, s.finding, s.fidelity,
    nullif(s.rationale, ''), s.updated_at))
  FROM assessment s WHERE s.check_id = k.id AND s.removed = 0 AND ${JUDGED_OPENLY}`;

/** In the order of EvidenceRow. */
const EVIDENCE = `
  SELECT json_group_array(json_array(t.id, e.id, e.kind, e.title, e.place, e.origin, e.terms,
    nullif(t.locator, ''), nullif(t.excerpt, ''), t.stance, t."primary"))
  FROM citation t CROSS JOIN evidence_item e ON e.id = t.evidence_item_id AND e.removed = 0
  WHERE t.check_id = k.id AND t.removed = 0 AND ${JUDGED_OPENLY}`;

/** In the order of AnnotationRow. */
const ANNOTATIONS = `
  SELECT json_array(a.id, a.kind, a.layer, a.origin, a.types, a.flags, a.speech, a.source_type,
    a.terms, nullif(a.anonymity_reason, ''), a.created_by, a.created_at,
    k.status, k.finding, k.fidelity, k.disposition, nullif(k.replacement, ''),
    nullif(k.rationale, ''), k.checked_by, k.signed_by, k.signed_at,
    (${SPANS}), (${ASSESSMENTS}), (${EVIDENCE}))
  FROM annotation a LEFT JOIN "check" k ON k.annotation_id = a.id
  WHERE a.article_id = ? AND a.removed = 0 AND a.origin <> 'suggestion'`;

/** The reads' statements, for the test of their plans. */
export const READS = { HEADS, BLOCKS, ANNOTATIONS } as const;

/**
 * The reads of the articles and annotations that a filter chooses. A row comes as one JSON array: a
 * third faster than column by column where rows are many and wide. What belongs to an annotation
 * stands in its row, in no order.
 */
export function datasetReads(
  reader: Database.Database,
  filter: DatasetFilter,
  layerOf: (name: string) => string = (name) => name,
): DatasetReads {
  const chosen = articleConditions(filter);
  const listed = annotationConditions(filter, layerOf);
  const whole = (sql: string): Read => ({ sql, parameters: [] });
  const annotations = judgesApart(reader)
    ? ANNOTATIONS
    : ANNOTATIONS.replaceAll(` AND ${JUDGED_OPENLY}`, '');
  return {
    heads: { sql: `${HEADS}${chosen.sql} ORDER BY a.id LIMIT ?`, parameters: chosen.parameters },
    text: whole(TEXT),
    blocks: whole(BLOCKS),
    annotations: { sql: `${annotations}${listed.sql}`, parameters: listed.parameters },
    isChoosy: choosesAnnotations(filter),
  };
}

/** Whether anybody on the desk judges apart from others: to ask it of every check takes long. */
function judgesApart(reader: Database.Database): boolean {
  const found = reader
    .prepare("SELECT 1 FROM collection WHERE mode IN ('blind_double', 'panel') LIMIT 1")
    .get();
  return found !== undefined;
}

export function articleConditions({ collectionId, articleIds, from, to }: DatasetFilter): Read {
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
): Read {
  return conditions([
    [' AND a.kind IN (SELECT value FROM json_each(?))', kinds],
    [' AND a.layer IN (SELECT value FROM json_each(?))', layers?.map(layerOf)],
    [' AND k.status IN (SELECT value FROM json_each(?))', statuses],
    [' AND k.finding IN (SELECT value FROM json_each(?))', findings],
  ]);
}

function conditions(
  list: readonly (readonly [string, string | readonly string[] | undefined])[],
): Read {
  const given = list.filter(([, value]) => value !== undefined);
  return {
    sql: given.map(([sql]) => sql).join(''),
    parameters: given.map(([, value]) =>
      typeof value === 'string' ? value : JSON.stringify(value),
    ),
  };
}
