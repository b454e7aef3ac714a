import {
  NO_ATTRIBUTES,
  SHARED_LAYER,
  contentOf,
  findShapeProblem,
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
import { refuseOtherTags } from './tag-sets';

export function createAnnotation(ledger: Ledger, input: Input<'createAnnotation'>): void {
  const { desk, act } = ledger;
  const collectionId = String(readLiveArticle(ledger, input.articleId)['collectionId']);
  if (latestRevisionId(desk, input.articleId) !== input.revisionId) {
    throw new RefusedError('invalid', 'The article has a newer revision: reload it, then mark it.');
  }
  const spans = inOrder(input.spans);
  refuseBadSpans(desk, input.revisionId, input.kind, spans);
  const attributes = { ...NO_ATTRIBUTES, ...input.attributes };
  refuseOtherTags(desk, collectionId, { ...attributes, kind: input.kind } as Tagged);
  const isOwn = isBlind(desk, collectionId);
  ledger.create('annotation', input.id, {
    targetId: newId(),
    articleId: input.articleId,
    collectionId,
    revisionId: input.revisionId,
    kind: input.kind,
    layer: isOwn ? act.personId : SHARED_LAYER,
    origin: 'person',
    ...attributes,
    spans,
    createdBy: act.personId,
    createdAt: act.at,
    removed: false,
  });
  if (isOwn) return;
  ledger.create('check', newId(), {
    annotationId: input.id,
    articleId: input.articleId,
    collectionId,
    status: 'unchecked',
  });
}

export function respanAnnotation(ledger: Ledger, input: Input<'respanAnnotation'>): void {
  const { state } = ledger.read('annotation', input.id);
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
