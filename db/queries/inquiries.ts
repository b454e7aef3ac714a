import { and, asc, desc, eq, gt, isNull } from 'drizzle-orm';
import { SHARED_LAYER, type Kind } from '@/corpus/annotation/model';
import type { Askable, InquiryAnswer, InquiryLine, Passage } from '@/corpus/outside/model';
import type { Desk } from '../client';
import { wordsHash } from '../commands/words-hash';
import { hashOf } from '../ids';
import * as schema from '../schema';
import { listArticleSources } from './sources';

export type Inquiry = typeof schema.inquiry.$inferSelect;

/** The inquiry behind a link's key; null where it expired, was revoked or undone, or never was. */
export function findOpenInquiry(desk: Desk, key: string): Inquiry | null {
  const { inquiry, inquiryKey } = schema;
  const row = desk.orm
    .select({ inquiry })
    .from(inquiryKey)
    .innerJoin(inquiry, eq(inquiry.id, inquiryKey.inquiryId))
    .where(
      and(
        eq(inquiryKey.keyHash, hashOf(key)),
        isNull(inquiry.revokedAt),
        eq(inquiry.removed, false),
        gt(inquiry.expiresAt, new Date().toISOString()),
      ),
    )
    .get();
  return row?.inquiry ?? null;
}

interface Content {
  readonly annotationId: string;
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
}

/** The pieces of the contents of an article's marks, as they stand on its newest revision. */
function listContents(desk: Desk, articleId: string): readonly Content[] {
  return desk.sqlite
    .prepare<[string, string], Content>(
      `SELECT a.id AS annotationId, a.kind, s.start, s."end", s.exact
       FROM annotation a JOIN span s ON s.target_id = a.target_id AND s.part = 'content'
         AND s.revision_id =
           (SELECT id FROM revision WHERE article_id = a.article_id ORDER BY number DESC LIMIT 1)
       WHERE a.article_id = ? AND a.removed = 0 AND a.origin <> 'suggestion' AND a.layer = ?
       ORDER BY a.id, s.ordinal, s.piece`,
    )
    .all(articleId, SHARED_LAYER);
}

/** The marks that somebody outside can be asked about, in the order of the text. */
export function listAskable(desk: Desk, articleId: string): readonly Askable[] {
  const pieces = new Map<string, Content[]>();
  for (const piece of listContents(desk, articleId)) {
    const known = pieces.get(piece.annotationId);
    if (known === undefined) pieces.set(piece.annotationId, [piece]);
    else known.push(piece);
  }
  const sources = listArticleSources(desk, articleId).map(({ id, annotationIds }) => ({
    id,
    given: new Set(annotationIds),
    own: annotationIds.flatMap((given) => pieces.get(given) ?? []),
  }));
  return [...pieces]
    .toSorted(([, [a]], [, [b]]) => a!.start - b!.start || b!.end - a!.end)
    .map(([annotationId, content]) => {
      const { kind } = content[0]!;
      const isOwn = ({ given, own }: (typeof sources)[number]) =>
        given.has(annotationId) ||
        (kind === 'quote' &&
          content.every(({ start, end }) =>
            own.some((words) => words.start <= start && end <= words.end),
          ));
      return {
        annotationId,
        kind,
        words: content.map(({ exact }) => exact).join('\n\n'),
        sourceIds: sources.filter(isOwn).map(({ id }) => id),
      };
    });
}

/** What a link shows now: what is not answered, or changed since; and how much stands as answered. */
export interface Passages {
  readonly open: readonly Passage[];
  readonly settled: number;
}

/**
 * Words that are gone, whose mark was removed, or that are no longer given to the source who is asked,
 * are not shown.
 */
