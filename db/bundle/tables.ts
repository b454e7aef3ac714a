import { getTableColumns, type Column } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as schema from '../schema';

/** A column as a bundle tells it. */
export interface BundleColumn {
  /** Its key in a line. */
  readonly key: string;
  readonly sql: string;
  readonly type: 'text' | 'integer' | 'real' | 'boolean' | 'json';
  readonly isNull: boolean;
  /** The words that it may hold; null where it may hold any. */
  readonly words: readonly string[] | null;
}

/** A table of the desk, one file of a bundle: a row a line. */
export interface BundleTable {
  readonly file: string;
  /** What one row is called in a sentence. */
  readonly row: string;
  readonly sql: string;
  readonly columns: readonly BundleColumn[];
  /** Keys that tell rows apart; what has none is told apart by its place. */
  readonly key: readonly string[];
  /** Which rows belong to a bundle, of the table as `t`; names the tables of `choose.ts`. */
  readonly where: string;
  readonly order: string;
  /** Keys that hold a person. */
  readonly people: readonly string[];
}

interface Declared {
  readonly table: SQLiteTable;
  readonly row: string;
  readonly sql: string;
  readonly where: string;
  readonly order?: string;
  readonly key?: readonly string[];
  readonly people?: readonly string[];
  /** Derived by the desk, or its own affair. */
  readonly without?: readonly string[];
}

const inArticle = 't.article_id IN chosen_article';
const inCheck = 't.check_id IN chosen_check';
const ofTarget = 't.target_id IN chosen_target';

