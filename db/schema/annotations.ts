import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import {
  KINDS,
  ORIGINS,
  SOURCE_TYPES,
  SPEECH,
  TERMS,
  type ClaimType,
  type Flag,
} from '@/corpus/annotation/model';
import { CARRY_DECISIONS } from '@/corpus/anchoring/review';
import {
  SUGGESTION_STATES,
  type RunCounts,
  type SuggestionDetails,
} from '@/corpus/suggestion/model';
import { article, revision, target } from './articles';
import { collection, personId } from './collections';
import { versioned } from './columns';

export const annotation = sqliteTable(
  'annotation',
  {
    id: text().primaryKey(),
    targetId: text()
      .notNull()
      .references(() => target.id),
    articleId: text()
      .notNull()
      .references(() => article.id),
    collectionId: text()
      .notNull()
      .references(() => collection.id),
    kind: text({ enum: KINDS }).notNull(),
    layer: text().notNull(),
    origin: text({ enum: ORIGINS }).notNull(),
    types: text({ mode: 'json' }).$type<readonly ClaimType[]>().notNull(),
    flags: text({ mode: 'json' }).$type<readonly Flag[]>().notNull(),
    speech: text({ enum: SPEECH }),
    sourceType: text({ enum: SOURCE_TYPES }),
    terms: text({ enum: TERMS }),
    anonymityReason: text(),
    createdBy: personId(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
    ...versioned(),
  },
  (table) => [
    index('annotation_by_article').on(table.articleId, table.removed),
    index('annotation_by_target').on(table.targetId),
    index('annotation_by_collection').on(table.collectionId, table.id),
  ],
);

/**
 * A detector's proposal; `id` is its annotation's, which has origin `suggestion` until a person
 * accepts it, and is removed when a person rejects it.
 */
export const suggestion = sqliteTable(
  'suggestion',
  {
    id: text()
      .primaryKey()
      .references(() => annotation.id),
    articleId: text()
      .notNull()
      .references(() => article.id),
    /** The revision that was read: `details` holds spans of its text. */
    revisionId: text()
      .notNull()
      .references(() => revision.id),
    state: text({ enum: SUGGESTION_STATES }).notNull(),
    detector: text().notNull(),
    rule: text().notNull(),
    reason: text().notNull(),
    /** The words that made the rule fire. */
    evidence: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    /** As the rule states it; the desk's decisions move what is shown. */
    confidence: real().notNull(),
    score: real(),
    details: text({ mode: 'json' }).$type<SuggestionDetails>().notNull(),
    version: integer().notNull(),
  },
  (table) => [
    index('suggestion_by_article').on(table.articleId, table.state),
    index('suggestion_by_rule').on(table.rule, table.state),
  ],
);

/** One reading of a revision by a detector, so that it is not read again for nothing. */
export const detectionRun = sqliteTable(
  'detection_run',
  {
    id: text().primaryKey(),
    articleId: text()
      .notNull()
      .references(() => article.id),
    revisionId: text()
      .notNull()
      .references(() => revision.id),
    detector: text().notNull(),
    detectorVersion: text().notNull(),
    /** Hash of what else was read beside the text: roles and the article's date. */
    inputHash: text().notNull(),
    at: text().notNull(),
    personId: personId(),
    counts: text({ mode: 'json' }).$type<RunCounts>().notNull(),
  },
  (table) => [index('detection_run_of').on(table.revisionId, table.detector)],
);

/** A rule that an editor has switched off, or on again, in one collection. */
export const ruleSwitch = sqliteTable(
  'rule_switch',
  {
    id: text().primaryKey(),
    collectionId: text()
      .notNull()
      .references(() => collection.id),
    rule: text().notNull(),
    off: integer({ mode: 'boolean' }).notNull(),
    ...versioned(),
  },
  (table) => [uniqueIndex('rule_switch_of').on(table.collectionId, table.rule)],
);

/** What a person said, in the review of a revision, of a mark that did not come to it whole. */
export const carryReview = sqliteTable(
  'carry_review',
  {
    id: text().primaryKey(),
    annotationId: text()
      .notNull()
      .references(() => annotation.id),
    revisionId: text()
      .notNull()
      .references(() => revision.id),
    decision: text({ enum: CARRY_DECISIONS }).notNull(),
    decidedBy: personId(),
    ...versioned(),
  },
  (table) => [index('carry_review_of').on(table.revisionId, table.annotationId)],
);

/** People's discussion of a target: of an annotation, or one that came with a file. */
export const thread = sqliteTable(
  'thread',
  {
    id: text().primaryKey(),
    targetId: text()
      .notNull()
      .references(() => target.id),
    resolved: integer({ mode: 'boolean' }).notNull().default(false),
    createdAt: text().notNull(),
    version: integer().notNull().default(1),
    removed: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (table) => [index('thread_by_target').on(table.targetId)],
);

export const message = sqliteTable(
  'message',
  {
    id: text().primaryKey(),
    threadId: text()
      .notNull()
      .references(() => thread.id),
    personId: personId(),
    body: text().notNull(),
    createdAt: text().notNull(),
    /** What came in a file: the name as it stands there, "" for none; `personId` is who imported it. */
    authorName: text(),
    /** When it was written, as the file says it. */
    writtenAt: text(),
    ...versioned(),
  },
  (table) => [index('message_by_thread').on(table.threadId, table.id)],
);
