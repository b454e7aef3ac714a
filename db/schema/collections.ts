import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { ROLES } from '@/corpus/people/model';
import { MODES } from '@/corpus/verification/modes';
import { versioned } from './columns';

/** Who acts. Somebody who left is `removed` and keeps the name that the history tells. */
export const person = sqliteTable('person', {
  id: text().primaryKey(),
  name: text().notNull(),
  role: text({ enum: ROLES }).notNull(),
  createdAt: text().notNull(),
  ...versioned(),
});

/** A column with the id of who did a thing. */
export const personId = () =>
  text()
    .notNull()
    .references(() => person.id);

/** `mode` decides how many people a check needs; `panelSize` and `quorum` belong to a panel. */
export const collection = sqliteTable('collection', {
  id: text().primaryKey(),
  name: text().notNull().unique(),
  mode: text({ enum: MODES }).notNull(),
  panelSize: integer(),
  quorum: integer(),
  createdAt: text().notNull(),
  version: integer().notNull(),
});

export const tagSet = sqliteTable(
  'tag_set',
  {
    id: text().primaryKey(),
    collectionId: text()
      .notNull()
      .references(() => collection.id),
    version: integer().notNull(),
    definition: text({ mode: 'json' }).notNull(),
    createdAt: text().notNull(),
  },
  (table) => [uniqueIndex('tag_set_version').on(table.collectionId, table.version)],
);

export const guide = sqliteTable(
  'guide',
  {
    id: text().primaryKey(),
    collectionId: text()
      .notNull()
      .references(() => collection.id),
    version: integer().notNull(),
    body: text().notNull(),
    createdAt: text().notNull(),
  },
  (table) => [uniqueIndex('guide_version').on(table.collectionId, table.version)],
);
