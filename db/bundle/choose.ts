import type Database from 'better-sqlite3';
import type { DatasetFilter } from '@/corpus/interchange/filter';
import { articleConditions } from '../queries/dataset-reads';
import { BUNDLE_TABLES, snakeCase } from './tables';

/** Confidential things of one collection that a bundle does not hold. */
export interface Withheld {
  readonly collection: string;
  readonly evidence: number;
  readonly citations: number;
  readonly events: number;
}

/** Entities of the history that a bundle tells; the others are the desk's own affair. */
const TOLD = [
  'annotation',
  'check',
  'assessment',
  'citation',
  'evidence',
  'archivedCopy',
  'message',
  'thread',
  'carryReview',
  'adjudication',
  'article',
  'block',
  'revision',
  'collection',
];

/** What a bundle's own import writes into the history is the desk's. */
export const IMPORT_BUNDLE = 'importBundle';

/**
 * Fills temporary tables of a connection with the ids of what belongs to a bundle: whole articles,
 * joined ones with the article that they are joined into, suggestions that a person accepted but no
 * others, and nothing off the record or on deep background.
 */
export function chooseRows(reader: Database.Database, filter: DatasetFilter): void {
  const { sql, parameters } = articleConditions(filter);
  const fill = (name: string, select: string, ...values: readonly unknown[]) => {
    reader.exec(`CREATE TEMP TABLE ${name} (id PRIMARY KEY) WITHOUT ROWID`);
    reader.prepare(`INSERT OR IGNORE INTO ${name} ${select}`).run(...values);
  };
  fill(
    'chosen_article',
    `WITH RECURSIVE joined (id, holder) AS (
       SELECT id, joined_into FROM article WHERE joined_into IS NOT NULL
       UNION SELECT j.id, a.joined_into FROM joined j CROSS JOIN article a ON a.id = j.holder
         WHERE a.joined_into IS NOT NULL)
     SELECT a.id FROM article a WHERE a.joined_into IS NULL${sql}
     UNION ALL SELECT j.id FROM joined j CROSS JOIN article a ON a.id = j.holder
       WHERE a.joined_into IS NULL${sql}`,
    ...parameters,
    ...parameters,
  );
  const whole = filter.articleIds === undefined && !filter.from && !filter.to;
  if (!whole)
    fill('chosen_collection', 'SELECT collection_id FROM article WHERE id IN chosen_article');
  else if (filter.collectionId === undefined)
    fill('chosen_collection', 'SELECT id FROM collection');
  else fill('chosen_collection', 'SELECT id FROM collection WHERE id = ?', filter.collectionId);
  fill(
    'chosen_annotation',
    `SELECT id FROM annotation WHERE article_id IN chosen_article AND origin <> 'suggestion'`,
  );
  fill(
    'chosen_target',
    `SELECT t.id FROM target t WHERE t.article_id IN chosen_article AND NOT EXISTS
       (SELECT 1 FROM annotation a WHERE a.target_id = t.id AND a.origin = 'suggestion')`,
  );
  fill('chosen_check', 'SELECT id FROM "check" WHERE annotation_id IN chosen_annotation');
  fillEvidence(fill, whole);
  fillEvents(fill);
  fill(
    'chosen_original',
    `SELECT original_id FROM article WHERE id IN chosen_article AND original_id IS NOT NULL
     UNION SELECT original_id FROM revision
       WHERE article_id IN chosen_article AND original_id IS NOT NULL`,
  );
  fill('chosen_person', peopleOf());
}

type Fill = (name: string, select: string) => void;

function fillEvidence(fill: Fill, whole: boolean): void {
  const cited = `SELECT c.evidence_item_id FROM citation c WHERE c.check_id IN chosen_check`;
  const ofCollection = 'SELECT id FROM evidence_item WHERE collection_id IN chosen_collection';
  fill('named_item', whole ? `${ofCollection} UNION ${cited}` : cited);
  fill(
    'chosen_item',
    `SELECT id FROM evidence_item
     WHERE id IN named_item AND terms IN ('on_record', 'background')`,
  );
  fill(
    'chosen_citation',
    `SELECT id FROM citation WHERE check_id IN chosen_check AND evidence_item_id IN chosen_item`,
  );
  fill('named_copy', 'SELECT id FROM archived_copy WHERE evidence_item_id IN named_item');
  fill('chosen_copy', 'SELECT id FROM archived_copy WHERE evidence_item_id IN chosen_item');
}

