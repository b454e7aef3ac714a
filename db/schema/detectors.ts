import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { personId } from './collections';
import { versioned } from './columns';

/**
 * A detector of the desk's own, asked over HTTP beside Stet's rules. It is the desk's and no
 * collection's: no bundle holds it.
 */
export const detector = sqliteTable('detector', {
  id: text().primaryKey(),
  address: text().notNull(),
  /** How long it may take for one article. */
  seconds: integer().notNull(),
  off: integer({ mode: 'boolean' }).notNull(),
  createdBy: personId().notNull(),
  createdAt: text().notNull(),
  ...versioned(),
});

/** How a detector answered last. Not part of the history: every article that it reads writes it anew. */
export const detectorAnswer = sqliteTable('detector_answer', {
  detectorId: text()
    .primaryKey()
    .references(() => detector.id),
  at: text().notNull(),
  /** What it calls itself, its version and what its offsets count; null until it has answered well once. */
  name: text(),
  release: text(),
  unit: text(),
  isGood: integer({ mode: 'boolean' }).notNull(),
  /** What came of it, in one sentence. */
  said: text().notNull(),
});
