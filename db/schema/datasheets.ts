import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Answers } from '@/corpus/datasheet/model';
import { collection } from './collections';
import { versioned } from './columns';

/** What people say of the dataset that a collection becomes; `id` is the collection's. */
export const datasheet = sqliteTable('datasheet', {
  id: text()
    .primaryKey()
    .references(() => collection.id),
  licence: text(),
  citation: text(),
  publisher: text(),
  homepage: text(),
  answers: text({ mode: 'json' }).$type<Answers>().notNull(),
  ...versioned(),
});
