import { foldWords } from '@/corpus/anchoring/tokens';
import { DESK_LAYERS, type PartSpan } from '@/corpus/annotation/model';
import {
  coverageOf,
  sentencesToCover,
  type CoverageBlock,
  type CoverageCounts,
  type CoverageMark,
} from '@/corpus/coverage/coverage';
import type { ArticleCoverage, NothingMark } from '@/corpus/coverage/model';
import type { Desk } from '../client';
import { hashOf } from '../ids';

interface RevisionRow {
  readonly id: string;
  readonly number: number;
  readonly text: string;
  readonly hash: string;
}

/** The newest revision of an article that is on the desk; null where there is none. */
export function findNewestText(desk: Desk, articleId: string): RevisionRow | null {
  const row = desk.sqlite
    .prepare<[string], RevisionRow>(
      `SELECT v.id, v.number, v.text, v.hash FROM article a JOIN revision v ON v.article_id = a.id
       WHERE a.id = ? AND a.removed = 0 ORDER BY v.number DESC LIMIT 1`,
    )
    .get(articleId);
  return row ?? null;
}

/** What covers each sentence of an article's newest revision; null where the article is gone. */
export function findCoverage(desk: Desk, articleId: string): ArticleCoverage | null {
  const revision = findNewestText(desk, articleId);
  if (revision === null) return null;
  const blocks = desk.sqlite
    .prepare<[string], CoverageBlock>(
      'SELECT role, start, "end" FROM block WHERE revision_id = ? ORDER BY ordinal',
    )
    .all(revision.id);
  const nothing = listNothing(desk, articleId, revision.id);
  const sentences = sentencesToCover(revision.text, blocks);
  const coverage = coverageOf(sentences, listMarks(desk, articleId, revision.id), nothing);
  return { ...coverage, articleId, revisionId: revision.id, nothing };
}

interface MarkRow extends PartSpan {
  readonly id: string;
  readonly kind: CoverageMark['kind'];
  readonly status: CoverageMark['status'];
}

/** The desk's own marks: no suggestions, no layers of annotators. */
function listMarks(desk: Desk, articleId: string, revisionId: string): readonly CoverageMark[] {
  return desk.sqlite
    .prepare<[string, string, string], MarkRow>(
      `SELECT a.id, a.kind, c.status, s.part, s.ordinal, s.piece, s.start, s."end"
       FROM annotation a JOIN "check" c ON c.annotation_id = a.id
       JOIN span s ON s.target_id = a.target_id AND s.revision_id = ?
       WHERE a.article_id = ? AND a.removed = 0 AND a.origin <> 'suggestion' AND a.layer IN (SELECT value FROM json_each(?))`,
    )
    .all(revisionId, articleId, JSON.stringify(DESK_LAYERS))
    .map(({ kind, status, part, ordinal, piece, start, end }) => ({
      kind,
      status,
      spans: [{ part, ordinal, piece, start, end }],
    }));
}

/** The nothing-to-check marks whose words are the ones that were meant. */
function listNothing(desk: Desk, articleId: string, revisionId: string): readonly NothingMark[] {
  return desk.sqlite
    .prepare<[string, string], NothingMark & { hash: string; exact: string }>(
      `SELECT n.id, n.version, n.hash, s.exact, s.start, s."end" FROM nothing_to_check n
       JOIN span s ON s.target_id = n.target_id AND s.revision_id = ?
       WHERE n.article_id = ? AND n.removed = 0 ORDER BY s.start`,
    )
    .all(revisionId, articleId)
    .filter(({ hash, exact }) => hash === hashOf(foldWords(exact)))
    .map(({ id, version, start, end }) => ({ id, version, start, end }));
}

interface Counted {
  readonly seq: number;
  readonly counts: CoverageCounts;
}

/** Counts of articles by desk, while no event has touched the article. */
const counted = new WeakMap<Desk, Map<string, Counted>>();
const MOST_COUNTED = 5000;

/** How many sentences of an article stand in each state; null where the article is gone. */
export function findCoverageCounts(desk: Desk, articleId: string): CoverageCounts | null {
  const known = counted.get(desk) ?? new Map<string, Counted>();
  counted.set(desk, known);
  const seq = desk.sqlite
    .prepare<[string], number | null>('SELECT max(seq) FROM event WHERE article_id = ?')
    .pluck()
    .get(articleId) ?? 0; // prettier-ignore
  const before = known.get(articleId);
  if (before?.seq === seq) return before.counts;
  const counts = findCoverage(desk, articleId)?.counts ?? null;
  if (counts === null) return null;
  if (known.size >= MOST_COUNTED) known.clear();
  known.set(articleId, { seq, counts });
  return counts;
}
