import { isDeepStrictEqual } from 'node:util';
import { and, desc, eq } from 'drizzle-orm';
import * as schema from '../schema';
import { carryOver } from './carry-over';
import { readCutBase, readDrafts, type CutBase } from './cut-base';
import { listCutMarks, moveMark, shiftMark } from './cut-marks';
import { changeWordCount, storeText } from './cuts';
import { RefusedError } from './errors';
import type { Input } from './inputs';
import type { Changes, Ledger } from './ledger';
import { refuseHandedOut } from './handed-out';
import { readLiveArticle } from './live-article';
import { makePart } from './split-off';

/**
 * Makes an article of its own of a revision that was taken for a later version of another article,
 * which gets its text before again. Marks that were made on the revision go with it; all others
 * stand as before it, their checks too where nobody has touched them since.
 */
export function separateRevision(ledger: Ledger, input: Input<'separateRevision'>): void {
  readLiveArticle(ledger, input.id);
  refuseHandedOut(ledger.desk, input.id);
  const base = readCutBase(ledger.desk, input.id);
  if (base.revisionId !== input.revisionId) {
    throw new RefusedError('invalid', 'The article has a newer revision: reload it and look at that one.'); // prettier-ignore
  }
  separate(ledger, base, input.newId);
}

/** Makes an article's text the newest revision of another article; its marks go along. */
export function takeAsRevision(ledger: Ledger, input: Input<'takeAsRevision'>): void {
  const { state } = ledger.read('article', input.id);
  const into = ledger.read('article', input.intoId).state;
  if (input.id === input.intoId || state['collectionId'] !== into['collectionId']) {
    throw new RefusedError('invalid', 'Choose another article of the same collection.');
  }
  refuseHandedOut(ledger.desk, input.id);
  take(ledger, input.id, input.intoId, [input.version, input.intoVersion]);
}

/** `newId` is the id of the article made, or of one to bring back. */
export function separate(ledger: Ledger, base: CutBase, newId: string): void {
  const { articleId } = base;
  const before = revisionBefore(ledger, base);
  const drafts = readDrafts(ledger.desk, before);
  changeWordCount(ledger, base, drafts, null);
  const ownId = makePart(ledger, base, base.drafts, newId, base.originalId);
  const marks = listCutMarks(ledger, articleId, base.revisionId);
  const earlier = new Map(
    listCutMarks(ledger, articleId, before.id).map((mark) => [mark.targetId, mark]),
  );
  const own = storeText(ledger, base, ownId, base.drafts, `Was taken for a revision of “${base.headline}”`); // prettier-ignore
  const kept = storeText(ledger, before, articleId, drafts, `Back to revision ${before.number}`);
  for (const mark of marks) {
    const stood = earlier.get(mark.targetId)!;
    if (
      stood.spans.length === 0 &&
      mark.spans.length > 0 &&
      !isPlaced(ledger, mark.targetId, before.id)
    ) {
      // prettier-ignore
      shiftMark(ledger, mark, base.revisionId, own, 0);
      moveMark(ledger, mark, ownId);
    } else shiftMark(ledger, stood, before.id, kept, 0);
  }
  restoreChecks(ledger, base.revisionId);
}

export function take(
  ledger: Ledger,
  articleId: string,
  intoId: string,
  [seen, intoSeen]: readonly [number | null, number | null],
): void {
  const base = readCutBase(ledger.desk, articleId);
  const into = readCutBase(ledger.desk, intoId);
  ledger.change('article', articleId, seen, { removed: true, joinedInto: intoId });
  changeWordCount(ledger, into, base.drafts, intoSeen);
  readLiveArticle(ledger, intoId);
  const marks = listCutMarks(ledger, articleId, base.revisionId);
  const note = `Was an article of its own: “${base.headline}”`;
  const taken = storeText(ledger, base, intoId, base.drafts, note);
  carryOver(ledger, intoId, taken.id);
  for (const mark of marks) {
    shiftMark(ledger, mark, base.revisionId, taken, 0);
    moveMark(ledger, mark, intoId);
  }
}

type RevisionRow = typeof schema.revision.$inferSelect;

function revisionBefore({ desk }: Ledger, { articleId, revisionId }: CutBase): RevisionRow {
  const { revision } = schema;
  const [newest, before] = desk.orm
    .select()
    .from(revision)
    .where(eq(revision.articleId, articleId))
    .orderBy(desc(revision.number))
    .limit(2)
    .all();
  if (newest?.id === revisionId && before !== undefined) return before;
  throw new RefusedError('invalid', 'The article has one revision only: it is an article of its own.'); // prettier-ignore
}

function isPlaced({ desk }: Ledger, targetId: string, revisionId: string): boolean {
  const { anchoring } = schema;
  const row = desk.orm
    .select({ outcome: anchoring.outcome })
    .from(anchoring)
    .where(and(eq(anchoring.targetId, targetId), eq(anchoring.revisionId, revisionId)))
    .get();
  return row !== undefined;
}

/** Takes back what a revision did to checks, where nobody has changed the same fields since. */
function restoreChecks(ledger: Ledger, revisionId: string): void {
  const { event } = schema;
  const made = ledger.desk.orm
    .select({ commandId: event.commandId })
    .from(event)
    .where(and(eq(event.entity, 'revision'), eq(event.entityId, revisionId)))
    .get();
  if (made === undefined) return;
  const events = ledger.desk.orm
    .select()
    .from(event)
    .where(and(eq(event.commandId, made.commandId), eq(event.entity, 'check')))
    .orderBy(desc(event.seq))
    .all();
  for (const { entityId, changes, created } of events) {
    const fields = Object.entries(changes as Changes).filter(([field]) => field !== 'articleId');
    const { state } = ledger.read('check', entityId);
    const isAsLeft = fields.every(([field, [, after]]) => isDeepStrictEqual(state[field], after));
    if (created || !isAsLeft) continue;
    const before = Object.fromEntries(fields.map(([field, pair]) => [field, pair[0]]));
    ledger.change('check', entityId, null, before);
  }
}
