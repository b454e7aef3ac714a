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
import { article, target } from './articles';
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
