import { desc, eq } from 'drizzle-orm';
import type { DraftBlock } from '@/corpus/document/block';
import { layOut } from '@/corpus/document/text';
import type { Desk } from '../client';
import * as schema from '../schema';
import { carryOver } from './carry-over';
import type { Ledger } from './ledger';
import { countWords, storeRevision } from './store-revision';

export function newestRevision(
  desk: Desk,
  articleId: string,
): Pick<typeof schema.revision.$inferSelect, 'id' | 'number' | 'text' | 'hash'> | undefined {
  const { id, number, text, hash } = schema.revision;
  return desk.orm
    .select({ id, number, text, hash })
    .from(schema.revision)
    .where(eq(schema.revision.articleId, articleId))
    .orderBy(desc(schema.revision.number))
    .get();
}

/** Stores an article's next revision, counts its words, and carries its marks and discussions to it. */
export function storeNextRevision(
  ledger: Ledger,
  articleId: string,
  originalId: string | null,
  drafts: readonly DraftBlock[],
  note: string | null,
): { readonly id: string; readonly number: number } {
  const last = newestRevision(ledger.desk, articleId);
  const number = (last?.number ?? 0) + 1;
  const id = storeRevision(ledger, articleId, number, originalId, drafts, note);
  ledger.change('article', articleId, null, { wordCount: countWords(layOut(drafts).text) });
  if (last !== undefined) carryOver(ledger, articleId, id);
  return { id, number };
}
