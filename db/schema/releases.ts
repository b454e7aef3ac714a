import { blob, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { ReleaseManifest } from '@/corpus/release/model';
import { collection, personId } from './collections';

/** A release of a collection. The database refuses to change or delete one (migration 0011). */
export const release = sqliteTable(
  'release',
  {
    id: text().primaryKey(),
    collectionId: text()
      .notNull()
      .references(() => collection.id),
    /** What the release is called; a release has one state only, and no version of its row. */
    version: text().notNull(),
    personId: personId().notNull(),
    at: text().notNull(),
    /** Of the archive, in hexadecimal. */
    sha256: text().notNull(),
    bytes: integer().notNull(),
    /** How many of the archive's bytes are its index's, which is its first member. */
    indexBytes: integer().notNull(),
    /** Without its list of files, which the archive has. */
    manifest: text({ mode: 'json' }).$type<Omit<ReleaseManifest, 'files'>>().notNull(),
  },
  (table) => [uniqueIndex('release_version').on(table.collectionId, table.version)],
);

/** The archive's bytes in portions, so that neither writing nor reading holds it in memory. */
export const releasePart = sqliteTable(
  'release_part',
  {
    releaseId: text()
      .notNull()
      .references(() => release.id),
    ordinal: integer().notNull(),
    bytes: blob({ mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.releaseId, table.ordinal] })],
);
