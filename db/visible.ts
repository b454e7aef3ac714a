import type { Role } from '@/corpus/people/model';
import { openView, type Desk } from './client';
import { mayRun } from './policies';

/** Who reads. */
export interface Viewer {
  readonly id: string;
  readonly role: Role;
}

/**
 * The desk as a person may see it: itself, or where a blind project keeps layers from them, a
 * connection that only reads and on which those layers do not exist (decision 19).
 */
export function visibleDesk(desk: Desk, viewer: Viewer): Desk {
  return isKeptFrom(desk, viewer) ? openView(desk, viewsOf(viewer)) : desk;
}

/** Whether there is anything on the desk that this person must not look at. */
export function isKeptFrom({ sqlite }: Desk, { role }: Viewer): boolean {
  if (mayRun(role, 'setProject')) return false;
  return sqlite.prepare("SELECT 1 FROM project WHERE labelling = 'blind' LIMIT 1").get() !== undefined;
} // prettier-ignore

/** Whether a person may see an annotation, also a removed one. */
export function maySee({ sqlite }: Desk, viewer: Viewer, annotationId: string): boolean {
  const found = sqlite
    .prepare<[string]>(`SELECT 1 FROM main.annotation a WHERE a.id = ? AND ${visible(viewer)}`)
    .get(annotationId);
  return found !== undefined;
}

/** The condition on `annotation a` under which a person sees it. */
function visible({ id, role }: Viewer): string {
  const me = quoted(id);
  const mine = `s.article_id = a.article_id AND s.person_id = ${me} AND s.removed = 0`;
  const submitted = `EXISTS (SELECT 1 FROM main.assignment s WHERE ${mine} AND s.submitted_at IS NOT NULL)`;
  const mayLook = '(SELECT p.may_look FROM main.project p WHERE p.id = a.collection_id)';
  const member = `EXISTS (SELECT 1 FROM main.project_member m
    WHERE m.collection_id = a.collection_id AND m.person_id = ${me} AND m.removed = 0)`;
  const checks = mayRun(role, 'setStatus') ? `a.layer IN ('shared', 'adjudicated') AND NOT ${member}` : '0'; // prettier-ignore
  return `(a.layer = ${me} OR (${checks})
    OR NOT EXISTS (SELECT 1 FROM main.project b WHERE b.id = a.collection_id AND b.labelling = 'blind')
    OR (${submitted} AND (a.layer = 'adjudicated' OR ${mayLook} = 1)))`;
}

function quoted(words: string): string {
  return `'${words.replaceAll("'", "''")}'`;
}

/** Views that stand before the tables that tell of a mark, and of who has which article. */
function viewsOf(viewer: Viewer): string {
  const me = quoted(viewer.id);
  const seen = (id: string) => `EXISTS (SELECT 1 FROM main.annotation a WHERE a.id = ${id} AND ${visible(viewer)})`; // prettier-ignore
  const hidden = (target: string) => `EXISTS (SELECT 1 FROM main.annotation a WHERE a.target_id = ${target} AND NOT ${visible(viewer)})`; // prettier-ignore
  const own = `t.person_id = ${me}`;
  const blind = "SELECT id FROM main.project WHERE labelling = 'blind'";
  const ownAssignment = `SELECT s.id FROM main.assignment s WHERE s.person_id = ${me}`;
  const conditions: Readonly<Record<string, string>> = {
    annotation: `EXISTS (SELECT 1 FROM main.annotation a WHERE a.id = t.id AND ${visible(viewer)})`,
    check: seen('t.annotation_id'),
    check_label: `EXISTS (SELECT 1 FROM main."check" c WHERE c.seq = t.check_seq AND ${seen('c.annotation_id')})`,
    suggestion: seen('t.id'),
    carry_review: seen('t.annotation_id'),
    inquiry_answer: seen('t.annotation_id'),
    attribution_source: seen('t.annotation_id'),
    target: `NOT ${hidden('t.id')}`,
    span: `NOT ${hidden('t.target_id')}`,
    anchoring: `NOT ${hidden('t.target_id')}`,
    thread: `NOT ${hidden('t.target_id')}`,
    message: `NOT EXISTS (SELECT 1 FROM main.thread h WHERE h.id = t.thread_id AND ${hidden('h.target_id')})`,
    notification: `t.annotation_id IS NULL OR ${seen('t.annotation_id')}`,
    event: `(t.annotation_id IS NULL OR ${seen('t.annotation_id')})
      AND (t.entity <> 'assignment' OR t.entity_id IN (${ownAssignment}))`,
    assignment: own,
    assignment_time: `t.id IN (${ownAssignment})`,
    release: `t.collection_id NOT IN (${blind})`,
  };
  return Object.entries(conditions)
    .map(
      ([table, where]) =>
        `CREATE TEMP VIEW "${table}" AS SELECT * FROM main."${table}" t WHERE ${where};`,
    ) // prettier-ignore
    .join('\n');
}
