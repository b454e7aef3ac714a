import { nextArticle } from '@/corpus/project/hand-out';
import type { Desk } from '../client';
import { mayRun, type Role } from '../policies';
import { findAssignment, isLapsed, listAssignments, listOpenAssignments, readHandOut } from '../queries/assignments'; // prettier-ignore
import { findProject, listProjectMembers } from '../queries/projects';
import { RefusedError } from './errors';
import type { Input } from './inputs';
import type { Ledger } from './ledger';
import { readLiveArticle } from './live-article';
import type { State } from './table-store';

/** Hands the next article of a project to the person who asks, one at a time. */
export function takeArticle(ledger: Ledger, { id, collectionId }: Input<'takeArticle'>): void {
  const { desk, act } = ledger;
  ledger.read('collection', collectionId);
  refuseShared(desk, collectionId);
  refuseStranger(desk, collectionId, act.personId, 'You are');
  const open = listOpenAssignments(desk, act.personId).find((one) => one.collectionId === collectionId); // prettier-ignore
  if (open !== undefined) {
    throw new RefusedError('invalid', `Submit “${open.headline}” first, or give it back.`);
  }
  const next = nextArticle(readHandOut(desk, collectionId, new Date(act.at)), act.personId);
  if (next.articleId === null) throw new RefusedError('invalid', next.why);
  takePlace(ledger, collectionId, next.articleId);
  hand(ledger, id, next.articleId, act.personId);
}

/** Hands a certain article to a certain person, whoever has it already. */
export function handOutArticle(ledger: Ledger, input: Input<'handOutArticle'>): void {
  const { id, articleId, personId } = input;
  const collectionId = String(readLiveArticle(ledger, articleId)['collectionId']);
  refuseShared(ledger.desk, collectionId);
  const name = String(ledger.read('person', personId).state['name']);
  refuseStranger(ledger.desk, collectionId, personId, `${name} is`);
  if (findAssignment(ledger.desk, articleId, personId) !== null) {
    throw new RefusedError('invalid', `${name} has this article already.`);
  }
  hand(ledger, id, articleId, personId);
}

function hand(ledger: Ledger, id: string, articleId: string, personId: string): void {
  const { at: handedOutAt } = ledger.act;
  ledger.create('assignment', id, { articleId, personId, handedOutAt, submittedAt: null, returnReason: null, removed: false }); // prettier-ignore
}

/** Frees a place of an article where those who are away fill it: who is away longest loses theirs. */
function takePlace(ledger: Ledger, collectionId: string, articleId: string): void {
  const { desk, act } = ledger;
  const { perArticle, timeoutHours } = findProject(desk, collectionId);
  const members = new Set(listProjectMembers(desk, collectionId).map(({ id }) => id));
  const all = listAssignments(desk, collectionId).filter((one) => one.articleId === articleId);
  const away = all
    .filter(
      (one) =>
        one.submittedAt === null &&
        (isLapsed(one, timeoutHours, new Date(act.at)) || !members.has(one.personId)),
    ) // prettier-ignore
    .sort((a, b) => (a.activeAt < b.activeAt ? -1 : 1));
  const over = all.length + 1 - perArticle;
  for (const { id } of away.slice(0, Math.max(0, over)))
    ledger.change('assignment', id, null, { removed: true });
}

/** Takes an article back that is not submitted; its marks stay in their layer and count for nothing. */
export function giveBackArticle(ledger: Ledger, { id, version }: Input<'giveBackArticle'>): void {
  const state = readOwn(ledger, id, true);
  if (state['submittedAt'] !== null) {
    throw new RefusedError('invalid', 'This layer is submitted: it cannot be given back any more.');
  }
  ledger.change('assignment', id, version, { removed: true });
}

/** Says that the person's layer of an article is complete: from then on nobody changes it. */
export function submitLayer(ledger: Ledger, { id, version }: Input<'submitLayer'>): void {
  const state = readOwn(ledger, id, false);
  ledger.refuseStale('assignment', id, version);
  readLiveArticle(ledger, String(state['articleId']));
  if (state['removed'] === true) {
    throw new RefusedError('missing', 'This article went to somebody else: it cannot be submitted any more.'); // prettier-ignore
  }
  if (state['submittedAt'] !== null) return;
  ledger.change('assignment', id, version, { submittedAt: ledger.act.at, returnReason: null });
}

/** Gives a submitted layer back to its person for more work. */
export function returnLayer(ledger: Ledger, { id, version, reason }: Input<'returnLayer'>): void {
  ledger.refuseStale('assignment', id, version);
  const { state } = ledger.read('assignment', id);
  if (state['submittedAt'] === null) {
    if (state['returnReason'] === reason) return;
    throw new RefusedError('invalid', 'This layer is not submitted.');
  }
  ledger.change('assignment', id, version, { submittedAt: null, returnReason: reason });
}

/** An assignment of the person who acts, or where editors may too, of anybody. */
function readOwn(ledger: Ledger, id: string, editorsToo: boolean): State {
  const { state } = ledger.read('assignment', id);
  const { personId } = ledger.act;
  const isOwn = state['personId'] === personId;
  if (isOwn || (editorsToo && mayRun(roleOf(ledger.desk, personId), 'handOutArticle'))) return state;
  throw new RefusedError('missing', 'This article is not handed out to you.');
} // prettier-ignore

function roleOf({ sqlite }: Desk, personId: string): Role {
  return sqlite
    .prepare<[string], Role>('SELECT role FROM person WHERE id = ?')
    .pluck()
    .get(personId)!;
}

function refuseShared(desk: Desk, collectionId: string): void {
  if (findProject(desk, collectionId).labelling === 'blind') return;
  throw new RefusedError('invalid', 'This collection is a shared desk: nothing is handed out in it.'); // prettier-ignore
}

function refuseStranger(desk: Desk, collectionId: string, personId: string, who: string): void {
  if (listProjectMembers(desk, collectionId).some(({ id }) => id === personId)) return;
  throw new RefusedError('invalid', `${who} not among the people of this project.`);
}

/** The longest time that one telling can be about. */
const MOST_SECONDS = 60;

/**
 * Adds time to a person's open assignment: what their window says, and never more than has passed
 * since it last said something. No event, see decision 19. False where it is not theirs, or submitted.
 */
export function addTime({ sqlite }: Desk, personId: string, id: string, seconds: number): boolean {
  const now = `strftime('%Y-%m-%dT%H:%M:%fZ', 'now')`;
  const passed = `(julianday('now') - julianday(assignment_time.active_at)) * 86400`;
  const done = sqlite
    .prepare<[number, string, string]>(
      `INSERT INTO assignment_time (id, seconds, active_at)
       SELECT s.id, min(?, ${MOST_SECONDS}, cast((julianday('now') - julianday(s.handed_out_at)) * 86400 AS integer)), ${now}
       FROM assignment s WHERE s.id = ? AND s.person_id = ? AND s.removed = 0 AND s.submitted_at IS NULL
       ON CONFLICT (id) DO UPDATE SET active_at = excluded.active_at,
         seconds = assignment_time.seconds + min(excluded.seconds, cast(round(${passed}) AS integer))`,
    )
    .run(Math.max(0, Math.round(seconds)), id, personId);
  return done.changes > 0;
}
