import type { DraftBlock } from '@/corpus/document/block';
import { keep, readKept } from '../desk/kept';

/** What somebody typed and has not saved, kept in this browser. */
export interface EditDraft {
  readonly revisionNumber: number;
  /** ISO 8601. */
  readonly at: string;
  readonly note: string;
  readonly blocks: readonly DraftBlock[];
}

function keyOf(articleId: string, revisionId: string): string {
  return `stet-edit ${articleId} ${revisionId}`;
}

/** The draft of an edit of this revision; null where there is none. */
export function findDraft(articleId: string, revisionId: string): EditDraft | null {
  return readKept(localStorage, keyOf(articleId, revisionId));
}

/** A draft of an edit of another revision of the article, with the way to forget it. */
export function findOlderDraft(
  articleId: string,
  revisionId: string,
): { readonly revisionId: string; readonly draft: EditDraft } | null {
  const prefix = keyOf(articleId, '');
  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith(prefix) || key === keyOf(articleId, revisionId)) continue;
    const draft = readKept<EditDraft>(localStorage, key);
    if (draft !== null) return { revisionId: key.slice(prefix.length), draft };
  }
  return null;
}

/** False where this browser has no room for it. */
export function keepDraft(articleId: string, revisionId: string, draft: EditDraft): boolean {
  return keep(localStorage, keyOf(articleId, revisionId), draft);
}

export function dropDraft(articleId: string, revisionId: string): void {
  localStorage.removeItem(keyOf(articleId, revisionId));
}
