import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
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
import { article, revision, target } from './articles';
import { collection, person } from './collections';

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
    createdBy: text()
      .notNull()
      .references(() => person.id),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
    version: integer().notNull(),
    removed: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    index('annotation_by_article').on(table.articleId, table.removed),
    index('annotation_by_target').on(table.targetId),
    index('annotation_by_collection').on(table.collectionId, table.id),
  ],
);

/** A detector's proposal; the annotation has origin `suggestion` until a person accepts it. */
export const suggestion = sqliteTable('suggestion', {
  annotationId: text()
    .primaryKey()
    .references(() => annotation.id),
  state: text({ enum: ['proposed', 'accepted', 'rejected'] }).notNull(),
  rule: text().notNull(),
  evidence: text({ mode: 'json' }).notNull(),
  confidence: integer().notNull(),
});

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
    decidedBy: text()
      .notNull()
      .references(() => person.id),
    version: integer().notNull(),
    removed: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (table) => [index('carry_review_of').on(table.revisionId, table.annotationId)],
);

export const thread = sqliteTable(
  'thread',
  {
    id: text().primaryKey(),
    targetId: text()
      .notNull()
      .references(() => target.id),
    resolved: integer({ mode: 'boolean' }).notNull().default(false),
    createdAt: text().notNull(),
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
    personId: text()
      .notNull()
      .references(() => person.id),
    body: text().notNull(),
    createdAt: text().notNull(),
    version: integer().notNull(),
    removed: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (table) => [index('message_by_thread').on(table.threadId, table.id)],
);
