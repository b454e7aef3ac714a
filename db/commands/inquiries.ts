import { eq } from 'drizzle-orm';
import { MOST_WORDS, type Reply } from '@/corpus/outside/model';
import type { Desk } from '../client';
import { hashOf, newId } from '../ids';
import { findOpenInquiry, listAskable, listPassages } from '../queries/inquiries';
import * as schema from '../schema';
import { RefusedError } from './errors';
import type { Input } from './inputs';
import { openLedger, type Ledger } from './ledger';
import { readLiveArticle } from './live-article';
import { notify } from './notify';
import { latestRevisionId } from './stores';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Asks somebody outside about words of one article; a source about their own words alone. */
export function openInquiry(ledger: Ledger, input: Input<'openInquiry'>): void {
  const { desk, act } = ledger;
  const { id, articleId, name, sourceId, annotationIds, showsHeadline } = input;
  readLiveArticle(ledger, articleId);
  const askable = new Map(listAskable(desk, articleId).map((one) => [one.annotationId, one]));
  for (const annotationId of annotationIds) {
    ledger.refuseHidden(annotationId);
    const found = askable.get(annotationId);
    if (found === undefined) {
      throw new RefusedError('missing', 'One of these marks is not in the article any more.');
    }
    if (sourceId !== null && !found.sourceIds.includes(sourceId)) {
      throw new RefusedError('invalid', 'A source is shown only what the article gives to them.');
    }
  }
  const keyHash = hashOf(input.key);
  const { inquiryKey } = schema;
  if (desk.orm.select().from(inquiryKey).where(eq(inquiryKey.keyHash, keyHash)).get()) {
    throw new RefusedError('invalid', 'This key has been used: make another.');
  }
  ledger.create('inquiry', id, {
    articleId,
    name,
    sourceId,
    annotationIds,
    showsHeadline,
    createdBy: act.personId,
    createdAt: act.at,
    expiresAt: new Date(Date.parse(act.at) + input.days * DAY_MS).toISOString(),
    revokedAt: null,
    removed: false,
  });
  desk.orm.insert(inquiryKey).values({ inquiryId: id, keyHash }).run();
}

export function revokeInquiry(ledger: Ledger, { id, version }: Input<'revokeInquiry'>): void {
  ledger.refuseStale('inquiry', id, version);
  if (ledger.read('inquiry', id).state['revokedAt'] !== null) return;
  ledger.change('inquiry', id, version, { revokedAt: ledger.act.at });
}

/**
 * Takes what somebody outside sent through a link, all of it or nothing, and tells who asked and who
 * has the check. Each reply has to be about a passage that is open, and about its words as they are
 * now. The events are the asker's. Throws RefusedError.
 */
export function takeReplies(desk: Desk, key: string, replies: readonly Reply[]): void {
  const take = desk.sqlite.transaction(() => {
    const inquiry = findOpenInquiry(desk, key);
    if (inquiry === null) throw new RefusedError('missing', 'This link is no longer open.');
    const open = new Map(listPassages(desk, inquiry).open.map((one) => [one.annotationId, one]));
    if (replies.length === 0) throw new RefusedError('invalid', 'Nothing is answered yet: choose an answer to at least one passage.'); // prettier-ignore
    const ledger = openLedger(desk, inquiry.createdBy, 'answerInquiry');
    for (const { annotationId, hash, kind, words } of replies) {
      const passage = open.get(annotationId);
      if (passage?.hash !== hash) {
        throw new RefusedError('invalid', 'Some of these words have changed, or were answered, since you opened this page: please look at them again.'); // prettier-ignore
      }
      open.delete(annotationId);
      const said = wordsOf(kind, words);
      const { article, assignee } = placeOf(desk, annotationId);
      ledger.create('inquiryAnswer', newId(), {
        inquiryId: inquiry.id,
        annotationId,
        revisionId: latestRevisionId(desk, article),
        name: inquiry.name,
        kind,
        words: said,
        shown: passage.words,
        shownHash: hash,
        at: ledger.act.at,
        removed: false,
      });
      notify(ledger, 'answered', [inquiry.createdBy, assignee], { articleId: article, annotationId }); // prettier-ignore
    }
  });
  take.immediate();
}

function wordsOf(kind: Reply['kind'], words: string): string | null {
  const said = words.trim();
  if (said === '' && kind === 'confirm') return null;
  if (said === '') {
    const what = kind === 'correct' ? 'the right words' : 'your comment';
    throw new RefusedError('invalid', `Please write ${what} beneath the passage.`);
  }
  if (said.length > MOST_WORDS) {
    throw new RefusedError('invalid', `An answer has at most ${MOST_WORDS} characters.`);
  }
  return said;
}

function placeOf(desk: Desk, annotationId: string) {
  const { check } = schema;
  return desk.orm
    .select({ article: check.articleId, assignee: check.assigneeId })
    .from(check)
    .where(eq(check.annotationId, annotationId))
    .get()!;
}
