import type { Handed, HandOut } from '@/corpus/project/hand-out';
import type { Assignment, LayerStanding } from '@/corpus/project/work';
import type { Use } from '@/corpus/project/model';
import type { Desk } from '../client';
import { findProject, listProjectMembers } from './projects';

/** When somebody last worked on `assignment s`: told by their window, or seen in their marks. */
const ACTIVE_AT = `max(s.handed_out_at,
  coalesce((SELECT t.active_at FROM assignment_time t WHERE t.id = s.id), ''),
  coalesce((SELECT max(n.updated_at) FROM annotation n
    WHERE n.article_id = s.article_id AND n.layer = s.person_id), ''))`;

const ASSIGNMENT = `
  SELECT s.id, s.article_id AS articleId, r.headline, r.collection_id AS collectionId,
    s.person_id AS personId, p.name AS person, coalesce(u.use, 'work') AS use,
    s.handed_out_at AS handedOutAt, s.submitted_at AS submittedAt,
    s.return_reason AS returnReason, s.version, ${ACTIVE_AT} AS activeAt,
    coalesce((SELECT t.seconds FROM assignment_time t WHERE t.id = s.id), 0) AS seconds,
    (SELECT count(*) FROM annotation n WHERE n.article_id = s.article_id
      AND n.layer = s.person_id AND n.removed = 0) AS marks
  FROM assignment s JOIN article r ON r.id = s.article_id AND r.removed = 0
    JOIN person p ON p.id = s.person_id
    LEFT JOIN project_article u ON u.id = s.article_id
  WHERE s.removed = 0`;

/** What is handed out in a collection, submitted or not, in the order of the articles. */
export function listAssignments(desk: Desk, collectionId: string): readonly Assignment[] {
  return desk.sqlite
    .prepare<[string], Assignment>(
      `${ASSIGNMENT} AND r.collection_id = ? ORDER BY s.article_id, s.id`,
    )
    .all(collectionId);
}

/** What is handed out to a person and not submitted, oldest first. */
export function listOpenAssignments(desk: Desk, personId: string): readonly Assignment[] {
  return desk.sqlite
    .prepare<[string], Assignment>(
      `${ASSIGNMENT} AND s.person_id = ? AND s.submitted_at IS NULL ORDER BY s.id`,
    )
    .all(personId);
}

/** A person's assignment of an article, submitted or not; null where it is not handed to them. */
export function findAssignment(desk: Desk, articleId: string, personId: string): Assignment | null {
  const row = desk.sqlite
    .prepare<[string, string], Assignment>(`${ASSIGNMENT} AND s.article_id = ? AND s.person_id = ?`)
    .get(articleId, personId);
  return row ?? null;
}

/** The assignment under which a person may mark an article now; null where there is none. */
export function findOpenAssignment(
  desk: Desk,
  articleId: string,
  personId: string,
): Assignment | null {
  const found = findAssignment(desk, articleId, personId);
  return found?.submittedAt === null ? found : null;
}

/** Of an article in a blind project: with as many submitted as handed out, all its layers are in. */
export function findLayerStanding({ sqlite }: Desk, articleId: string): LayerStanding {
  return sqlite
    .prepare<[string], LayerStanding>(
      `SELECT count(*) AS handedOut, count(submitted_at) AS submitted
       FROM assignment WHERE article_id = ? AND removed = 0`,
    )
    .get(articleId)!;
}

/** Whether somebody has been away from an open assignment for longer than a project's hours. */
export function isLapsed(
  { submittedAt, activeAt }: Assignment,
  timeoutHours: number,
  now: Date,
): boolean {
  if (submittedAt !== null) return false;
  return Date.parse(activeAt) + timeoutHours * 3_600_000 < now.getTime();
}

/** What a project's articles are for and who has them. Open places of who is no member are free. */
export function readHandOut(desk: Desk, collectionId: string, now: Date): HandOut {
  const { perArticle, timeoutHours } = findProject(desk, collectionId);
  const members = listProjectMembers(desk, collectionId).map(({ id }) => id);
  const byArticle = new Map<string, Assignment[]>();
  for (const one of listAssignments(desk, collectionId)) {
    byArticle.set(one.articleId, [...(byArticle.get(one.articleId) ?? []), one]);
  }
  const isAway = (one: Assignment) =>
    one.submittedAt === null &&
    (isLapsed(one, timeoutHours, now) || !members.includes(one.personId));
  const articles = listUses(desk, collectionId).map(({ id, use }): Handed => {
    const all = byArticle.get(id) ?? [];
    const people = (list: readonly Assignment[]) => list.map(({ personId }) => personId);
    const lapsed = all.filter(isAway);
    return {
      id,
      use,
      holders: people(all.filter((one) => !lapsed.includes(one))),
      lapsed: people(lapsed),
    };
  });
  return { perArticle, members, articles };
}

interface ArticleUse {
  readonly id: string;
  readonly headline: string;
  readonly use: Use;
}

/** What each article of a collection is for, in the order in which they came. */
export function listUses({ sqlite }: Desk, collectionId: string): readonly ArticleUse[] {
  return sqlite
    .prepare<[string], ArticleUse>(
      `SELECT r.id, r.headline, coalesce(u.use, 'work') AS use
       FROM article r LEFT JOIN project_article u ON u.id = r.id
       WHERE r.collection_id = ? AND r.removed = 0 ORDER BY r.id`,
    )
    .all(collectionId);
}
