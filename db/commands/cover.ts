import { foldWords } from '@/corpus/anchoring/tokens';
import { hashOf, newId } from '../ids';
import { revisionText } from '../queries/revisions';
import { refuseBadSpans } from './annotate';
import { RefusedError } from './errors';
import type { Input } from './inputs';
import type { Ledger } from './ledger';
import { readLiveArticle } from './live-article';
import { latestRevisionId } from './stores';

/** Says that some words, as a rule a sentence, hold nothing to check: a target of its own. */
export function markNothingToCheck(ledger: Ledger, input: Input<'markNothingToCheck'>): void {
  const { desk, act } = ledger;
  const { id, articleId, revisionId, start, end } = input;
  readLiveArticle(ledger, articleId);
  if (latestRevisionId(desk, articleId) !== revisionId) {
    throw new RefusedError('invalid', 'The article has a newer revision: reload it, then mark it.');
  }
  refuseBadSpans(desk, revisionId, 'claim', [{ part: 'content', ordinal: 0, piece: 0, start, end }]); // prettier-ignore
  ledger.create('nothingToCheck', id, {
    targetId: newId(),
    articleId,
    revisionId,
    start,
    end,
    hash: hashOf(foldWords(revisionText(desk, revisionId).slice(start, end))),
    createdBy: act.personId,
    createdAt: act.at,
    removed: false,
  });
}

export function removeNothingToCheck(
  ledger: Ledger,
  { id, version }: Input<'removeNothingToCheck'>,
): void {
  ledger.change('nothingToCheck', id, version, { removed: true });
}
