import { sql, type SQL } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { KINDS, TERMS } from '@/corpus/annotation/model';
import {
  DISPOSITIONS,
  EVIDENCE_KINDS,
  FIDELITIES,
  FINDINGS,
  OPEN_STATUSES,
  STANCES,
  STATUSES,
} from '@/corpus/verification/model';
import { annotation } from './annotations';
import { article } from './articles';
import { collection, person, personId } from './collections';
import { versioned } from './columns';

const openList = OPEN_STATUSES.map((status) => `'${status}'`).join(', ');

/**
 * The work on one annotation, and the queue's row: what the queue filters and sorts by stands
 * here beside it, written by `db/commands/project-check.ts` alone. `seq` grows with age. Every
 * queue index begins with `listed` (no suggestions, nothing removed), so no filter scans.
 */
export const check = sqliteTable(
  'check',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull().unique(),
    annotationId: text()
      .notNull()
      .unique()
      .references(() => annotation.id),
    articleId: text()
      .notNull()
      .references(() => article.id),
    collectionId: text()
      .notNull()
      .references(() => collection.id),
    kind: text({ enum: KINDS }).notNull(),
    mainType: text(),
    risk: integer().notNull(),
    listed: integer({ mode: 'boolean' }).notNull(),
    status: text({ enum: STATUSES }).notNull(),
    reason: text(),
    finding: text({ enum: FINDINGS }),
    fidelity: text({ enum: FIDELITIES }),
    disposition: text({ enum: DISPOSITIONS }),
    replacement: text(),
    rationale: text(),
    assigneeId: text().references(() => person.id),
    dueAt: text(),
    checkedBy: text().references(() => person.id),
    signedBy: text().references(() => person.id),
    signedAt: text(),
    /** SHA-256 of the words that were signed. */
    signedHash: text(),
    updatedAt: text().notNull(),
    version: integer().notNull(),
    riskOrder: integer().generatedAlwaysAs((): SQL => sql`-risk`, { mode: 'virtual' }),
    dueOrder: text().generatedAlwaysAs((): SQL => sql`coalesce(due_at, '9999')`, {
      mode: 'virtual',
    }),
    open: integer({ mode: 'boolean' }).generatedAlwaysAs(
      (): SQL => sql.raw(`status in (${openList})`),
      { mode: 'virtual' },
    ),
  },
  (table) => [
    index('queue_risk').on(table.listed, table.riskOrder, table.seq),
    index('queue_due').on(table.listed, table.dueOrder, table.seq),
    index('queue_age').on(table.listed, table.seq),
    index('queue_open_risk').on(table.listed, table.open, table.riskOrder, table.seq),
    index('queue_open_due').on(table.listed, table.open, table.dueOrder, table.seq),
    index('queue_open_age').on(table.listed, table.open, table.seq),
    index('queue_status_risk').on(table.listed, table.status, table.riskOrder, table.seq),
    index('queue_status_due').on(table.listed, table.status, table.dueOrder, table.seq),
    index('queue_status_age').on(table.listed, table.status, table.seq),
    index('queue_kind_risk').on(table.listed, table.kind, table.riskOrder, table.seq),
    index('queue_kind_due').on(table.listed, table.kind, table.dueOrder, table.seq),
    index('queue_kind_age').on(table.listed, table.kind, table.seq),
    index('queue_article_risk').on(table.listed, table.articleId, table.riskOrder, table.seq),
    index('queue_article_due').on(table.listed, table.articleId, table.dueOrder, table.seq),
    index('queue_article_age').on(table.listed, table.articleId, table.seq),
    index('queue_article_status').on(table.articleId, table.listed, table.status, table.id),
    index('queue_collection_risk').on(table.listed, table.collectionId, table.riskOrder, table.seq),
    index('queue_collection_due').on(table.listed, table.collectionId, table.dueOrder, table.seq),
    index('queue_collection_age').on(table.listed, table.collectionId, table.seq),
    index('queue_assignee_risk').on(table.listed, table.assigneeId, table.riskOrder, table.seq),
    index('queue_assignee_due').on(table.listed, table.assigneeId, table.dueOrder, table.seq),
    index('queue_assignee_age').on(table.listed, table.assigneeId, table.seq),
    index('progress_status').on(table.listed, table.collectionId, table.status, table.id),
    index('progress_finding').on(table.listed, table.collectionId, table.mainType, table.finding),
  ],
);

/**
 * One row for each type and flag of a listed check, with the sort keys, for the queue's filters;
 * kind and status too, so that the walk along a label does not look at each check.
 */
export const checkLabel = sqliteTable(
  'check_label',
  {
    /** `type:number`, `flag:harm`. */
    label: text().notNull(),
    checkSeq: integer()
      .notNull()
      .references(() => check.seq),
    riskOrder: integer().notNull(),
    dueOrder: text().notNull(),
    kind: text({ enum: KINDS }).notNull(),
    status: text({ enum: STATUSES }).notNull(),
  },
  (table) => [
    uniqueIndex('check_label_one').on(table.label, table.checkSeq),
    index('check_label_age').on(table.label, table.checkSeq, table.kind, table.status),
    index('check_label_risk').on(
      table.label,
      table.riskOrder,
      table.checkSeq,
      table.kind,
      table.status,
    ),
    index('check_label_due').on(
      table.label,
      table.dueOrder,
      table.checkSeq,
      table.kind,
      table.status,
    ),
    index('check_label_by_check').on(table.checkSeq),
  ],
);

/** One person's judgement in one check. */
export const assessment = sqliteTable(
  'assessment',
  {
    id: text().primaryKey(),
    checkId: text()
      .notNull()
      .references(() => check.id),
    personId: personId(),
    finding: text({ enum: FINDINGS }),
    fidelity: text({ enum: FIDELITIES }),
    rationale: text(),
    /** When it was handed in, where judgements are made apart (corpus/verification/modes.ts). */
    handedInAt: text(),
    updatedAt: text().notNull(),
    ...versioned(),
  },
  (table) => [uniqueIndex('assessment_of_person').on(table.checkId, table.personId)],
);

export const evidenceItem = sqliteTable(
  'evidence_item',
  {
    id: text().primaryKey(),
    collectionId: text()
      .notNull()
      .references(() => collection.id),
    kind: text({ enum: EVIDENCE_KINDS }).notNull(),
    title: text().notNull(),
    /** A web address, or where the thing lies ("blue folder, shelf 3"). */
    place: text().notNull(),
    /** Items of one origin count once for the evidence rule. */
    origin: text().notNull(),
    terms: text({ enum: TERMS }).notNull(),
    createdBy: personId(),
    createdAt: text().notNull(),
    ...versioned(),
  },
  (table) => [index('evidence_by_collection').on(table.collectionId, table.removed, table.id)],
);

export const citation = sqliteTable(
  'citation',
  {
    id: text().primaryKey(),
    checkId: text()
      .notNull()
      .references(() => check.id),
    evidenceItemId: text()
      .notNull()
      .references(() => evidenceItem.id),
    locator: text(),
    excerpt: text(),
    stance: text({ enum: STANCES }).notNull(),
    primary: integer({ mode: 'boolean' }).notNull(),
    createdBy: personId(),
    ...versioned(),
  },
  (table) => [
    index('citation_by_check').on(table.checkId, table.removed),
    index('citation_by_item').on(table.evidenceItemId),
  ],
);

export const savedView = sqliteTable('saved_view', {
  id: text().primaryKey(),
  name: text().notNull(),
  /** The queue's query string. */
  query: text().notNull(),
  createdBy: personId(),
  ...versioned(),
});
