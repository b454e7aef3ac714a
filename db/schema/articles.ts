import {
  type AnySQLiteColumn,
  blob,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { OUTCOMES } from '@/corpus/anchoring/carry';
import { BLOCK_ROLES, type Formatting } from '@/corpus/document/block';
import type { ArticleMetadata } from '@/corpus/ingest/model';
import type { Span } from '@/corpus/spans/span';
import { collection, personId } from './collections';
import { versioned } from './columns';

/** The bytes an article came from, kept as they were. */
export const original = sqliteTable(
  'original',
  {
    id: text().primaryKey(),
    sha256: text().notNull().unique(),
    fileName: text().notNull(),
    encoding: text().notNull(),
    byteLength: integer().notNull(),
    bytes: blob({ mode: 'buffer' }).notNull(),
    importedAt: text().notNull(),
    importedBy: personId(),
    /** Where it was fetched from; null for a file. */
    url: text(),
  },
  (table) => [index('original_by_name').on(table.fileName), index('original_by_url').on(table.url)],
);

export const article = sqliteTable(
  'article',
  {
    id: text().primaryKey(),
    collectionId: text()
      .notNull()
      .references(() => collection.id),
    originalId: text().references(() => original.id),
    /** Hash of the first revision's text within the collection: how a second import is recognised. */
    contentHash: text().notNull(),
    /** Place among the articles of one original, from 1. */
    ordinal: integer().notNull(),
    /** 0 as it was read; what a person split off it counts from 1. */
    part: integer().notNull().default(0),
    /** The article whose text goes on with this one's; this one is then removed. */
    joinedInto: text().references((): AnySQLiteColumn => article.id),
    headline: text().notNull(),
    deck: text(),
    byline: text(),
    places: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    agency: text(),
    date: text(),
    dateBasis: text({ enum: ['stated', 'inferred', 'set'] }),
    dateReason: text(),
    wordCount: integer().notNull(),
    metadata: text({ mode: 'json' }).$type<ArticleMetadata>(),
    createdAt: text().notNull(),
    ...versioned(),
  },
  (table) => [
    uniqueIndex('article_content').on(table.collectionId, table.contentHash),
    index('article_by_original').on(table.originalId, table.ordinal),
    index('article_joined').on(table.joinedInto),
    index('article_listed').on(table.removed, table.id),
  ],
);

/** An immutable text. `hash` is SHA-256 of the text in UTF-8. */
export const revision = sqliteTable(
  'revision',
  {
    id: text().primaryKey(),
    articleId: text()
      .notNull()
      .references(() => article.id),
    number: integer().notNull(),
    originalId: text().references(() => original.id),
    text: text().notNull(),
    hash: text().notNull(),
    note: text(),
    createdAt: text().notNull(),
    createdBy: personId(),
  },
  (table) => [
    uniqueIndex('revision_number').on(table.articleId, table.number),
    index('revision_hash').on(table.hash),
  ],
);

/** `start`/`end`: UTF-16 offsets in the revision's text; `original*`: in the original's decoded text. */
export const block = sqliteTable(
  'block',
  {
    id: text().primaryKey(),
    revisionId: text()
      .notNull()
      .references(() => revision.id),
    ordinal: integer().notNull(),
    role: text({ enum: BLOCK_ROLES }).notNull(),
    depth: integer().notNull(),
    groupNumber: integer(),
    start: integer().notNull(),
    end: integer().notNull(),
    originalStart: integer(),
    originalEnd: integer(),
    formatting: text({ mode: 'json' }).$type<readonly Formatting[]>(),
    version: integer().notNull(),
  },
  (table) => [uniqueIndex('block_ordinal').on(table.revisionId, table.ordinal)],
);

/** Something marked. What it covers is in `span`, per revision. */
export const target = sqliteTable(
  'target',
  {
    id: text().primaryKey(),
    articleId: text()
      .notNull()
      .references(() => article.id),
    createdAt: text().notNull(),
  },
  (table) => [index('target_by_article').on(table.articleId)],
);

export const span = sqliteTable(
  'span',
  {
    revisionId: text()
      .notNull()
      .references(() => revision.id),
    targetId: text()
      .notNull()
      .references(() => target.id),
    part: text({ enum: ['content', 'source', 'cue', 'addressee'] }).notNull(),
    ordinal: integer().notNull(),
    piece: integer().notNull(),
    start: integer().notNull(),
    end: integer().notNull(),
    exact: text().notNull(),
    prefix: text().notNull(),
    suffix: text().notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.revisionId, table.targetId, table.part, table.ordinal, table.piece],
    }),
    index('span_by_target').on(table.targetId, table.revisionId),
  ],
);

/** How a target came to its place on a revision. */
export const anchoring = sqliteTable(
  'anchoring',
  {
    targetId: text()
      .notNull()
      .references(() => target.id),
    revisionId: text()
      .notNull()
      .references(() => revision.id),
    outcome: text({ enum: OUTCOMES }).notNull(),
    /** For `ambiguous`: the places that are equally good. */
    places: text({ mode: 'json' }).$type<readonly Span[]>(),
  },
  (table) => [primaryKey({ columns: [table.targetId, table.revisionId] })],
);
