import { foldWords } from '@/corpus/anchoring/tokens';
import { eq } from 'drizzle-orm';
import {
  NO_ATTRIBUTES,
  SHARED_LAYER,
  contentOf,
  findShapeProblem,
  type Kind,
  type PartSpan,
} from '@/corpus/annotation/model';
import { SpanError, anchorSpan } from '@/corpus/spans/span';
import type { Desk } from '../client';
import { hashOf, newId } from '../ids';
import * as schema from '../schema';
import { RefusedError } from './errors';
import type { Input } from './inputs';
import type { Ledger } from './ledger';
import { readLiveArticle } from './live-article';
import { latestRevisionId } from './stores';

export function createAnnotation(ledger: Ledger, input: Input<'createAnnotation'>): void {
  const { desk, act } = ledger;
  const { collectionId } = readLiveArticle(ledger, input.articleId);
  if (latestRevisionId(desk, input.articleId) !== input.revisionId) {
    throw new RefusedError('invalid', 'The article has a newer revision: reload it, then mark it.');
  }
  const spans = inOrder(input.spans);
  refuseBadSpans(desk, input.revisionId, input.kind, spans);
  const attributes = { ...NO_ATTRIBUTES, ...input.attributes };
  ledger.create('annotation', input.id, {
    targetId: newId(),
    articleId: input.articleId,
    collectionId,
    revisionId: input.revisionId,
    kind: input.kind,
    layer: SHARED_LAYER,
    origin: 'person',
    ...attributes,
    spans,
    createdBy: act.personId,
    createdAt: act.at,
    removed: false,
  });
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
  ledger.change('annotation', input.id, input.version, {
    kind,
    spans: kept,
    ...input.attributes,
  });
}

export function removeAnnotation(ledger: Ledger, input: Input<'removeAnnotation'>): void {
  ledger.change('annotation', input.id, input.version, { removed: true });
}

/** SHA-256 of the words that an annotation's content covers now, typography and space folded. */
export function wordsHash(desk: Desk, annotationId: string): string {
  const words = desk.sqlite
    .prepare<[string], string>(
      `SELECT s.exact FROM annotation a JOIN span s ON s.target_id = a.target_id
       WHERE a.id = ? AND s.part = 'content' AND s.revision_id =
         (SELECT id FROM revision WHERE article_id = a.article_id ORDER BY number DESC LIMIT 1)
       ORDER BY s.ordinal, s.piece`,
    )
    .pluck()
    .all(annotationId);
  return hashOf(words.map(foldWords).join('\n'));
}

/** A finding about other words is not a finding about these: signed checks reopen, checked go back. */
export function reopenForNewWords(ledger: Ledger, annotationId: string): void {
  const check = ledger.desk.orm
    .select({ id: schema.check.id, status: schema.check.status })
    .from(schema.check)
    .where(eq(schema.check.annotationId, annotationId))
    .get();
  if (check?.status === 'signed_off') {
    ledger.change('check', check.id, null, {
      status: 'reopened',
      reason: 'The words changed after they were signed.',
      signedBy: null,
      signedAt: null,
      signedHash: null,
    });
  } else if (check?.status === 'checked' || check?.status === 'disputed') {
    ledger.change('check', check.id, null, {
      status: 'checking',
      reason: 'The words changed after they were checked.',
    });
  }
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
