import type { Detect } from '@/corpus/detect/model';
import type { DetectorName, RunCounts } from '@/corpus/suggestion/model';
import type { Desk } from '../client';
import { findDetectable, hasRun } from '../queries/detectable';
import { proposeSuggestions } from './propose';
import type { Actor } from './run';

export type SuggestOutcome =
  | { readonly result: 'proposed'; readonly counts: RunCounts }
  /** `known`: read before, and nothing has changed since; `gone`: not on the desk any more. */
  | { readonly result: 'known' | 'gone' };

/** Reads an article's newest revision and stores what is proposed, unless it was read before. */
export function suggestFor(
  desk: Desk,
  actor: Pick<Actor, 'id'>,
  articleId: string,
  detector: DetectorName,
  detect: Detect,
): SuggestOutcome {
  const read = findDetectable(desk, articleId);
  if (read === null) return { result: 'gone' };
  if (hasRun(desk, read, detector)) return { result: 'known' };
  const suggestions = detect(read);
  const { revisionId, inputHash } = read;
  const detection = { articleId, revisionId, inputHash, detector, suggestions };
  const outcome = proposeSuggestions(desk, actor, detection);
  return outcome === null ? { result: 'gone' } : { result: 'proposed', counts: outcome.counts };
}
