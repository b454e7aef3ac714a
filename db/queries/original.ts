import { desc, eq } from 'drizzle-orm';
import type { Discussion } from '@/corpus/annotation/discussion';
import { sharedWords } from '@/corpus/anchoring/shared-words';
import type { NeighbourArticle, OriginalFacts, OriginalView } from '@/corpus/ingest/original';
import { decode } from '@/corpus/ingest/decode';
import type { Desk } from '../client';
import { findArticleBefore, findNextArticle } from '../commands/cut-base';
import * as schema from '../schema';
import { listDiscussions } from './discussions';
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
  const newest = listRevisions(desk, articleId).at(-1);
  const discussions = listDiscussions(desk, articleId);
  const decoded = bytes === null || isMarkup(found!.encoding) ? null : decode(bytes);
  return {
    articleId,
    version: article.version,
    revisionId: newest?.id ?? '',
    revisionNumber: newest?.number ?? 1,
    others: listOthers(desk, articleId, article.collectionId, article.headline),
    before: findArticleBefore(desk, articleId),
    after: findNextArticle(desk, articleId),
    headline: article.headline,
    original: found === null ? null : (facts as OriginalFacts),
    isPage: found !== null && isMarkup(found.encoding),
    text: decoded?.ok === true ? decoded.text : null,
    blocks: listRoles(desk, articleId, discussions),
    unplaced: discussions.filter(({ spans }) => spans.length === 0),
  };
}

/** How many articles are offered to a person to choose from. */
const MOST_OTHERS = 100;

function listOthers(
  desk: Desk,
  articleId: string,
  collectionId: string,
  headline: string,
): OriginalView['others'] {
  const rows = desk.sqlite
    .prepare<[string, string], NeighbourArticle>(
      `SELECT id, headline, version FROM article
       WHERE collection_id = ? AND removed = 0 AND id <> ? ORDER BY id DESC LIMIT 2000`,
    )
    .all(collectionId, articleId);
  const words = headline.toLowerCase();
  return rows
    .map((row) => ({ row, likeness: sharedWords(row.headline.toLowerCase(), words) }))
    .sort((x, y) => y.likeness - x.likeness)
    .slice(0, MOST_OTHERS)
    .map(({ row }) => row);
}

function isMarkup(encoding: string): boolean {
  return encoding.startsWith('HTML');
}

function listRoles(
  desk: Desk,
  articleId: string,
  discussions: readonly Discussion[],
): OriginalView['blocks'] {
  const newest = listRevisions(desk, articleId).at(-1);
  if (newest === undefined) return [];
  const versions = desk.sqlite
    .prepare<[string], number>('SELECT version FROM block WHERE revision_id = ? ORDER BY ordinal')
    .pluck()
    .all(newest.id);
  const marks = listExtents(desk, newest.id);
  return listBlocks(desk, newest.id).map(
    ({ id, role, text, formatting, start: place, end: last }, index) => ({
      id,
      role,
      text,
      formatting,
      discussions: discussions.filter(({ spans: [first] }) =>
        first === undefined ? false : first.start >= place && first.start <= last,
      ),
      version: versions[index]!,
      across: marks.find(({ start, end }) => start < place && end > place)?.words ?? null,
    }),
  );
}

interface Extent {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** From where to where persons' marks reach that have pieces in several blocks. */
function listExtents(desk: Desk, revisionId: string): readonly Extent[] {
  return desk.sqlite
    .prepare<[string], Extent>(
      `SELECT min(s.start) AS start, max(s."end") AS "end", group_concat(s.exact, ' … ') AS words
       FROM span s JOIN annotation a ON a.target_id = s.target_id
       WHERE s.revision_id = ? AND a.removed = 0 AND a.origin <> 'suggestion'
       GROUP BY s.target_id HAVING count(*) > 1`,
    )
    .all(revisionId);
}
