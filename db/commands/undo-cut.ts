import { revisionText } from '../queries/revisions';
import type * as schema from '../schema';
import { readCutBase } from './cut-base';
import { changeWordCount, join, refuseUnlessNext, split } from './cuts';
import { RefusedError } from './errors';
import type { Changes, Ledger } from './ledger';
import { readLiveArticle } from './live-article';
import { separate, take } from './versions';

type EventRow = typeof schema.event.$inferSelect;

/** A cut as its events tell it. */
interface DoneCut {
  readonly did: 'split' | 'join';
  /** The article that had the first part of the text before and after. */
  readonly articleId: string;
  /** The article that was made, brought back, or joined. */
  readonly otherId: string;
  /** The revision that the first article got. */
  readonly revisionId: string;
}

/**
 * Takes back that a text was taken as a revision, or made an article of its own, by the other.
 * Refused where either has another text since.
 */
export function undoVersion(
  ledger: Ledger,
  { did, articleId, otherId, revisionId }: DoneCut,
): void {
  readLiveArticle(ledger, articleId);
  const base = readCutBase(ledger.desk, articleId);
  if (base.revisionId !== revisionId) {
    throw new RefusedError('invalid', 'The article has a newer revision since, so this cannot be taken back.'); // prettier-ignore
  }
  if (did === 'join') separate(ledger, base, otherId);
  else {
    readLiveArticle(ledger, otherId);
    take(ledger, otherId, articleId, [null, null]);
  }
}

/** What a command's events say of a cut; null where it made none. */
export function findCut(events: readonly EventRow[]): DoneCut | null {
  for (const { entity, entityId: otherId, created, changes } of events) {
    if (entity !== 'article') continue;
    const joined = (changes as Changes)['joinedInto'];
    if (joined === undefined && !created) continue;
    const first = events.find((one) => one.entity === 'revision' && one.articleId !== otherId);
    const { articleId, entityId: revisionId } = first ?? {};
    if (!articleId || !revisionId) continue;
    const did = typeof joined?.[1] === 'string' ? 'join' : 'split';
    return { did, articleId, otherId, revisionId };
  }
  return null;
}

/**
 * Takes back a cut by the other one: marks made since go with their words. Refused where the
 * text was revised since it was joined, or what was split has another neighbour now.
 */
export function undoCut(ledger: Ledger, { did, articleId, otherId, revisionId }: DoneCut): void {
  readLiveArticle(ledger, articleId);
  const base = readCutBase(ledger.desk, articleId);
  const other = readCutBase(ledger.desk, otherId);
  if (did === 'split') {
    readLiveArticle(ledger, otherId);
    refuseUnlessNext(ledger, base, other);
    changeWordCount(ledger, base, [...base.drafts, ...other.drafts], null);
    join(ledger, base, other, null);
    return;
  }
  if (base.text !== revisionText(ledger.desk, revisionId)) {
    throw new RefusedError('invalid', 'The article has a newer revision since: split it beside its original.'); // prettier-ignore
  }
  const at = base.blocks.length - other.blocks.length;
  changeWordCount(ledger, base, base.drafts.slice(0, at), null);
  split(ledger, base, at, otherId);
}
