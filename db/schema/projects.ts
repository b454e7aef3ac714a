import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { LABELLINGS, USES } from '@/corpus/project/model';
import { article } from './articles';
import { collection, personId } from './collections';
import { versioned } from './columns';

/** How a collection is marked and handed out; `id` is the collection's. Without a row: shared. */
export const project = sqliteTable('project', {
  id: text()
    .primaryKey()
    .references(() => collection.id),
  labelling: text({ enum: LABELLINGS }).notNull(),
  mayLook: integer({ mode: 'boolean' }).notNull(),
  perArticle: integer().notNull(),
  timeoutHours: integer().notNull(),
  version: integer().notNull(),
});

/** That a person is handed articles of a project. */
export const projectMember = sqliteTable(
  'project_member',
  {
    id: text().primaryKey(),
    collectionId: text()
      .notNull()
      .references(() => collection.id),
    personId: personId(),
    ...versioned(),
  },
  (table) => [uniqueIndex('project_member_of').on(table.collectionId, table.personId)],
);

/** What an article is for in its project; `id` is the article's. Without a row: work. */
export const projectArticle = sqliteTable('project_article', {
  id: text()
    .primaryKey()
    .references(() => article.id),
  use: text({ enum: USES }).notNull(),
  version: integer().notNull(),
});

/**
 * That an article is handed to a person, who marks it in a layer of their own. Open until it is
 * submitted; `removed` where it was given back, or went to somebody else after the time-out.
 */
export const assignment = sqliteTable(
  'assignment',
  {
    id: text().primaryKey(),
    articleId: text()
      .notNull()
      .references(() => article.id),
    personId: personId(),
    handedOutAt: text().notNull(),
    submittedAt: text(),
    /** Why an editor gave a submitted article back for more work. */
    returnReason: text(),
    ...versioned(),
  },
  (table) => [
    uniqueIndex('assignment_of')
      .on(table.articleId, table.personId)
      .where(sql`removed = 0`),
    index('assignment_by_person').on(table.personId, table.removed),
  ],
);

/** Time spent on an assignment. No event: it grows every few seconds while somebody works. */
export const assignmentTime = sqliteTable('assignment_time', {
  id: text()
    .primaryKey()
    .references(() => assignment.id),
  seconds: integer().notNull(),
  activeAt: text().notNull(),
});
