import { and, eq } from 'drizzle-orm';
import type { Kind, PartSpan } from '@/corpus/annotation/model';
import { findTagProblem, type Tagged } from '@/corpus/project/tag-set';
import { spanContains } from '@/corpus/spans/span';
import { newId } from '../ids';
import { findTagSet } from '../queries/projects';
import { listOpenSuggestions, type OpenSuggestion } from '../queries/suggestions';
import * as schema from '../schema';
import { inOrder, refuseBadSpans } from './annotate';
import { RefusedError } from './errors';
import type { Input } from './inputs';
import type { Ledger } from './ledger';
import type { State } from './table-store';
import { refuseOtherTags } from './tag-sets';

/**
 * Makes a suggestion a person's mark, with a check of its own; a quote's attribution comes along:
 * the open one whose content holds it. Refused where it was rejected or withdrawn.
 */
export function acceptSuggestion(ledger: Ledger, input: Input<'acceptSuggestion'>): void {
  const { id, version, attributes = {} } = input;
  const suggested = ledger.read('suggestion', id).state;
  const { state } = ledger.read('annotation', id);
  const kind = state['kind'] as Kind;
  let corrected: State = attributes;
  if (input.spans !== undefined) {
    const spans = inOrder(input.spans);
    refuseBadSpans(ledger.desk, String(state['revisionId']), kind, spans);
    corrected = { ...attributes, spans };
  }
  if (suggested['state'] === 'accepted') {
    refuseOtherTags(ledger.desk, String(state['collectionId']), { ...state, ...corrected } as unknown as Tagged); // prettier-ignore
    ledger.change('annotation', id, version, { ...corrected, origin: 'person' });
    return;
  }
  takeOver(ledger, id, version, corrected);
  if (kind !== 'quote') return;
  const spans = (corrected['spans'] ?? state['spans']) as readonly PartSpan[];
  const attribution = attributionOf(spans, listOpenSuggestions(ledger.desk, suggested['articleId'] as string)); // prettier-ignore
  if (attribution !== null) takeOver(ledger, attribution.id, null, {});
}

/** The suggested attribution whose content holds every piece of a quote. */
function attributionOf(
  quote: readonly PartSpan[],
  open: readonly OpenSuggestion[],
): OpenSuggestion | null {
  const holds = ({ kind, spans }: OpenSuggestion) =>
    kind === 'attribution' &&
    quote.every((piece) =>
      spans.some((outer) => outer.part === 'content' && spanContains(outer, piece)),
    );
  return open.find(holds) ?? null;
}

function takeOver(ledger: Ledger, id: string, version: number | null, corrected: State): void {
  const { personId } = ledger.act;
  const { state: before } = ledger.read('annotation', id);
  refuseOtherTags(ledger.desk, String(before['collectionId']), { ...before, ...corrected } as unknown as Tagged); // prettier-ignore
  const patch = { ...corrected, origin: 'person', createdBy: personId };
  ledger.change('annotation', id, version, patch);
  const { state } = ledger.read('annotation', id);
  if (state['removed'] === true) {
    throw new RefusedError('invalid', 'This suggestion has been rejected or replaced meanwhile.');
  }
  ledger.change('suggestion', id, null, { state: 'accepted' });
  const { check } = schema;
  // A check is there already where an earlier acceptance was undone.
  const known = ledger.desk.orm
    .select({ id: check.id })
    .from(check)
    .where(eq(check.annotationId, id))
    .get();
  if (known !== undefined) return;
  const { articleId, collectionId } = state;
  ledger.create('check', newId(), { annotationId: id, articleId, collectionId, status: 'unchecked' }); // prettier-ignore
}

/** Puts a suggestion away for good: no later run proposes it again. */
export function rejectSuggestion(ledger: Ledger, input: Input<'rejectSuggestion'>): void {
  const { id, version } = input;
  const { state } = ledger.read('suggestion', id);
  ledger.change('annotation', id, version, { removed: true });
  if (state['state'] === 'accepted') {
    throw new RefusedError(
      'invalid',
      'This suggestion has been accepted: remove the mark instead.',
    );
  }
  ledger.change('suggestion', id, null, { state: 'rejected' });
}

/** Refused where the article has no open suggestion that is as sure as that. */
export function acceptAllSuggestions(ledger: Ledger, input: Input<'acceptAllSuggestions'>): void {
  const open = listOpenSuggestions(ledger.desk, input.articleId);
  const { collectionId } = ledger.read('article', input.articleId).state;
  const { tagSet } = findTagSet(ledger.desk, String(collectionId));
  const fits = (id: string) => findTagProblem(tagSet, ledger.read('annotation', id).state as unknown as Tagged) === null; // prettier-ignore
  const sure = open.filter(({ id, confidence }) => confidence >= input.confidence && fits(id));
  if (sure.length === 0) {
    throw new RefusedError('invalid', 'No open suggestion of this article is as sure as that.');
  }
  for (const { id } of sure) takeOver(ledger, id, null, {});
}

/** A rule that is off is not shown and not accepted in the collection; what it proposed stays. */
export function switchRule(ledger: Ledger, input: Input<'switchRule'>): void {
  const { id, collectionId, rule, off } = input;
  ledger.read('collection', collectionId);
  const { ruleSwitch } = schema;
  const known = ledger.desk.orm
    .select({ id: ruleSwitch.id })
    .from(ruleSwitch)
    .where(and(eq(ruleSwitch.collectionId, collectionId), eq(ruleSwitch.rule, rule)))
    .get();
  if (known === undefined)
    ledger.create('ruleSwitch', id, { collectionId, rule, off, removed: false }); // prettier-ignore
  else ledger.change('ruleSwitch', known.id, null, { off, removed: false });
}