const OF_BUNDLE = `(e.article_id IN chosen_article
  OR (e.entity = 'evidence' AND e.entity_id IN named_item)
  OR (e.entity = 'archivedCopy' AND e.entity_id IN named_copy)
  OR (e.entity = 'collection' AND e.entity_id IN chosen_collection))
  AND e.entity IN (${TOLD.map((entity) => `'${entity}'`).join(', ')})
  AND (e.annotation_id IS NULL OR e.annotation_id IN chosen_annotation)
  AND e.name <> '${IMPORT_BUNDLE}'`;

const OF_WITHHELD = `((e.entity = 'evidence' AND e.entity_id NOT IN chosen_item)
  OR (e.entity = 'archivedCopy' AND e.entity_id NOT IN chosen_copy)
  OR (e.entity = 'citation' AND e.entity_id NOT IN chosen_citation))`;

function fillEvents(fill: Fill): void {
  fill('chosen_event', `SELECT e.seq FROM event e WHERE ${OF_BUNDLE} AND NOT ${OF_WITHHELD}`);
  fill('withheld_event', `SELECT e.seq FROM event e WHERE ${OF_BUNDLE} AND ${OF_WITHHELD}`);
}

function peopleOf(): string {
  return BUNDLE_TABLES.flatMap(({ sql, where, people }) =>
    people.map((key) => {
      const column = `t.${snakeCase(key)}`;
      return `SELECT ${column} FROM ${sql} t WHERE ${where} AND ${column} IS NOT NULL`;
    }),
  ).join(' UNION ');
}

/** What is withheld, by collection; what was withheld of an imported bundle is counted with it. */
export function countWithheld(reader: Database.Database): readonly Withheld[] {
  const rows = reader
    .prepare<[], Withheld>(
      `SELECT c.id AS collection,
         (SELECT count(*) FROM evidence_item i WHERE i.collection_id = c.id
           AND i.id IN named_item AND i.id NOT IN chosen_item) AS evidence,
         (SELECT count(*) FROM citation t JOIN evidence_item i ON i.id = t.evidence_item_id
           WHERE i.collection_id = c.id AND t.check_id IN chosen_check
           AND t.id NOT IN chosen_citation) AS citations,
         (SELECT count(*) FROM event e WHERE e.seq IN withheld_event AND coalesce(
           (SELECT collection_id FROM article WHERE id = e.article_id),
           (SELECT collection_id FROM evidence_item WHERE id = e.entity_id),
           (SELECT i.collection_id FROM archived_copy k JOIN evidence_item i
              ON i.id = k.evidence_item_id WHERE k.id = e.entity_id)) = c.id) AS events
       FROM collection c WHERE c.id IN chosen_collection ORDER BY c.id`,
    )
    .all();
  const earlier = withheldBefore(reader);
  return rows
    .map(({ collection, evidence, citations, events }) => {
      const before = earlier.get(collection);
      return {
        collection,
        evidence: evidence + (before?.evidence ?? 0),
        citations: citations + (before?.citations ?? 0),
        events: events + (before?.events ?? 0),
      };
    })
    .filter(({ evidence, citations, events }) => evidence + citations + events > 0);
}

/** Of each collection that came in a bundle, what that bundle had withheld. */
function withheldBefore(reader: Database.Database): ReadonlyMap<string, Withheld> {
  const results = reader
    .prepare<[string], string>('SELECT result FROM command WHERE name = ? ORDER BY id')
    .pluck()
    .all(IMPORT_BUNDLE);
  const lists = results.map((json) => (JSON.parse(json) as { withheld: Withheld[] }).withheld);
  return new Map(lists.flat().map((withheld) => [withheld.collection, withheld]));
}
