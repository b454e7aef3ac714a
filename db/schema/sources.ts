import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { annotation } from './annotations';
import { article } from './articles';
import { versioned } from './columns';

/** A source that a person has put together from several names, or given a name. */
export const source = sqliteTable('source', {
  id: text().primaryKey(),
  name: text().notNull(),
  ...versioned(),
});

/** A name (corpus/suggestion/source-name.ts, `sourceKey`) that a person gave to a source. */
export const sourceAlias = sqliteTable(
  'source_alias',
  {
    id: text().primaryKey(),
    key: text().notNull(),
    sourceId: text()
      .notNull()
      .references(() => source.id),
    ...versioned(),
  },
  (table) => [uniqueIndex('source_alias_of').on(table.key)],
);

/**
 * Under which name the source of each attribution is listed. Derived from its words and from what a
 * detector resolved (db/commands/project-source.ts); null where it is a pronoun or unsaid.
 */
export const attributionSource = sqliteTable(
  'attribution_source',
  {
    annotationId: text()
      .primaryKey()
      .references(() => annotation.id),
    articleId: text()
      .notNull()
      .references(() => article.id),
    name: text(),
    key: text(),
  },
  (table) => [index('attribution_source_by_key').on(table.key, table.articleId)],
);
