import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { personId } from './collections';

/** What a person asked for; the id is made by the client, so that sending it twice does it once. */
export const command = sqliteTable('command', {
  id: text().primaryKey(),
  name: text().notNull(),
  personId: personId(),
  at: text().notNull(),
  /** The command that this one undoes. */
  undoes: text(),
  result: text({ mode: 'json' }),
});

/** The append-only history: one row for each thing that a command changed. */
export const event = sqliteTable(
  'event',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    commandId: text()
      .notNull()
      .references(() => command.id),
    name: text().notNull(),
    personId: personId(),
    at: text().notNull(),
    entity: text().notNull(),
    entityId: text().notNull(),
    articleId: text(),
    annotationId: text(),
    created: integer({ mode: 'boolean' }).notNull(),
    versionAfter: integer().notNull(),
    /** Field → [before, after]; the names alone where the content is confidential. */
    changes: text({ mode: 'json' }).notNull(),
    undoes: text(),
  },
  (table) => [
    index('event_by_entity').on(table.entity, table.entityId, table.seq),
    index('event_by_command').on(table.commandId, table.seq),
    index('event_by_annotation').on(table.annotationId, table.seq),
    index('event_by_article').on(table.articleId, table.seq),
    index('event_status_day')
      .on(sql`date(at)`, sql`changes ->> '$.status[1]'`, table.articleId)
      .where(sql`entity = 'check' and name = 'setStatus'`),
  ],
);

/** Changes of confidential things, kept out of the history and erasable. */
export const withheldChange = sqliteTable('withheld_change', {
  eventSeq: integer()
    .primaryKey()
    .references(() => event.seq),
  changes: text({ mode: 'json' }).notNull(),
});
