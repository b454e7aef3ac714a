import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { OUTCOMES, type DecidedMember } from '@/corpus/adjudication/model';
import { annotation } from './annotations';
import { article } from './articles';
import { personId } from './collections';
import { versioned } from './columns';

/** What a person decided of marks of several layers; what it left stands in the adjudicated layer. */
export const adjudication = sqliteTable(
  'adjudication',
  {
    id: text().primaryKey(),
    articleId: text()
      .notNull()
      .references(() => article.id),
    outcome: text({ enum: OUTCOMES }).notNull(),
    members: text({ mode: 'json' }).$type<readonly DecidedMember[]>().notNull(),
    /** Also where a later decision left nothing: the annotation is removed then. */
    annotationId: text().references(() => annotation.id),
    reason: text(),
    decidedBy: personId(),
    decidedAt: text().notNull(),
    ...versioned(),
  },
  (table) => [
    index('adjudication_by_article').on(table.articleId, table.removed),
    index('adjudication_by_annotation').on(table.annotationId),
  ],
);
