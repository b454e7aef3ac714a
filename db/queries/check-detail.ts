import { and, asc, eq } from 'drizzle-orm';
import type { CheckDetail, Message } from '@/corpus/verification/check-detail';
import { contentOf, extentOf } from '@/corpus/annotation/model';
import type { PersonName } from '@/corpus/annotation/reading';
import type { Desk } from '../client';
import { findLock } from '../commands/locks';
import { latestRevisionId, readSpans } from '../commands/stores';
import { mayRun } from '../policies';
import * as schema from '../schema';
import { listCitations } from './citations';
import { listContacts } from './contacts';
import { listDecisions, listOverrides } from './decisions';
import { findPerson } from './desk';
import { listHistory } from './history';
import { listAnswers } from './inquiries';
import { readJudgements } from './judgements';
import { isTeam, listNames } from './people';
import { findTagSet } from './projects';
import { listSignOffBlockersOf } from './sign-off';
import { listSignatures } from './signatures';
import { listFigures } from './suggestion-reasons';

/** How much of the article is shown around the words, in UTF-16 units. */
const CONTEXT = 400;

/** All that the check panel shows; null where the check is gone. `viewerId` is who would sign. */
export function findCheckDetail(desk: Desk, checkId: string, viewerId: string): CheckDetail | null {
  const { annotation, article, check, collection } = schema;
  const row = desk.orm
    .select({ annotation, check, headline: article.headline, collection })
    .from(check)
    .innerJoin(annotation, eq(annotation.id, check.annotationId))
    .innerJoin(article, eq(article.id, check.articleId))
    .innerJoin(collection, eq(collection.id, check.collectionId))
    .where(eq(check.id, checkId))
    .get();
  if (row === undefined) return null;
  const people = new Map(listNames(desk).map((person) => [person.id, person]));
  const named = (id: string | null): PersonName | null => people.get(id ?? '') ?? null;
  const { targetId, articleId } = row.annotation;
  const spans = readSpans(desk, targetId, latestRevisionId(desk, articleId));
  const shown = newestRevisionOf(desk, targetId);
  const { id, version, status, reason, disposition, replacement } = row.check;
  const { judging, assessments, own, isApart } = readJudgements(
    desk,
    row.check,
    row.collection,
    viewerId,
  );
  const { finding, fidelity, rationale } = own ?? row.check;
  const { citations, unseen: unseenItems } = listCitations(desk, checkId, viewerId, isApart);
  const { contacts, unseen: unseenContacts } = listContacts(desk, checkId, viewerId, isApart);
  const role = findPerson(desk, viewerId)?.role ?? 'reader';
  const { types, flags, speech, sourceType, terms, anonymityReason } = row.annotation;
  return {
    id,
    version,
    status,
    reason,
    finding,
    fidelity,
    disposition,
    replacement,
    rationale,
    annotation: {
      id: row.annotation.id,
      kind: row.annotation.kind,
      version: row.annotation.version,
      articleId: row.annotation.articleId,
      createdAt: row.annotation.createdAt,
      createdBy: named(row.annotation.createdBy)!,
      spans,
      types,
      flags,
      speech,
      sourceType,
      terms,
      anonymityReason,
    },
    figures: listFigures(desk, row.annotation.id),
    ...wordsInContext(desk, shown, shown === null ? [] : readSpans(desk, targetId, shown)),
    headline: row.headline,
    collectionId: row.check.collectionId,
    mode: row.collection.mode,
    tagSet: findTagSet(desk, row.check.collectionId).tagSet,
    judging,
    assignee: named(row.check.assigneeId),
    dueAt: row.check.dueAt,
    checkedBy: named(row.check.checkedBy),
    signedBy: named(row.check.signedBy),
    signedAt: row.check.signedAt,
    assessments,
    citations,
    contacts,
    unseen: [...unseenItems, ...unseenContacts],
    answers: listAnswers(desk, row.annotation.id, isApart ? viewerId : null),
    messages: listMessages(desk, targetId),
    thread: findThread(desk, targetId),
    decisions: listDecisions(desk, checkId),
    overrides: listOverrides(desk, { checkId }),
    lock: judging === null ? findLock(desk, checkId) : null,
    isShared: isTeam(desk),
    may: {
      decide: mayRun(role, 'decideDispute'),
      override: mayRun(role, 'overrideSignOff'),
      nameAnyway: role === 'admin',
    },
    history: listHistory(desk, row.annotation.id),
    signatures: listSignatures(desk, { annotationId: row.annotation.id }),
    signOffBlockers: listSignOffBlockersOf(desk, checkId, viewerId),
  };
}

/** The newest revision on which a target stands: a cut one is shown with its last words. */
function newestRevisionOf(desk: Desk, targetId: string): string | null {
  const id = desk.sqlite
    .prepare<[string], string | null>('SELECT max(revision_id) FROM span WHERE target_id = ?')
    .pluck()
    .get(targetId);
  return id ?? null;
}

function wordsInContext(
  desk: Desk,
  revisionId: string | null,
  spans: CheckDetail['annotation']['spans'],
): Pick<CheckDetail, 'words' | 'context'> {
  const content = contentOf(spans);
  if (content.length === 0 || revisionId === null)
    return { words: '', context: { before: '', after: '' } };
  const text = desk.sqlite
    .prepare<[string], string>('SELECT text FROM revision WHERE id = ?')
    .pluck()
    .get(revisionId)!;
  const { start, end } = extentOf(content);
  return {
    words: content.map((piece) => text.slice(piece.start, piece.end)).join('\n\n'),
    context: {
      before: text
        .slice(Math.max(0, start - CONTEXT), start)
        .split('\n\n')
        .at(-1)!,
      after: text.slice(end, end + CONTEXT).split('\n\n')[0]!,
    },
  };
}

function findThread(desk: Desk, targetId: string): CheckDetail['thread'] {
  const { thread } = schema;
  const row = desk.orm
    .select({ id: thread.id, version: thread.version, resolved: thread.resolved })
    .from(thread)
    .where(and(eq(thread.targetId, targetId), eq(thread.removed, false)))
    .get();
  return row ?? null;
}

function listMessages(desk: Desk, targetId: string): readonly Message[] {
  const { message, person, thread } = schema;
  return desk.orm
    .select({
      id: message.id,
      body: message.body,
      at: message.createdAt,
      version: message.version,
      person: { id: person.id, name: person.name },
    })
    .from(message)
    .innerJoin(thread, eq(thread.id, message.threadId))
    .innerJoin(person, eq(person.id, message.personId))
    .where(and(eq(thread.targetId, targetId), eq(message.removed, false)))
    .orderBy(asc(message.id))
    .all();
}
