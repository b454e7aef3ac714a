import { asc, eq } from 'drizzle-orm';
import { isDeepStrictEqual } from 'node:util';
import type { PartSpan } from '@/corpus/annotation/model';
import * as schema from '../schema';
import { refuseSecondDecision } from './adjudicate';
import { sameContent } from './annotate';
import { RefusedError } from './errors';
import type { Input } from './inputs';
import { refuseUndoOfJudgement } from './judging';
import type { Changes, Ledger } from './ledger';
import { refuseLocked } from './locks';
import { reopenForNewWords } from './new-words';
import { withdrawNotices } from './notify';
import type { Entity } from './stores';
import type { State } from './table-store';
import { findCut, undoCut, undoVersion } from './undo-cut';
import { wordsHash } from './words-hash';

/** What lays layers open or closes them, and what is kept in versions: a new command sets it back. */
const SET_BACK_BY_HAND = new Set(['project', 'projectMember', 'projectArticle', 'assignment', 'guide', 'tagSet']); // prettier-ignore

type EventRow = typeof schema.event.$inferSelect;

/**
 * Takes back everything a command changed, newest first, as changes of its own; undoing an undo
 * is the redo. What was split is joined again, what was joined is split. Refused as a whole where somebody has changed one of the fields since, or where a
 * signature would come back to other words or another finding than were signed.
 */
export function undoCommand(ledger: Ledger, { commandId }: Input<'undoCommand'>): void {
  const events = ledger.desk.orm
    .select()
    .from(schema.event)
    .where(eq(schema.event.commandId, commandId))
    .orderBy(asc(schema.event.seq))
    .all()
    .reverse();
  if (events.length === 0) throw new RefusedError('missing', 'There is nothing to undo.');
  if (events.some(({ entity }) => SET_BACK_BY_HAND.has(entity))) throw new RefusedError('invalid', 'This cannot be undone.'); // prettier-ignore
  withdrawNotices(ledger.desk, commandId);
  refuseUndoOfJudgements(ledger, events);
  const cut = findCut(events);
  if (cut !== null) {
    if (isAboutVersions(ledger, commandId)) undoVersion(ledger, cut);
    else undoCut(ledger, cut);
    return;
  }
  const undone = events.map((event) => undoEvent(ledger, event));
  const restored = new Set(
    undone
      .filter(({ event, before }) => event.entity === 'check' && before['status'])
      .map(({ event }) => event.annotationId),
  );
  for (const { event, before, after } of undone) {
    if (event.entity === 'check' && before['status'] === 'signed_off') {
      refuseStaleSignature(ledger, event);
    }
    const words = [before['spans'], after['spans']] as [PartSpan[], PartSpan[]];
    if (event.entity === 'adjudication') refuseSecondDecision(ledger, event.entityId);
    if (event.entity === 'annotation' && 'spans' in before && !restored.has(event.entityId)) {
      if (!sameContent(...words)) reopenForNewWords(ledger, event.entityId);
    }
  }
}

/** Asked before anything is taken back: what a judgement led to says whether it is open. */
function refuseUndoOfJudgements(ledger: Ledger, events: readonly EventRow[]): void {
  for (const { entity, entityId, changes } of events) {
    if (entity !== 'assessment') continue;
    const { state } = ledger.read('assessment', entityId);
    refuseUndoOfJudgement(ledger, state, 'handedInAt' in (changes as Changes));
  }
}

/** Whether a command, or the one that it undoes, was about which article a text belongs to. */
function isAboutVersions({ desk }: Ledger, commandId: string): boolean {
  const found = desk.sqlite
    .prepare<[string]>(
      `WITH RECURSIVE undone (id) AS (VALUES (?) UNION
         SELECT c.undoes FROM undone u JOIN command c ON c.id = u.id WHERE c.undoes IS NOT NULL)
       SELECT 1 FROM undone u JOIN command c ON c.id = u.id
       WHERE c.name IN ('separateRevision', 'takeAsRevision') LIMIT 1`,
    )
    .get(commandId);
  return found !== undefined;
}

