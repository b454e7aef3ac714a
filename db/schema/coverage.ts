import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { ChecklistItem } from '@/corpus/coverage/checklist';
import { article, revision, target } from './articles';
import { collection, personId } from './collections';
import { versioned } from './columns';

/** A sentence of which a person says that it holds nothing to check. Where it stands is in `span`. */
export const nothingToCheck = sqliteTable(
  'nothing_to_check',
  {
    id: text().primaryKey(),
    targetId: text()
      .notNull()
      .references(() => target.id),
    articleId: text()
      .notNull()
      .references(() => article.id),
    /** Of the words that were meant, typography folded: the mark is about no others. */
    hash: text().notNull(),
    createdBy: personId(),
    createdAt: text().notNull(),
    ...versioned(),
  },
  (table) => [
    index('nothing_to_check_by_article').on(table.articleId, table.removed),
    index('nothing_to_check_by_target').on(table.targetId),
  ],
);

/** That an editor has signed a revision of an article as a whole. `hash` is the signed text's. */
export const articleSignature = sqliteTable(
  'article_signature',
  {
    id: text().primaryKey(),
    articleId: text()
      .notNull()
      .references(() => article.id),
    revisionId: text()
      .notNull()
      .references(() => revision.id),
    hash: text().notNull(),
    signedBy: personId(),
    signedAt: text().notNull(),
    /** Why it was withdrawn; null for one that stands or was undone. */
    reason: text(),
    ...versioned(),
  },
  (table) => [index('article_signature_of').on(table.articleId, table.removed, table.id)],
);

/** What a desk looks at in every article of a collection, in its own words. */
export const checklist = sqliteTable(
  'checklist',
  {
    id: text().primaryKey(),
    collectionId: text()
      .notNull()
      .references(() => collection.id),
    name: text().notNull(),
    items: text({ mode: 'json' }).$type<readonly ChecklistItem[]>().notNull(),
    /** Whether an article can be signed only when all items are ticked. */
    required: integer({ mode: 'boolean' }).notNull(),
    ...versioned(),
  },
  (table) => [index('checklist_of').on(table.collectionId, table.removed, table.id)],
);

/** That a person has looked at one item of a checklist, for one revision. */
export const checklistTick = sqliteTable(
  'checklist_tick',
  {
    id: text().primaryKey(),
    checklistId: text()
      .notNull()
      .references(() => checklist.id),
    itemId: text().notNull(),
    articleId: text()
      .notNull()
      .references(() => article.id),
    revisionId: text()
      .notNull()
      .references(() => revision.id),
    tickedBy: personId(),
    tickedAt: text().notNull(),
    ...versioned(),
  },
  (table) => [
    uniqueIndex('checklist_tick_of').on(table.revisionId, table.checklistId, table.itemId),
    index('checklist_tick_by_article').on(table.articleId),
  ],
);
