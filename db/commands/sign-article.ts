import { obstacleSentence } from '@/corpus/coverage/gate';
import { findGate } from '../queries/gate';
import { RefusedError } from './errors';
import type { Input } from './inputs';
import type { Ledger } from './ledger';
import { readLiveArticle } from './live-article';
import { newestRevision } from './next-revision';

/**
 * Signs an article's newest revision as a whole. `revisionId` is the one that the signer saw. Throws
 * RefusedError where there is a newer one, or where something stands in the way.
 */
export function signArticle(
  ledger: Ledger,
  { id, articleId, revisionId }: Input<'signArticle'>,
): void {
  const { desk, act } = ledger;
  readLiveArticle(ledger, articleId);
  const newest = newestRevision(desk, articleId);
  if (newest?.id !== revisionId) {
    throw new RefusedError('invalid', 'The article has a newer revision since: read it, then sign that one.'); // prettier-ignore
  }
  const { obstacles } = findGate(desk, articleId, act.personId)!;
  const first = obstacles[0];
  if (first !== undefined) {
    const alike = obstacles.filter(({ kind }) => kind === first.kind).length;
    throw new RefusedError('invalid', obstacleSentence(first.kind, alike));
  }
  ledger.create('articleSignature', id, {
    articleId,
    revisionId,
    hash: newest.hash,
    signedBy: act.personId,
    signedAt: act.at,
    reason: null,
    removed: false,
  });
}

export function withdrawSignature(
  ledger: Ledger,
  { id, version, reason }: Input<'withdrawSignature'>,
): void {
  ledger.change('articleSignature', id, version, { removed: true, reason });
}
