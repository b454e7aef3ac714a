import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { TERMS } from '@/corpus/annotation/model';
import { ANSWER_KINDS, CONTACT_WAYS } from '@/corpus/outside/model';
import { article, revision } from './articles';
import { annotation } from './annotations';
import { check } from './checks';
import { personId } from './collections';
import { versioned } from './columns';

/** What is asked of somebody who is not on the desk: an expert, or a source about their own words. */
export const inquiry = sqliteTable(
  'inquiry',
  {
    id: text().primaryKey(),
    articleId: text()
      .notNull()
      .references(() => article.id),
    /** Who is asked, as the desk calls them. */
    name: text().notNull(),
    /** The source (db/queries/sources.ts) who sees nothing but their own words; null for an expert. */
    sourceId: text(),
    /** The annotations whose words are shown, in the order of asking. */
    annotationIds: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    showsHeadline: integer({ mode: 'boolean' }).notNull(),
    createdBy: personId().notNull(),
    createdAt: text().notNull(),
    expiresAt: text().notNull(),
    revokedAt: text(),
    ...versioned(),
  },
  (table) => [index('inquiry_by_article').on(table.articleId, table.removed, table.id)],
);

/**
 * The SHA-256 of the key in an inquiry's link. It stands apart, so that neither the history nor
 * anything that is told of an inquiry can hold it.
 */
export const inquiryKey = sqliteTable('inquiry_key', {
  inquiryId: text()
    .primaryKey()
    .references(() => inquiry.id),
  keyHash: text().notNull().unique('inquiry_key_hash'),
});

/** What came back about one annotation's words, through the link. */
export const inquiryAnswer = sqliteTable(
  'inquiry_answer',
  {
    id: text().primaryKey(),
    inquiryId: text()
      .notNull()
      .references(() => inquiry.id),
    annotationId: text()
      .notNull()
      .references(() => annotation.id),
    revisionId: text()
      .notNull()
      .references(() => revision.id),
    /** Who answered, as the inquiry had it. */
    name: text().notNull(),
    kind: text({ enum: ANSWER_KINDS }).notNull(),
    /** The replacement, or the comment; null where the words are confirmed without one. */
    words: text(),
    /** The words as they were shown, and their hash (db/commands/words-hash.ts). */
    shown: text().notNull(),
    shownHash: text().notNull(),
    at: text().notNull(),
    ...versioned(),
  },
  (table) => [
    index('inquiry_answer_of').on(table.inquiryId, table.annotationId, table.id),
    index('inquiry_answer_by_annotation').on(table.annotationId, table.removed, table.id),
  ],
);

/** That somebody was asked by a person of the desk, and what they said. */
export const contact = sqliteTable(
  'contact',
  {
    id: text().primaryKey(),
    checkId: text()
      .notNull()
      .references(() => check.id),
    /** Who was asked. */
    name: text().notNull(),
    way: text({ enum: CONTACT_WAYS }).notNull(),
    /** A day, or a minute in UTC (verification/due.ts). */
    askedAt: text().notNull(),
    question: text().notNull(),
    /** Null while none has come. */
    answer: text(),
    terms: text({ enum: TERMS }).notNull(),
    createdBy: personId().notNull(),
    createdAt: text().notNull(),
    ...versioned(),
  },
  (table) => [index('contact_by_check').on(table.checkId, table.removed, table.askedAt)],
);