/** In the order in which they are written and read: what is named comes before what names it. */
const DECLARED: readonly Declared[] = [
  {
    ...{ table: schema.person, row: 'person', sql: 'person', where: 't.id IN chosen_person' },
    without: ['role', 'createdAt', 'version', 'removed'],
  },
  {
    ...{ table: schema.collection, row: 'collection', sql: 'collection' },
    where: 't.id IN chosen_collection',
  },
  {
    ...{ table: schema.guide, row: 'guide', sql: 'guide' },
    where: 't.collection_id IN chosen_collection',
  },
  {
    ...{ table: schema.tagSet, row: 'tag set', sql: 'tag_set' },
    where: 't.collection_id IN chosen_collection',
  },
  {
    ...{ table: schema.datasheet, row: 'datasheet', sql: 'datasheet' },
    where: 't.id IN chosen_collection',
  },
  {
    ...{ table: schema.project, row: 'project', sql: 'project' },
    where: 't.id IN chosen_collection',
  },
  {
    ...{ table: schema.projectMember, row: 'member', sql: 'project_member', people: ['personId'] },
    where: 't.collection_id IN chosen_collection',
  },
  {
    ...{ table: schema.original, row: 'original', sql: 'original', people: ['importedBy'] },
    ...{ where: 't.id IN chosen_original', without: ['bytes'] },
  },
  {
    ...{ table: schema.article, row: 'article', sql: 'article' },
    where: 't.id IN chosen_article',
  },
  {
    ...{ table: schema.projectArticle, row: 'use of an article', sql: 'project_article' },
    where: 't.id IN chosen_article',
  },
  {
    ...{ table: schema.assignment, row: 'assignment', sql: 'assignment', people: ['personId'] },
    where: inArticle,
  },
  {
    ...{ table: schema.revision, row: 'revision', sql: 'revision', people: ['createdBy'] },
    where: inArticle,
  },
  {
    ...{ table: schema.block, row: 'block', sql: 'block' },
    where: 't.revision_id IN (SELECT id FROM revision WHERE article_id IN chosen_article)',
    order: 'revision_id, ordinal',
  },
  { table: schema.target, row: 'target', sql: 'target', where: 't.id IN chosen_target' },
  {
    ...{ table: schema.span, row: 'span', sql: 'span', where: ofTarget },
    key: ['revisionId', 'targetId', 'part', 'ordinal', 'piece'],
  },
  {
    ...{ table: schema.anchoring, row: 'anchoring', sql: 'anchoring', where: ofTarget },
    key: ['targetId', 'revisionId'],
  },
  {
    ...{ table: schema.annotation, row: 'annotation', sql: 'annotation', people: ['createdBy'] },
    where: 't.id IN chosen_annotation',
  },
  {
    ...{ table: schema.suggestion, row: 'suggestion', sql: 'suggestion' },
    where: 't.id IN chosen_annotation',
  },
  {
    ...{ table: schema.carryReview, row: 'review', sql: 'carry_review', people: ['decidedBy'] },
    where: 't.annotation_id IN chosen_annotation',
  },
  {
    ...{ table: schema.adjudication, row: 'adjudication', sql: 'adjudication', where: inArticle },
    people: ['decidedBy'],
  },
  {
    ...{ table: schema.check, row: 'check', sql: '"check"', where: 't.id IN chosen_check' },
    ...{ order: 'seq', people: ['assigneeId', 'checkedBy', 'signedBy'] },
    without: ['seq', 'kind', 'mainType', 'risk', 'listed', 'riskOrder', 'dueOrder', 'open'],
  },
  {
    ...{ table: schema.assessment, row: 'assessment', sql: 'assessment', people: ['personId'] },
    where: inCheck,
  },
  {
    ...{ table: schema.evidenceItem, row: 'evidence item', sql: 'evidence_item' },
    ...{ where: 't.id IN chosen_item', people: ['createdBy'] },
  },
  {
    ...{ table: schema.citation, row: 'citation', sql: 'citation', people: ['createdBy'] },
    where: 't.id IN chosen_citation',
  },
  {
    ...{ table: schema.archivedCopy, row: 'archived copy', sql: 'archived_copy' },
    ...{ where: 't.id IN chosen_copy', people: ['keptBy'] },
  },
  { table: schema.thread, row: 'discussion', sql: 'thread', where: ofTarget },
  {
    ...{ table: schema.message, row: 'message', sql: 'message', people: ['personId'] },
    where: 't.thread_id IN (SELECT id FROM thread WHERE target_id IN chosen_target)',
  },
  {
    ...{ table: schema.command, row: 'command', sql: 'command', people: ['personId'] },
    where: 't.id IN (SELECT command_id FROM event WHERE seq IN chosen_event)',
    without: ['result'],
  },
  {
    ...{ table: schema.event, row: 'event', sql: 'event', people: ['personId'] },
    ...{ where: 't.seq IN chosen_event', order: 'seq', without: ['seq'] },
    key: ['commandId', 'entity', 'entityId', 'versionAfter'],
  },
];

export const BUNDLE_TABLES: readonly BundleTable[] = DECLARED.map(
  ({ table, row, sql, where, people = [], without = [], key = ['id'], order }) => ({
    ...{ row, sql, where, people, key },
    file: `${sql.replaceAll('"', '')}.jsonl`,
    columns: columnsOf(table, without),
    order: order ?? key.map(snakeCase).join(', '),
  }),
);

function columnsOf(table: SQLiteTable, without: readonly string[]): readonly BundleColumn[] {
  const columns: Readonly<Record<string, Column>> = getTableColumns(table);
  return Object.entries(columns)
    .filter(([key]) => !without.includes(key))
    .map(([key, column]) => ({
      key,
      sql: `"${snakeCase(key)}"`,
      type: typeOf(column.dataType, column.getSQLType()),
      isNull: !column.notNull,
      words: column.enumValues ?? null,
    }));
}

function typeOf(dataType: string, sqlType: string): BundleColumn['type'] {
  if (dataType === 'json') return 'json';
  if (dataType === 'boolean') return 'boolean';
  if (dataType === 'string') return 'text';
  return sqlType === 'real' ? 'real' : 'integer';
}

/** A key as the database spells it. */
export function snakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
