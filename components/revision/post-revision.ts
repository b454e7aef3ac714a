import type { DraftBlock } from '@/corpus/document/block';

export type NewRevision =
  | { readonly revisionId: string; readonly note: string | null; readonly text: string }
  | { readonly revisionId: string; readonly note: string | null; readonly blocks: readonly DraftBlock[] } // prettier-ignore
  | { readonly backTo: number };

/** Asks the desk for a new revision; a sentence where it was refused or could not be reached. */
export async function postRevision(
  articleId: string,
  body: NewRevision,
): Promise<{ readonly warning: string | null } | { readonly refused: string }> {
  try {
    const response = await fetch(`/api/articles/${articleId}/revisions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as { warning: string | null; message?: string };
    if (!response.ok) return { refused: answer.message ?? 'The desk did not take it.' };
    return { warning: answer.warning };
  } catch {
    return { refused: 'The desk cannot be reached; your text is still here.' };
  }
}
