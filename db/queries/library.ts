import type { LibraryItem, LibraryPage } from '@/corpus/annotation/library';
import { coverageOf } from '@/corpus/coverage/coverage';
import { sharesOf } from '@/corpus/progress/model';
import type { Desk } from '../client';
import { listArticleSignatures } from './article-signatures';
import { findCoverageCounts } from './coverage';
import { countArticleStatuses } from './progress';

export const LIBRARY_PAGE_SIZE = 60;

interface Row {
  readonly id: string;
  readonly headline: string;
  readonly byline: string | null;
  readonly places: string;
  readonly agency: string | null;
  readonly date: string | null;
  readonly dateBasis: LibraryItem['dateBasis'];
  readonly wordCount: number;
  readonly fileName: string | null;
  readonly collectionId: string;
  readonly collectionName: string;
}

/**
 * The articles in the order they came in, a page after `cursor` (an article's id). `text` is
 * looked for in headline, byline and file name.
 */
export function listLibrary(
  desk: Desk,
  { text = '', collectionId = null }: { text?: string; collectionId?: string | null },
  cursor: string | null = null,
): LibraryPage {
  const where = ['a.removed = 0'];
  const parameters: unknown[] = [];
  for (const word of text.trim().split(/\s+/).filter(Boolean)) {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    where.push(
      `(a.headline || ' ' || coalesce(a.byline, '') || ' ' || coalesce(o.file_name, '')) LIKE ? ESCAPE '\\'`,
    );
    parameters.push(like);
  }
  if (collectionId !== null) {
    where.push('a.collection_id = ?');
    parameters.push(collectionId);
  }
  const from = `FROM article a JOIN collection c ON c.id = a.collection_id
    LEFT JOIN original o ON o.id = a.original_id WHERE ${where.join(' AND ')}`;
  const total = desk.sqlite
    .prepare<unknown[], number>(`SELECT count(*) ${from}`)
    .pluck()
    .get(...parameters)!;
  const rows = desk.sqlite
    .prepare<unknown[], Row>(
      `SELECT a.id, a.headline, a.byline, a.places, a.agency, a.date, a.date_basis AS dateBasis,
         a.word_count AS wordCount, o.file_name AS fileName, c.id AS collectionId,
         c.name AS collectionName
       ${from} AND a.id > ? ORDER BY a.id LIMIT ${LIBRARY_PAGE_SIZE + 1}`,
    )
    .all(...parameters, cursor ?? '');
  const page = rows.slice(0, LIBRARY_PAGE_SIZE);
  return {
    items: page.map((row) => ({
      ...row,
      places: JSON.parse(row.places) as string[],
      progress: sharesOf(countArticleStatuses(desk, row.id)),
      coverage: findCoverageCounts(desk, row.id) ?? NO_COVERAGE,
      signed: signedOf(desk, row.id),
    })),
    nextCursor: rows.length > page.length ? page.at(-1)!.id : null,
    total,
  };
}

const NO_COVERAGE = coverageOf([], [], []).counts;

function signedOf(desk: Desk, articleId: string): LibraryItem['signed'] {
  const standing = listArticleSignatures(desk, articleId).find(({ withdrawn }) => !withdrawn);
  if (standing === undefined) return null;
  return standing.changes.length === 0 ? 'signed' : 'changed';
}
