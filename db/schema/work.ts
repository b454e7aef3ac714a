import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { FIDELITIES, FINDINGS } from '@/corpus/verification/model';
import { NOTICE_KINDS } from '@/corpus/people/notices';
import { annotation } from './annotations';
import { article } from './articles';
import { check } from './checks';
import { personId } from './collections';
import { command } from './history';
import { versioned } from './columns';

/**
 * Who is working on a check at this moment. Not part of the history: it is taken anew every few
 * seconds, and from `expiresAt` on, by the database's clock, it binds nobody.
 */
export const checkLock = sqliteTable('check_lock', {
  checkId: text()
    .primaryKey()
    .references(() => check.id),
  personId: personId(),
  since: text().notNull(),
  expiresAt: text().notNull(),
});

/** What an editor decided of a disputed check, and why. */
export const decision = sqliteTable(
  'decision',
  {
    id: text().primaryKey(),
    checkId: text()
      .notNull()
      .references(() => check.id),
    personId: personId(),
    at: text().notNull(),
    finding: text({ enum: FINDINGS }),
    fidelity: text({ enum: FIDELITIES }),
    reason: text().notNull(),
    /** False from when the check is disputed, returned or reopened again. */
    stands: integer({ mode: 'boolean' }).notNull(),
    ...versioned(),
  },
  (table) => [index('decision_by_check').on(table.checkId, table.removed)],
);

/** A signature that an admin gave against the rules of who may sign. */
export const signOffOverride = sqliteTable(
  'sign_off_override',
  {
    id: text().primaryKey(),
    checkId: text()
      .notNull()
      .references(() => check.id),
    personId: personId(),
    at: text().notNull(),
    reason: text().notNull(),
    /** The sentences that stood against signing. */
    lifted: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    ...versioned(),
  },
  (table) => [index('override_by_check').on(table.checkId, table.removed)],
);

/**
 * That something concerns a person. One row for each command, person and kind, however many checks
 * the command touched; the row names the first. Whether it is read is the person's own and no event.
 */
export const notification = sqliteTable(
  'notification',
  {
    id: text().primaryKey(),
    personId: personId(),
    kind: text({ enum: NOTICE_KINDS }).notNull(),
    commandId: text()
      .notNull()
      .references(() => command.id),
    fromId: personId(),
    at: text().notNull(),
    articleId: text()
      .notNull()
      .references(() => article.id),
    /** Null for a discussion of words that nobody marked. */
    annotationId: text().references(() => annotation.id),
    count: integer().notNull(),
    /** The command was undone. */
    withdrawn: integer({ mode: 'boolean' }).notNull().default(false),
    readAt: text(),
  },
  (table) => [
    uniqueIndex('notification_of').on(table.commandId, table.personId, table.kind),
    index('notification_by_person').on(table.personId, table.withdrawn, table.id),
    index('notification_unread').on(table.personId, table.withdrawn, table.readAt),
  ],
);
