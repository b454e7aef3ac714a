import { isDeepStrictEqual } from 'node:util';
import { cardsOf } from '@/corpus/adjudication/cards';
import { WITHOUT_MARK, type DecidedMember, type LayerMark, type Marked, type Outcome } from '@/corpus/adjudication/model'; // prettier-ignore
import { saidKey } from '@/corpus/adjudication/sameness';
import { ADJUDICATED_LAYER, type Attributes, type Kind, type PartSpan } from '@/corpus/annotation/model'; // prettier-ignore
import { newId } from '../ids';
import { findAdjudicable, findStanding, listAdjudications } from '../queries/adjudication';
import { createMark, inOrder, refuseBadSpans, sameContent, wholeAttributes } from './annotate';
import { RefusedError } from './errors';
import type { Input } from './inputs';
import type { Ledger } from './ledger';
import { readLiveArticle } from './live-article';
import { reopenForNewWords } from './new-words';
import { latestRevisionId } from './stores';

type Deciding = Omit<Input<'adjudicateAgain'>, 'id' | 'version'>;

/** Decides a case. Refused as stale where somebody has decided about one of its marks before. */
export function adjudicate(ledger: Ledger, input: Input<'adjudicate'>): void {
  const { id, articleId, standingId = null } = input;
  refuseOldText(ledger, articleId, input.revisionId);
  refuseDecided(ledger, articleId, [...input.members, ...(standingId === null ? [] : [standingId])], id); // prettier-ignore
  if (standingId !== null) readMark(ledger, articleId, standingId, true);
  const { mark, ...decision } = decisionOf(ledger, articleId, input);
  const annotationId = writeResult(ledger, articleId, standingId, mark);
  const by = { decidedBy: ledger.act.personId, decidedAt: ledger.act.at };
  ledger.create('adjudication', id, {
    articleId,
    ...decision,
    annotationId,
    ...by,
    removed: false,
  });
}

/** Decides a decided case again: what stood becomes what stands now, or is taken away. */
export function adjudicateAgain(ledger: Ledger, input: Input<'adjudicateAgain'>): void {
  const { id, version } = input;
  ledger.refuseStale('adjudication', id, version);
  const { state } = ledger.read('adjudication', id);
  if (state['removed'] === true) throw new RefusedError('missing', 'This decision was taken back.');
  const articleId = String(state['articleId']);
  refuseOldText(ledger, articleId, input.revisionId);
  refuseDecided(ledger, articleId, input.members, id);
  const { mark, ...decision } = decisionOf(ledger, articleId, input);
  const writtenBefore = ledger.written.length;
  const annotationId = writeResult(ledger, articleId, state['annotationId'] as string | null, mark);
  const isOther =
    ledger.written.length > writtenBefore ||
    Object.entries({ ...decision, annotationId }).some(
      ([field, value]) => !isDeepStrictEqual(state[field], value),
    ) ||
    isRaised(ledger, articleId, id);
  if (!isOther) return;
  const by = { decidedBy: ledger.act.personId, decidedAt: ledger.act.at };
  ledger.change('adjudication', id, version, { ...decision, annotationId, ...by });
}

/** Whether one of a decision's marks was changed since. */
function isRaised(ledger: Ledger, articleId: string, id: string): boolean {
  const known = listAdjudications(ledger.desk, articleId).find((one) => one.id === id);
  return known !== undefined && known.changed.length > 0;
}

/** Accepts together what all layers of an article have marked the same. */
export function adjudicateAgreed(ledger: Ledger, input: Input<'adjudicateAgreed'>): void {
  const { articleId } = input;
  refuseOldText(ledger, articleId, input.revisionId);
  const article = findAdjudicable(ledger.desk, articleId)!;
  const agreed = cardsOf(article).filter(({ state }) => state === 'agreed');
  if (agreed.length === 0) {
    throw new RefusedError('invalid', 'There is nothing left in which all layers agree.');
  }
  for (const { members } of agreed) {
    const annotationId = writeResult(ledger, articleId, null, members[0]!);
    ledger.create('adjudication', newId(), {
      ...{ articleId, outcome: 'agreed', annotationId, reason: null },
      members: members.map(({ id, layer }) => ({ annotation: id, layer, isTaken: true })),
      ...{ decidedBy: ledger.act.personId, decidedAt: ledger.act.at, removed: false },
    });
  }
}

/** What a redo must not bring back: a decision beside another one about the same marks. */
export function refuseSecondDecision(ledger: Ledger, id: string): void {
  const { state } = ledger.read('adjudication', id);
  if (state['removed'] === true) return;
  const members = state['members'] as readonly DecidedMember[];
  const annotationId = state['annotationId'] as string | null;
  const marks = members.map(({ annotation }) => annotation);
  if (annotationId !== null) marks.push(annotationId);
  if (findStanding(ledger.desk, String(state['articleId']), marks, id) === null) return;
  throw new RefusedError('invalid', 'This case has been decided anew since: look at that decision first.'); // prettier-ignore
}

