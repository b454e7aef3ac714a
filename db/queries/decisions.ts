import { and, desc, eq } from 'drizzle-orm';
import type { Decision, Override } from '@/corpus/verification/check-detail';
import type { Desk } from '../client';
import * as schema from '../schema';

/** What was decided of a check's disputes, newest first. */
export function listDecisions(desk: Desk, checkId: string): readonly Decision[] {
  const { decision, person } = schema;
  return desk.orm
    .select({
      id: decision.id,
      person: { id: person.id, name: person.name },
      at: decision.at,
      finding: decision.finding,
      fidelity: decision.fidelity,
      reason: decision.reason,
      stands: decision.stands,
    })
    .from(decision)
    .innerJoin(person, eq(person.id, decision.personId))
    .where(and(eq(decision.checkId, checkId), eq(decision.removed, false)))
    .orderBy(desc(decision.id))
    .all();
}

interface OverrideRow extends Omit<Override, 'person' | 'lifted'> {
  readonly personId: string;
  readonly name: string;
  readonly lifted: string;
}

const OVERRIDES = `
  SELECT o.id, a.id AS annotationId, o.person_id AS personId, p.name, o.at, o.reason, o.lifted,
    (SELECT coalesce(group_concat(exact, ' … '), '') FROM (SELECT s.exact FROM span s
      WHERE s.target_id = a.target_id AND s.part = 'content' AND s.revision_id =
        (SELECT max(n.revision_id) FROM span n WHERE n.target_id = a.target_id)
      ORDER BY s.ordinal, s.piece)) AS words
  FROM "check" c JOIN sign_off_override o ON o.check_id = c.id AND o.removed = 0
    JOIN annotation a ON a.id = c.annotation_id JOIN person p ON p.id = o.person_id`;

/** The signatures given against the rules, on an article or on one check, newest first. */
export function listOverrides(
  desk: Desk,
  of: { readonly articleId: string } | { readonly checkId: string },
): readonly Override[] {
  const [column, id] = 'articleId' in of ? ['article_id', of.articleId] : ['id', of.checkId];
  return desk.sqlite
    .prepare<[string], OverrideRow>(`${OVERRIDES} WHERE c.${column} = ? ORDER BY o.id DESC`)
    .all(id)
    .map(({ personId, name, lifted, ...override }) => ({
      ...override,
      person: { id: personId, name },
      lifted: JSON.parse(lifted) as string[],
    }));
}

export function hasOverrides(desk: Desk, articleId: string): boolean {
  const any = desk.sqlite.prepare<[string]>(
    `SELECT 1 FROM "check" c JOIN sign_off_override o ON o.check_id = c.id AND o.removed = 0
     WHERE c.article_id = ? LIMIT 1`,
  );
  return any.get(articleId) !== undefined;
}