interface Undone {
  readonly event: EventRow;
  /** The fields as they are again, and as they were until now. */
  readonly before: State;
  readonly after: State;
}

function undoEvent(ledger: Ledger, event: EventRow): Undone {
  const entity = event.entity as Entity;
  const { state } = ledger.read(entity, event.entityId);
  const changes = changesOf(ledger, event.seq, event.changes as Changes);
  if (entity === 'check' && !('assigneeId' in changes)) refuseLocked(ledger, event.entityId);
  if (event.created) {
    refuseOverwrite(state, sinceCreation(state, changes));
    if ('removed' in state && entity !== 'person')
      ledger.change(entity, event.entityId, null, { removed: true });
    else if (entity !== 'check') throw new RefusedError('invalid', 'This cannot be undone.');
    return { event, before: {}, after: {} };
  }
  refuseOverwrite(state, changes);
  if ('spans' in changes) refuseNewerRevision(ledger, event);
  const before = sideOf(changes, 0);
  ledger.change(entity, event.entityId, null, before);
  return { event, before, after: sideOf(changes, 1) };
}

function sideOf(changes: Changes, side: 0 | 1): State {
  return Object.fromEntries(Object.entries(changes).map(([field, pair]) => [field, pair[side]]));
}

/** All fields of a thing with what was written when it was made; the revision grows by itself. */
function sinceCreation(state: State, changes: Changes): Changes {
  const fields = Object.keys(state).filter((field) => field !== 'revisionId');
  return Object.fromEntries(fields.map((field) => [field, changes[field] ?? [null, null]]));
}

function changesOf(ledger: Ledger, seq: number, changes: Changes): Changes {
  if (!('withheld' in changes)) return changes;
  const row = ledger.desk.orm
    .select({ changes: schema.withheldChange.changes })
    .from(schema.withheldChange)
    .where(eq(schema.withheldChange.eventSeq, seq))
    .get();
  if (row === undefined) {
    throw new RefusedError('missing', 'This change was confidential and has been erased.');
  }
  return row.changes as Changes;
}

function refuseOverwrite(state: State, changes: Changes): void {
  for (const [field, [, after]] of Object.entries(changes)) {
    if (!isDeepStrictEqual(state[field] ?? null, after ?? null)) {
      throw new RefusedError(
        'invalid',
        'This was changed again since, so it cannot be undone without losing that change.',
      );
    }
  }
}

/** Offsets belong to one revision's text. */
function refuseNewerRevision(ledger: Ledger, event: EventRow): void {
  const newer = ledger.desk.sqlite
    .prepare<[string | null, number]>(
      `SELECT 1 FROM event WHERE article_id = ? AND seq > ? AND entity = 'revision' LIMIT 1`,
    )
    .get(event.articleId, event.seq);
  if (newer !== undefined) {
    throw new RefusedError('invalid', 'The article has a newer revision since: mark it there.');
  }
}

const SIGNED_FIELDS = ['finding', 'fidelity', 'disposition', 'replacement', 'rationale'];

/** A signature stands for the words and the judgement that were signed, and for no others. */
function refuseStaleSignature(ledger: Ledger, { entityId, seq }: EventRow): void {
  const { state } = ledger.read('check', entityId);
  const changed = new Map<string, unknown>();
  const later = ledger.desk.sqlite
    .prepare<[string, number], string>(
      `SELECT changes FROM event WHERE entity = 'check' AND entity_id = ? AND seq > ? ORDER BY seq DESC`,
    )
    .pluck()
    .all(entityId, seq);
  for (const changes of later) {
    for (const [field, pair] of Object.entries(JSON.parse(changes) as Changes)) {
      changed.set(field, pair[0]);
    }
  }
  const sameJudgement = SIGNED_FIELDS.every(
    (field) => !changed.has(field) || isDeepStrictEqual(changed.get(field), state[field]),
  );
  const sameWords = wordsHash(ledger.desk, String(state['annotationId'])) === state['signedHash'];
  if (sameJudgement && sameWords) return;
  throw new RefusedError(
    'invalid',
    'The words or the finding have changed since this was signed: it has to be signed again.',
  );
}
