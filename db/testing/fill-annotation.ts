import {
  CLAIM_TYPES,
  FLAGS,
  type ClaimType,
  type Flag,
  type Kind,
  type Part,
} from '@/corpus/annotation/model';
import type { Block } from '@/corpus/document/block';
import { anchorSpan, snapToGraphemes } from '@/corpus/spans/span';
import { FIDELITIES, FINDINGS, type Status } from '@/corpus/verification/model';
import { riskOf } from '@/corpus/verification/risk';
import { labelsOf } from '../commands/project-check';
import type { Filling } from './filling';

/** The article that is being filled. */
export interface FillPlace {
  readonly articleId: string;
  readonly revisionId: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly at: string;
}

interface Marked {
  readonly annotationId: string;
  readonly kind: Kind;
  readonly types: readonly ClaimType[];
  readonly flags: readonly Flag[];
  readonly words: string;
}

/** In the proportions of a desk at work: most is untouched or done. */
const STATUS_MIX: readonly Status[] = [
  ...Array.from({ length: 8 }, () => 'unchecked' as const),
  ...Array.from({ length: 6 }, () => 'signed_off' as const),
  ...Array.from({ length: 2 }, () => 'checked' as const),
  'checking',
  'waiting',
  'disputed',
  'returned',
  'reopened',
  'not_for_check',
];
const JUDGED: readonly Status[] = ['checked', 'disputed', 'returned', 'signed_off', 'reopened'];
const KIND_MIX: readonly Kind[] = ['claim', 'claim', 'claim', 'quote', 'attribution'];

/** Writes the `number`-th of `of` annotations, in the order of the text, with its check. */
export function writeAnnotation(
  filling: Filling,
  place: FillPlace,
  number: number,
  of: number,
): void {
  const { statements, random, collectionId, people, id } = filling;
  const { articleId, at } = place;
  const kind = random.pick(KIND_MIX);
  const types = kind === 'claim' ? typesOf(filling) : [];
  const flags = random.chance(0.15) ? [random.pick(FLAGS)] : [];
  const speech = kind === 'attribution' ? random.pick(['direct', 'indirect'] as const) : null;
  const sourceType = kind === 'attribution' ? 'named_person' : null;
  const terms = kind === 'attribution' ? 'on_record' : null;
  const targetId = id();
  const annotationId = id();
  statements.target.run(targetId, articleId, at);
  statements.annotation.run(
    ...[annotationId, targetId, articleId, collectionId, kind],
    ...[JSON.stringify(types), JSON.stringify(flags), speech, sourceType, terms],
    ...[random.pick(people), at, at],
  );
  statements.anchoring.run(targetId, place.revisionId);
  const block = place.blocks[1 + Math.floor((number / of) * (place.blocks.length - 1))]!;
  const words = writeSpans(filling, place, targetId, kind, block);
  writeCheck(filling, place, { annotationId, kind, types, flags, words });
}

function typesOf({ random }: Filling): ClaimType[] {
  const main = random.pick(CLAIM_TYPES);
  const second = random.pick(CLAIM_TYPES);
  return random.chance(0.25) && second !== main ? [main, second] : [main];
}

/** Spans at random places of the block; returns the content's words. */
function writeSpans(
  filling: Filling,
  place: FillPlace,
  targetId: string,
  kind: Kind,
  block: Block,
): string {
  const { random } = filling;
  const parts: Part[] = kind === 'attribution' ? ['content', 'source', 'cue'] : ['content'];
  let words = '';
  for (const part of parts) {
    const length = part === 'content' ? 20 + random.below(50) : 4 + random.below(12);
    const start = block.start + random.below(Math.max(1, block.end - block.start - length));
    const wanted = { start, end: Math.min(block.end, start + length) };
    const span = anchorSpan(place.text, snapToGraphemes(place.text, wanted)!);
    filling.statements.span.run(
      ...[place.revisionId, targetId, part, 0, span.start, span.end],
      ...[span.exact, span.prefix, span.suffix],
    );
    if (part === 'content') words = span.exact;
  }
  return words;
}

function writeCheck(filling: Filling, place: FillPlace, marked: Marked): void {
  const { statements, random, people, id, collectionId } = filling;
  const { annotationId, kind, types, flags } = marked;
  const status = random.pick(STATUS_MIX);
  const judged = JUDGED.includes(status);
  const finding = judged && kind !== 'quote' ? random.pick(FINDINGS) : null;
  const fidelity = judged && kind === 'quote' ? random.pick(FIDELITIES) : null;
  const disposition = judged ? (random.chance(0.05) ? 'legal' : 'stet') : null;
  const rationale = judged ? 'Compared with the minutes, page 4.' : null;
  const risk = riskOf(kind, types, flags, disposition === 'legal');
  const assignee = random.chance(0.4) ? random.pick(people) : null;
  const due = random.chance(0.3) ? dayAfter(place.at, random.below(60)) : null;
  const checkedBy = judged ? random.pick(people) : null;
  const checkId = id();
  const { lastInsertRowid: seq } = statements.check.run(
    ...[checkId, annotationId, place.articleId, collectionId, kind, types[0] ?? null, risk],
    ...[status, finding, fidelity, disposition, rationale, assignee, due, checkedBy, place.at],
  );
  for (const label of labelsOf(types, flags)) {
    statements.label.run(label, seq, -risk, due ?? '9999', kind, status);
  }
  if (filling.words) statements.words.run(seq, marked.words);
  if (checkedBy === null) return;
  statements.assessment.run(id(), checkId, checkedBy, finding, fidelity, rationale, place.at);
  if (random.chance(0.5)) writeCitation(filling, checkId, checkedBy);
}

function writeCitation(filling: Filling, checkId: string, person: string): void {
  const { statements, random, evidence, id } = filling;
  const primary = random.chance(0.7) ? 1 : 0;
  const excerpt = random.chance(0.5) ? 'as the minutes say' : null;
  statements.citation.run(
    ...[id(), checkId, random.pick(evidence), 'page 4', excerpt, 'supports', primary, person],
  );
}

function dayAfter(at: string, days: number): string {
  return new Date(Date.parse(at) + days * 86_400_000).toISOString().slice(0, 10);
}
