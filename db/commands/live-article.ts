import type { Desk } from '../client';
import { RefusedError } from './errors';
import type { Ledger } from './ledger';
import type { State } from './table-store';

/** The article that holds the text of one that was joined, over several joins; null for none. */
export function findJoinedInto(
  desk: Desk,
  articleId: string,
): { readonly id: string; readonly headline: string } | null {
  const row = desk.sqlite
    .prepare<[string], { id: string; headline: string }>(
      `WITH RECURSIVE led (id) AS (SELECT joined_into FROM article WHERE id = ? AND removed = 1
         UNION SELECT r.joined_into FROM led JOIN article r ON r.id = led.id WHERE r.removed = 1)
       SELECT r.id, r.headline FROM led JOIN article r ON r.id = led.id WHERE r.removed = 0`,
    )
    .get(articleId);
  return row ?? null;
}

/** An article's state; throws RefusedError where it is absent, removed or joined to another. */
export function readLiveArticle(ledger: Ledger, articleId: string): State {
  const { state } = ledger.read('article', articleId);
  if (state['removed'] !== true) return state;
  const into = findJoinedInto(ledger.desk, articleId);
  const sentence =
    into === null
      ? 'This article has been removed.'
      : `“${String(state['headline'])}” was joined to “${into.headline}”: go on there.`;
  throw new RefusedError('missing', sentence);
}
