import { keepRoles } from '@/corpus/anchoring/keep-roles';
import { sharedWords } from '@/corpus/anchoring/shared-words';
import { layOut } from '@/corpus/document/text';
import type { Desk } from '../client';
import { listBlocks, listRevisions } from '../queries/reading';
import { revisionText } from '../queries/revisions';
import { RefusedError } from './errors';
import { addRevision, OTHER_ARTICLE, OTHER_ARTICLE_WARNING } from './import';
import type { Actor } from './run';

export interface EditedRevision {
  readonly articleId: string;
  /** The revision that the person edited. */
  readonly revisionId: string;
  readonly text: string;
  readonly note: string | null;
}

/**
 * Makes the newest revision of an article from a text that a person edited or pasted; blocks keep
 * their roles. Refused where the text is empty, the same, or another revision came meanwhile.
 */
export function reviseFromText(
  desk: Desk,
  actor: Actor,
  { articleId, revisionId, text: edited, note }: EditedRevision,
): { readonly id: string; readonly warning: string | null } {
  const newest = listRevisions(desk, articleId).at(-1);
  if (newest === undefined) throw new RefusedError('missing', 'There is no article with this id.');
  if (newest.id !== revisionId) {
    throw new RefusedError('invalid', 'The article has a newer revision since: copy your text, reload, and edit that one.'); // prettier-ignore
  }
  const before = { text: revisionText(desk, revisionId), blocks: listBlocks(desk, revisionId) };
  const drafts = keepRoles(before, edited);
  if (drafts.length === 0) {
    throw new RefusedError('invalid', 'The revision is empty; an article keeps at least one paragraph.'); // prettier-ignore
  }
  const { text } = layOut(drafts);
  if (text === before.text) {
    throw new RefusedError('invalid', 'Nothing is changed, so there is no new revision to make.');
  }
  const isOther = sharedWords(before.text, text) < OTHER_ARTICLE;
  const id = addRevision(desk, actor, articleId, drafts, note);
  return { id, warning: isOther ? OTHER_ARTICLE_WARNING : null };
}

/** Makes an older revision's text and blocks the newest revision again. */
export function goBackTo(desk: Desk, actor: Actor, articleId: string, number: number): string {
  const revisions = listRevisions(desk, articleId);
  const chosen = revisions.find((revision) => revision.number === number);
  if (chosen === undefined) throw new RefusedError('missing', `There is no revision ${number}.`);
  if (chosen === revisions.at(-1)) {
    throw new RefusedError('invalid', `Revision ${number} is the newest already.`);
  }
  const drafts = listBlocks(desk, chosen.id).map(({ role, text, depth, group }) => ({
    role,
    text,
    depth,
    group,
    original: null,
  }));
  return addRevision(desk, actor, articleId, drafts, `Back to revision ${number}`);
}
