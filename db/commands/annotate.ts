import {
  ADJUDICATED_LAYER,
  NO_ATTRIBUTES,
  SHARED_LAYER,
  contentOf,
  findShapeProblem,
  type Attributes,
  type Kind,
  type PartSpan,
} from '@/corpus/annotation/model';
import type { Tagged } from '@/corpus/project/tag-set';
import { SpanError, anchorSpan } from '@/corpus/spans/span';
import type { Desk } from '../client';
import { newId } from '../ids';
import { isBlind } from '../queries/projects';
import { RefusedError } from './errors';
import type { Input } from './inputs';
import type { Ledger } from './ledger';
import { readLiveArticle } from './live-article';
import { reopenForNewWords } from './new-words';
import { latestRevisionId } from './stores';
import type { State } from './table-store';
import { refuseOtherTags } from './tag-sets';

export function createAnnotation(ledger: Ledger, input: Input<'createAnnotation'>): void {
  const { desk, act } = ledger;
  const collectionId = String(readLiveArticle(ledger, input.articleId)['collectionId']);
  if (latestRevisionId(desk, input.articleId) !== input.revisionId) {
    throw new RefusedError('invalid', 'The article has a newer revision: reload it, then mark it.');
  }
  const spans = inOrder(input.spans);
  refuseBadSpans(desk, input.revisionId, input.kind, spans);
  const attributes = wholeAttributes(input.attributes);
  const { articleId, revisionId, kind } = input;
  refuseOtherTags(desk, collectionId, { ...attributes, kind });
  const layer = isBlind(desk, collectionId) ? act.personId : SHARED_LAYER;
  createMark(ledger, input.id, {
    articleId,
    collectionId,
    revisionId,
    kind,
    layer,
    attributes,
    spans,
  });
}

/** What is said of a mark, with nothing where nothing is said. */
export function wholeAttributes(said: Input<'createAnnotation'>['attributes']): Attributes {
  return { ...NO_ATTRIBUTES, ...said } as Attributes;
}

interface NewMark {
  readonly articleId: string;
  readonly collectionId: string;
  readonly revisionId: string;
  readonly kind: Kind;
  readonly layer: string;
  readonly attributes: Attributes;
  readonly spans: readonly PartSpan[];
}

/** A person's mark; one of the shared or the adjudicated layer has a check. */
export function createMark(ledger: Ledger, id: string, { attributes, ...mark }: NewMark): void {
  const { personId, at } = ledger.act;
  const { articleId, collectionId } = mark;
  ledger.create('annotation', id, {
    targetId: newId(),
    ...mark,
    ...attributes,
    ...{ origin: 'person', createdBy: personId, createdAt: at, removed: false },
  });
  if (mark.layer !== SHARED_LAYER && mark.layer !== ADJUDICATED_LAYER) return;
  const check = { annotationId: id, articleId, collectionId, status: 'unchecked' };
  ledger.create('check', newId(), check);
}

/** What was adjudicated is decided again, with its case; no mark of it is changed beside that. */
function refuseAdjudicated(state: State): void {
  if (state['layer'] !== ADJUDICATED_LAYER) return;
  throw new RefusedError('invalid', 'This mark was adjudicated: decide its case again to change it.'); // prettier-ignore
}

export function respanAnnotation(ledger: Ledger, input: Input<'respanAnnotation'>): void {
  const { state } = ledger.read('annotation', input.id);
  refuseAdjudicated(state);
  const spans = inOrder(input.spans);
  refuseBadSpans(ledger.desk, String(state['revisionId']), state['kind'] as Kind, spans);
  const before = state['spans'] as readonly PartSpan[];
  const changed = ledger.change('annotation', input.id, input.version, { spans });
  if (changed && !sameContent(before, spans)) reopenForNewWords(ledger, input.id);
}

/** The order in which spans are read back: the same spans in another order are no change. */
export function inOrder(spans: readonly PartSpan[]): readonly PartSpan[] {
  return [...spans].sort(
    (a, b) =>
      (a.part < b.part ? -1 : Number(a.part > b.part)) ||
      a.ordinal - b.ordinal ||
      a.piece - b.piece,
  );
}

export function retagAnnotation(ledger: Ledger, input: Input<'retagAnnotation'>): void {
  const { state } = ledger.read('annotation', input.id);
  refuseAdjudicated(state);
  const kind = input.kind ?? (state['kind'] as Kind);
  const spans = state['spans'] as readonly PartSpan[];
  const kept = kind === 'attribution' ? spans : spans.filter((span) => span.part === 'content');
  ledger.refuseStale('annotation', input.id, input.version);
  refuseOtherTags(ledger.desk, String(state['collectionId']), { ...state, ...input.attributes, kind } as unknown as Tagged); // prettier-ignore
  ledger.change('annotation', input.id, input.version, {
    kind,
    spans: kept,
    ...input.attributes,
  });
}

export function removeAnnotation(ledger: Ledger, input: Input<'removeAnnotation'>): void {
  refuseAdjudicated(ledger.read('annotation', input.id).state);
  ledger.change('annotation', input.id, input.version, { removed: true });
}

export function sameContent(a: readonly PartSpan[], b: readonly PartSpan[]): boolean {
  const key = (spans: readonly PartSpan[]) =>
    contentOf(spans)
      .map((span) => `${span.start}-${span.end}`)
      .join();
  return key(a) === key(b);
}

export function refuseBadSpans(
  desk: Desk,
  revisionId: string,
  kind: Kind,
  spans: readonly PartSpan[],
): void {
  const problem = findShapeProblem(kind, spans);
  if (problem !== null) throw new RefusedError('invalid', problem);
  const text = desk.sqlite
    .prepare<[string], string>('SELECT text FROM revision WHERE id = ?')
    .pluck()
    .get(revisionId);
  if (text === undefined) throw new RefusedError('missing', 'This revision does not exist.');
  const inBlock = desk.sqlite.prepare<[string, number, number]>(
    'SELECT 1 FROM block WHERE revision_id = ? AND start <= ? AND "end" >= ?',
  );
  for (const span of spans) {
    try {
      anchorSpan(text, span);
    } catch (error) {
      if (error instanceof SpanError) throw new RefusedError('invalid', error.message);
      throw error;
    }
    if (inBlock.get(revisionId, span.start, span.end) === undefined) {
      throw new RefusedError('invalid', 'A piece must stay inside one paragraph.');
    }
  }
}
