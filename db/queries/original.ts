import { desc, eq } from 'drizzle-orm';
import type { OriginalFacts, OriginalView } from '@/corpus/ingest/original';
import { decode } from '@/corpus/ingest/decode';
import type { Desk } from '../client';
import * as schema from '../schema';
import { findArticle, listBlocks, listRevisions } from './reading';

/** The bytes that an article's newest imported revision came from; null where it was never a file. */
export function findOriginalBytes(
  desk: Desk,
  articleId: string,
): (OriginalFacts & { readonly bytes: Buffer }) | null {
  const { original, revision } = schema;
  const row = desk.orm
    .select({ original })
    .from(revision)
    .innerJoin(original, eq(original.id, revision.originalId))
    .where(eq(revision.articleId, articleId))
    .orderBy(desc(revision.number))
    .get();
  if (row === undefined) return null;
  const { fileName, encoding, url, byteLength, sha256, bytes } = row.original;
  return { fileName, encoding, url, byteLength, sha256, bytes };
}

/** What stands beside each other on the page of the original; null where there is no such article. */
export function findOriginal(desk: Desk, articleId: string): OriginalView | null {
  const article = findArticle(desk, articleId);
  if (article === null) return null;
  const found = findOriginalBytes(desk, articleId);
  const { bytes = null, ...facts } = found ?? {};
  const decoded = bytes === null || isMarkup(found!.encoding) ? null : decode(bytes);
  return {
    articleId,
    headline: article.headline,
    metadata: article.metadata ?? {},
    original: found === null ? null : (facts as OriginalFacts),
    isPage: found !== null && isMarkup(found.encoding),
    text: decoded?.ok === true ? decoded.text : null,
    blocks: listRoles(desk, articleId),
  };
}

function isMarkup(encoding: string): boolean {
  return encoding.startsWith('HTML');
}

function listRoles(desk: Desk, articleId: string): OriginalView['blocks'] {
  const newest = listRevisions(desk, articleId).at(-1);
  if (newest === undefined) return [];
  const versions = desk.sqlite
    .prepare<[string], number>('SELECT version FROM block WHERE revision_id = ? ORDER BY ordinal')
    .pluck()
    .all(newest.id);
  return listBlocks(desk, newest.id).map(({ id, role, text }, index) => ({
    id,
    role,
    text,
    version: versions[index]!,
  }));
}