/** Takes the decisions about a mark along to the article that the mark moves to. */
export function moveAdjudications(ledger: Ledger, annotationId: string, articleId: string): void {
  const found = ledger.desk.sqlite
    .prepare<[string, string, string], string>(
      `SELECT d.id FROM annotation n JOIN adjudication d ON d.article_id = n.article_id
       WHERE n.id = ? AND (d.annotation_id = ?
         OR (d.annotation_id IS NULL AND d.members ->> '$[0].annotation' = ?))`,
    )
    .pluck()
    .all(annotationId, annotationId, annotationId);
  for (const id of found) ledger.change('adjudication', id, null, { articleId });
}

function refuseOldText(ledger: Ledger, articleId: string, revisionId: string): void {
  readLiveArticle(ledger, articleId);
  if (latestRevisionId(ledger.desk, articleId) === revisionId) return;
  throw new RefusedError('invalid', 'The article has a newer revision: reload the page and look again.'); // prettier-ignore
}

/** Throws StaleError with the decision that stands about one of these marks. */
function refuseDecided(
  ledger: Ledger,
  articleId: string,
  marks: readonly string[],
  exceptId: string,
): void {
  const standing = findStanding(ledger.desk, articleId, marks, exceptId);
  if (standing !== null) ledger.refuseStale('adjudication', standing, 0);
}

interface Decision {
  readonly outcome: Outcome;
  readonly members: readonly DecidedMember[];
  readonly reason: string | null;
  /** What is to stand; null for nothing. */
  readonly mark: Marked | null;
}

function decisionOf(ledger: Ledger, articleId: string, input: Deciding): Decision {
  const { outcome, takenId } = input;
  const marks = input.members.map((id) => readMark(ledger, articleId, id, false));
  if (marks.length === 0 && outcome !== 'written') {
    throw new RefusedError('invalid', 'Say which marks this decides.');
  }
  if (WITHOUT_MARK.includes(outcome)) {
    if (input.reason === undefined) {
      throw new RefusedError('invalid', outcome === 'rejected' ? 'Say why none of them stands.' : 'Say what the guide leaves open.'); // prettier-ignore
    }
    return { outcome, members: namedMembers(marks, () => false), reason: input.reason, mark: null };
  }
  const reason = input.reason ?? null;
  if (outcome === 'taken') {
    const taken = marks.find(({ id }) => id === takenId);
    if (taken === undefined) throw new RefusedError('invalid', 'Say whose version is taken.');
    const key = saidKey(taken);
    return { outcome, members: namedMembers(marks, (one) => saidKey(one) === key), reason, mark: taken }; // prettier-ignore
  }
  if (input.mark === undefined) throw new RefusedError('invalid', 'Say which words are to stand.');
  const { kind, attributes } = input.mark;
  const spans = inOrder(input.mark.spans);
  refuseBadSpans(ledger.desk, input.revisionId, kind, spans);
  const mark = { kind, spans, attributes: wholeAttributes(attributes) };
  return { outcome, members: namedMembers(marks, () => outcome === 'merged'), reason, mark };
}

function namedMembers(
  marks: readonly LayerMark[],
  isTaken: (mark: LayerMark) => boolean,
): readonly DecidedMember[] {
  return marks.map((mark) => ({ annotation: mark.id, layer: mark.layer, isTaken: isTaken(mark) }));
}

/** A person's mark of this article, of the adjudicated layer or of another one. */
function readMark(
  ledger: Ledger,
  articleId: string,
  id: string,
  isAdjudicated: boolean,
): LayerMark {
  const { state } = ledger.read('annotation', id);
  const layer = String(state['layer']);
  const isHere = state['articleId'] === articleId && state['origin'] !== 'suggestion';
  if (!isHere || (layer === ADJUDICATED_LAYER) !== isAdjudicated) {
    throw new RefusedError('invalid', 'This is no mark that this case can be about.');
  }
  if (state['removed'] === true) {
    throw new RefusedError('missing', 'One of these marks has been taken away: look at the case again.'); // prettier-ignore
  }
  const { types, flags, speech, sourceType, terms, anonymityReason } = state;
  const attributes = { types, flags, speech, sourceType, terms, anonymityReason } as Attributes;
  return { id, layer, kind: state['kind'] as Kind, spans: state['spans'] as PartSpan[], attributes }; // prettier-ignore
}

/** Makes what is to stand, or changes what stood, or takes it away; gives the id of what was ever there. */
function writeResult(
  ledger: Ledger,
  articleId: string,
  standingId: string | null,
  mark: Marked | null,
): string | null {
  if (mark === null) {
    if (standingId !== null) ledger.change('annotation', standingId, null, { removed: true });
    return standingId;
  }
  const { kind, spans, attributes } = mark;
  if (standingId !== null) {
    const { state } = ledger.read('annotation', standingId);
    const said = { kind, spans, ...attributes, removed: false };
    const changed = ledger.change('annotation', standingId, null, said);
    const before = state['spans'] as readonly PartSpan[];
    if (changed && !sameContent(before, spans)) reopenForNewWords(ledger, standingId);
    return standingId;
  }
  const id = newId();
  const collectionId = String(ledger.read('article', articleId).state['collectionId']);
  const revisionId = latestRevisionId(ledger.desk, articleId);
  createMark(ledger, id, { articleId, collectionId, revisionId, kind, spans, attributes, layer: ADJUDICATED_LAYER }); // prettier-ignore
  return id;
}
