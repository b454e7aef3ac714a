import { isDeepStrictEqual } from 'node:util';
import { keepRoles, paragraphBlocks } from '@/corpus/anchoring/keep-roles';
import { sharedRuns } from '@/corpus/anchoring/shared-words';
import { isOwnProse, type DraftBlock } from '@/corpus/document/block';
import { tidyBlocks } from '@/corpus/document/edited-blocks';
import { layOut } from '@/corpus/document/text';
import type { Desk } from '../client';
import { findEditedBlocks } from '../queries/editable';
import { listBlocks, listRevisions } from '../queries/reading';
import { revisionText } from '../queries/revisions';
import { RefusedError } from './errors';
import { addRevision, OTHER_ARTICLE, OTHER_ARTICLE_WARNING, refuseReviser } from './import';
import type { Actor } from './run';

interface Edited {
  readonly articleId: string;
  /** The revision that the person edited. */
  readonly revisionId: string;
  readonly note: string | null;
}

interface Revised {
  readonly id: string;
  readonly warning: string | null;
}

/**
 * Makes the newest revision of an article from a plain text; blocks keep their roles, and words
 * that stand their formatting. Refused where the text is empty, the same, or another revision came meanwhile.
 */
export function reviseFromText(
  desk: Desk,
  actor: Actor,
  { text, ...edited }: Edited & { readonly text: string },
): Revised {
  refuseReviser(actor);
  refuseStale(desk, edited);
  const { revisionId } = edited;
  const before = { text: revisionText(desk, revisionId), blocks: listBlocks(desk, revisionId) };
  const drafts = keepRoles(before, paragraphBlocks(text));
  if (layOut(drafts).text === before.text) throw unchanged();
  return reviseWith(desk, actor, edited, drafts, before.text);
}

/**
 * Makes the newest revision of an article from blocks that a person edited, with their roles and
 * formatting. Refused as above, and where a block says it comes from a place that the edited
 * revision has nothing from.
 */
export function reviseFromBlocks(
  desk: Desk,
  actor: Actor,
  { blocks, ...edited }: Edited & { readonly blocks: readonly DraftBlock[] },
): Revised {
  refuseReviser(actor);
  refuseStale(desk, edited);
  const before = findEditedBlocks(desk, edited.revisionId);
  const drafts = tidyBlocks(blocks);
  if (isDeepStrictEqual(drafts, tidyBlocks(before))) throw unchanged();
  if (before.some(hasOwnWords) && !drafts.some(hasOwnWords)) throw empty();
  refuseForeignPlaces(before, drafts);
  return reviseWith(desk, actor, edited, drafts, layOut(before).text);
}

/** Makes an older revision's text and blocks the newest revision again. */
export function goBackTo(desk: Desk, actor: Actor, articleId: string, number: number): string {
  refuseReviser(actor);
  const revisions = listRevisions(desk, articleId);
  const chosen = revisions.find((revision) => revision.number === number);
  if (chosen === undefined) throw new RefusedError('missing', `There is no revision ${number}.`);
  if (chosen === revisions.at(-1)) {
    throw new RefusedError('invalid', `Revision ${number} is the newest already.`);
  }
  const drafts = findEditedBlocks(desk, chosen.id).map((block) => ({ ...block, original: null }));
  return addRevision(desk, actor, articleId, drafts, `Back to revision ${number}`);
}

function reviseWith(
  desk: Desk,
  actor: Actor,
  { articleId, note }: Edited,
  drafts: readonly DraftBlock[],
  before: string,
): Revised {
  if (drafts.length === 0) throw empty();
  const isOther = sharedRuns(before, layOut(drafts).text) < OTHER_ARTICLE;
  const id = addRevision(desk, actor, articleId, drafts, note);
  return { id, warning: isOther ? OTHER_ARTICLE_WARNING : null };
}

function refuseStale(desk: Desk, { articleId, revisionId }: Edited): void {
  const newest = listRevisions(desk, articleId).at(-1);
  if (newest === undefined) throw new RefusedError('missing', 'There is no article with this id.');
  if (newest.id === revisionId) return;
  throw new RefusedError('invalid', 'The article has a newer revision since: copy your text, reload, and edit that one.'); // prettier-ignore
}

function refuseForeignPlaces(before: readonly DraftBlock[], drafts: readonly DraftBlock[]): void {
  const known = before.flatMap(({ original }) => (original === null ? [] : [original]));
  const start = Math.min(...known.map((range) => range.start));
  const end = Math.max(...known.map((range) => range.end));
  for (const { original } of drafts) {
    if (original === null || (original.start >= start && original.end <= end)) continue;
    throw new RefusedError('invalid', 'A block names a place in the original that this revision has not: reload and edit again.'); // prettier-ignore
  }
}

function hasOwnWords({ role, text }: DraftBlock): boolean {
  return isOwnProse(role) && text.trim() !== '';
}

function unchanged(): RefusedError {
  return new RefusedError('invalid', 'Nothing is changed, so there is no new revision to make.');
}

function empty(): RefusedError {
  return new RefusedError('invalid', 'The revision is empty; an article keeps at least one paragraph.'); // prettier-ignore
}