export function listPassages(desk: Desk, inquiry: Inquiry): Passages {
  const articles = new Map<string, ReadonlyMap<string, Askable>>();
  const askableIn = (articleId: string) => {
    const known = articles.get(articleId);
    if (known !== undefined) return known;
    const found = new Map(listAskable(desk, articleId).map((one) => [one.annotationId, one]));
    articles.set(articleId, found);
    return found;
  };
  const open: Passage[] = [];
  let settled = 0;
  for (const annotationId of inquiry.annotationIds) {
    const shown = askableIn(articleOf(desk, annotationId)).get(annotationId);
    if (shown === undefined) continue;
    if (inquiry.sourceId !== null && !shown.sourceIds.includes(inquiry.sourceId)) continue;
    const hash = wordsHash(desk, annotationId);
    const last = lastAnswer(desk, inquiry.id, annotationId);
    if (last?.shownHash === hash) settled++;
    else open.push({ annotationId, words: shown.words, hash, before: last?.shown ?? null });
  }
  return { open, settled };
}

/** A cut may have moved the mark to another article. */
function articleOf(desk: Desk, annotationId: string): string {
  const { annotation } = schema;
  const row = desk.orm
    .select({ articleId: annotation.articleId })
    .from(annotation)
    .where(eq(annotation.id, annotationId))
    .get();
  return row?.articleId ?? '';
}

function lastAnswer(desk: Desk, inquiryId: string, annotationId: string) {
  const { inquiryAnswer } = schema;
  const { shown, shownHash } = inquiryAnswer;
  return desk.orm
    .select({ shown, shownHash })
    .from(inquiryAnswer)
    .where(
      and(
        eq(inquiryAnswer.inquiryId, inquiryId),
        eq(inquiryAnswer.annotationId, annotationId),
        eq(inquiryAnswer.removed, false),
      ),
    )
    .orderBy(desc(inquiryAnswer.id))
    .get();
}

/** What came back about an annotation, oldest first. `askedBy`: only what this person asked; null for all. */
export function listAnswers(
  desk: Desk,
  annotationId: string,
  askedBy: string | null,
): readonly InquiryAnswer[] {
  const { inquiry, inquiryAnswer } = schema;
  const rows = desk.orm
    .select({ answer: inquiryAnswer })
    .from(inquiryAnswer)
    .innerJoin(inquiry, eq(inquiry.id, inquiryAnswer.inquiryId))
    .where(
      and(
        eq(inquiryAnswer.annotationId, annotationId),
        eq(inquiryAnswer.removed, false),
        askedBy === null ? undefined : eq(inquiry.createdBy, askedBy),
      ),
    )
    .orderBy(asc(inquiryAnswer.id))
    .all();
  const hash = rows.length === 0 ? '' : wordsHash(desk, annotationId);
  return rows.map(({ answer: { id, name, kind, words, at, shown, shownHash } }) => {
    return { id, name, kind, words, at, shown: shownHash === hash ? null : shown };
  });
}

/** An article's links, newest first. */
export function listInquiries(desk: Desk, articleId: string): readonly InquiryLine[] {
  const { inquiry, person } = schema;
  const now = new Date().toISOString();
  const answered = desk.sqlite
    .prepare<[string], number>(
      'SELECT count(DISTINCT annotation_id) FROM inquiry_answer WHERE inquiry_id = ? AND removed = 0',
    )
    .pluck();
  return desk.orm
    .select({ inquiry, askedBy: person.name })
    .from(inquiry)
    .innerJoin(person, eq(person.id, inquiry.createdBy))
    .where(and(eq(inquiry.articleId, articleId), eq(inquiry.removed, false)))
    .orderBy(desc(inquiry.id))
    .all()
    .map(({ inquiry: row, askedBy }) => ({
      id: row.id,
      version: row.version,
      name: row.name,
      isSource: row.sourceId !== null,
      state: row.revokedAt !== null ? 'revoked' : row.expiresAt <= now ? 'expired' : 'open',
      askedBy,
      askedAt: row.createdAt,
      expiresAt: row.expiresAt,
      passages: row.annotationIds.length,
      answered: answered.get(row.id)!,
    }));
}
