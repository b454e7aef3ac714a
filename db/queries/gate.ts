import { listObstacles, type GateCheck } from '@/corpus/coverage/gate';
import type { Gate } from '@/corpus/coverage/model';
import type { Desk } from '../client';
import { listArticleSignatures } from './article-signatures';
import { listTickedChecklists } from './checklists';
import { findCoverage, findNewestText } from './coverage';

/** What decides whether this person can sign the article now; null where the article is gone. */
export function findGate(desk: Desk, articleId: string, signerId: string): Gate | null {
  const newest = findNewestText(desk, articleId);
  const coverage = findCoverage(desk, articleId);
  if (newest === null || coverage === null) return null;
  const { id, number, hash, text } = newest;
  const { sentences, counts } = coverage;
  const checklists = listTickedChecklists(desk, articleId, id);
  const signatures = listArticleSignatures(desk, articleId);
  const standing = signatures.find(({ withdrawn }) => withdrawn === null);
  const obstacles = listObstacles({
    text,
    sentences,
    checks: listGateChecks(desk, articleId, id),
    checklists,
    signerIsChecker: asksForSecond(desk, articleId) && hasChecked(desk, articleId, signerId),
    isSigned: standing !== undefined && standing.changes.length === 0,
  });
  return { revision: { id, number, hash }, coverage: { sentences, counts }, checklists, obstacles, signatures }; // prettier-ignore
}

function listGateChecks(desk: Desk, articleId: string, revisionId: string): readonly GateCheck[] {
  return desk.sqlite
    .prepare<[{ revisionId: string; articleId: string }], GateCheck>(
      `SELECT c.annotation_id AS annotationId, c.status, c.disposition, c.rationale,
         coalesce((SELECT group_concat(s.exact, ' … ') FROM (
           SELECT exact FROM span WHERE revision_id = @revisionId AND part = 'content' AND target_id = a.target_id
           ORDER BY ordinal, piece) s), '') AS words
       FROM "check" c JOIN annotation a ON a.id = c.annotation_id
       WHERE c.listed = 1 AND c.article_id = @articleId
       ORDER BY (SELECT min(start) FROM span WHERE revision_id = @revisionId AND target_id = a.target_id), c.seq`,
    )
    .all({ revisionId, articleId });
}

/** In every mode but `single` the signer must not have checked. */
function asksForSecond(desk: Desk, articleId: string): boolean {
  const mode = desk.sqlite
    .prepare<[string], string>(
      'SELECT c.mode FROM article a JOIN collection c ON c.id = a.collection_id WHERE a.id = ?',
    )
    .pluck()
    .get(articleId);
  return mode !== 'single';
}

function hasChecked(desk: Desk, articleId: string, personId: string): boolean {
  const found = desk.sqlite
    .prepare<[string, string, string, string]>(
      `SELECT 1 FROM "check" WHERE listed = 1 AND article_id = ? AND checked_by = ?
       UNION ALL SELECT 1 FROM "check" c JOIN assessment s ON s.check_id = c.id
         WHERE c.listed = 1 AND c.article_id = ? AND s.person_id = ? AND s.removed = 0 LIMIT 1`,
    )
    .get(articleId, personId, articleId, personId);
  return found !== undefined;
}
