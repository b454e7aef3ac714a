import type { Assignment } from '@/corpus/project/work';
import type { ArticleProgress, OwnWork, PersonProgress } from '@/corpus/project/work';
import type { Desk } from '../client';
import { isLapsed, listAssignments, listOpenAssignments, listUses } from './assignments';
import { findProject, listProjectMembers } from './projects';

/** The projects that hand articles to a person, each with what is open and how much is done. */
export function findOwnWork(desk: Desk, personId: string): readonly OwnWork[] {
  const open = listOpenAssignments(desk, personId);
  return desk.sqlite
    .prepare<[string], { collectionId: string; name: string; submitted: number }>(
      `SELECT c.id AS collectionId, c.name,
         (SELECT count(*) FROM assignment s JOIN article r ON r.id = s.article_id
          WHERE s.person_id = m.person_id AND s.removed = 0 AND s.submitted_at IS NOT NULL
            AND r.collection_id = c.id AND r.removed = 0) AS submitted
       FROM project_member m JOIN collection c ON c.id = m.collection_id
         JOIN project p ON p.id = c.id AND p.labelling = 'blind'
       WHERE m.person_id = ? AND m.removed = 0 ORDER BY c.name`,
    )
    .all(personId)
    .map((row) => ({ ...row, open: open.filter((one) => one.collectionId === row.collectionId) }));
}

/** How far each article of a project is, in the order in which they came. */
export function findArticleProgress(desk: Desk, collectionId: string): readonly ArticleProgress[] {
  const now = new Date();
  const { timeoutHours } = findProject(desk, collectionId);
  const byArticle = new Map<string, Assignment[]>();
  for (const one of listAssignments(desk, collectionId)) {
    byArticle.set(one.articleId, [...(byArticle.get(one.articleId) ?? []), one]);
  }
  return listUses(desk, collectionId).map((article) => ({
    ...article,
    assignments: (byArticle.get(article.id) ?? []).map((one) => ({
      ...one,
      isLapsed: isLapsed(one, timeoutHours, now),
    })),
  }));
}

/** How far each person of a project is, by name; also who submitted something and left it. */
export function findPersonProgress(desk: Desk, collectionId: string): readonly PersonProgress[] {
  const members = new Map(
    listProjectMembers(desk, collectionId).map((person) => [person.id, { ...person, isMember: true }]), // prettier-ignore
  );
  const assignments = listAssignments(desk, collectionId);
  for (const { personId, person } of assignments) {
    if (!members.has(personId)) members.set(personId, { id: personId, name: person, isMember: false }); // prettier-ignore
  }
  return [...members.values()].map((person) => {
    const own = assignments.filter(({ personId }) => personId === person.id);
    const submitted = own.filter(({ submittedAt }) => submittedAt !== null);
    return {
      ...person,
      open: own.length - submitted.length,
      submitted: submitted.length,
      marks: own.reduce((sum, { marks }) => sum + marks, 0),
      seconds: own.reduce((sum, { seconds }) => sum + seconds, 0),
    };
  });
}
