import { and, eq } from 'drizzle-orm';
import { figure } from '@/corpus/wording/numbers';
import { findGuide, findProject } from '../queries/projects';
import * as schema from '../schema';
import { RefusedError } from './errors';
import type { Input } from './inputs';
import type { Ledger } from './ledger';
import { readLiveArticle } from './live-article';

/** Sets how a collection is marked and handed out. Refused where it would lay open layers that are not submitted. */
export function setProject(
  ledger: Ledger,
  { id, version, ...settings }: Input<'setProject'>,
): void {
  ledger.read('collection', id);
  const { labelling, mayLook, version: now } = findProject(ledger.desk, id);
  if (version === 0 && now === 0) {
    ledger.create('project', id, settings);
    return;
  }
  ledger.change('project', id, version, settings);
  const opens = labelling === 'blind' && (settings.labelling === 'shared' || (settings.mayLook && !mayLook)); // prettier-ignore
  if (opens) refuseWhileOpen(ledger, id);
}

function refuseWhileOpen({ desk }: Ledger, collectionId: string): void {
  const open = desk.sqlite
    .prepare<[string], number>(
      `SELECT count(*) FROM assignment s JOIN article r ON r.id = s.article_id
       WHERE r.collection_id = ? AND s.removed = 0 AND s.submitted_at IS NULL`,
    )
    .pluck()
    .get(collectionId)!;
  if (open === 0) return;
  const counted = open === 1 ? 'One layer is' : `${figure(open)} layers are`;
  throw new RefusedError(
    'invalid',
    `${counted} handed out and not submitted: the layers can be opened when all are in or given back.`,
  );
}

/** Writes the next version of a guide; older ones stay. */
export function writeGuide(ledger: Ledger, input: Input<'writeGuide'>): void {
  const { id, collectionId, after, body } = input;
  ledger.read('collection', collectionId);
  const now = findGuide(ledger.desk, collectionId);
  if ((now?.number ?? 0) !== after) {
    throw new RefusedError('invalid', 'Somebody wrote a newer version of the guide meanwhile: reload the page, then put your change in.'); // prettier-ignore
  }
  if (now?.body === body) return;
  ledger.create('guide', id, { collectionId, number: after + 1, body, createdAt: ledger.act.at });
}

/** Takes a person into a project, or out of it; what they submitted stays. */
export function setMember(ledger: Ledger, input: Input<'setMember'>): void {
  const { id, collectionId, personId, joined } = input;
  ledger.read('collection', collectionId);
  if (ledger.read('person', personId).state['removed'] === true && joined) {
    throw new RefusedError('missing', 'This person is no longer on the desk.');
  }
  const { projectMember: member } = schema;
  const known = ledger.desk.orm
    .select({ id: member.id })
    .from(member)
    .where(and(eq(member.collectionId, collectionId), eq(member.personId, personId)))
    .get();
  if (known !== undefined) ledger.change('projectMember', known.id, null, { removed: !joined });
  else if (joined) ledger.create('projectMember', id, { collectionId, personId, removed: false });
}

/** Says what an article is for in its project. */
export function setUse(ledger: Ledger, { articleId, use }: Input<'setUse'>): void {
  readLiveArticle(ledger, articleId);
  const { projectArticle } = schema;
  const known = ledger.desk.orm
    .select({ id: projectArticle.id })
    .from(projectArticle)
    .where(eq(projectArticle.id, articleId))
    .get();
  if (known === undefined) ledger.create('projectArticle', articleId, { use });
  else ledger.change('projectArticle', articleId, null, { use });
}
