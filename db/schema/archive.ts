import { blob, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { CONTENT_KINDS } from '@/corpus/verification/archive';
import { evidenceItem } from './checks';
import { person, personId } from './collections';
import { versioned } from './columns';

/** The bytes of archived copies, once for each content; nothing but the copies that name it tells of one. */
export const archivedBytes = sqliteTable('archived_bytes', {
  sha256: text().primaryKey(),
  bytes: blob({ mode: 'buffer' }).notNull(),
});

/** That a file, or a page as it was fetched, is kept as a copy of an evidence item. */
export const archivedCopy = sqliteTable(
  'archived_copy',
  {
    id: text().primaryKey(),
    evidenceItemId: text()
      .notNull()
      .references(() => evidenceItem.id),
    sha256: text()
      .notNull()
      .references(() => archivedBytes.sha256),
    fileName: text().notNull(),
    /** What the bytes are, whatever the name says. */
    content: text({ enum: CONTENT_KINDS }).notNull(),
    byteLength: integer().notNull(),
    /** Where it was fetched from, after all redirects; null for a file. */
    url: text(),
    keptAt: text().notNull(),
    keptBy: personId(),
    ...versioned(),
  },
  (table) => [index('archived_copy_of_item').on(table.evidenceItemId, table.removed, table.id)],
);

/** That a person is named to see something confidential, beside whoever brought it in. */
export const confidant = sqliteTable(
  'confidant',
  {
    id: text().primaryKey(),
    /** The evidence item's or the contact's. */
    thingId: text().notNull(),
    personId: text()
      .notNull()
      .references(() => person.id),
    ...versioned(),
  },
  (table) => [uniqueIndex('confidant_one').on(table.thingId, table.personId)],
);
