import { integer } from 'drizzle-orm/sqlite-core';

/** What every thing has that people change: the version that a command must have seen, and whether it was taken away. */
export const versioned = () => ({
  version: integer().notNull(),
  removed: integer({ mode: 'boolean' }).notNull().default(false),
});
