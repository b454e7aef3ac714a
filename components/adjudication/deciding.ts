import type { Merged } from '@/corpus/adjudication/merge';
import { edgesOf, mergeBetween, mergedAttributes } from '@/corpus/adjudication/merge';
import type { Card, LayerMark } from '@/corpus/adjudication/model';
import { DECIDED_ATTRIBUTES, layeredMark } from '@/corpus/adjudication/sameness';
import { variantsOf, type Variant } from '@/corpus/agreement/variants';
import { NO_ATTRIBUTES, type Attributes, type Kind, type Part, type PartSpan } from '@/corpus/annotation/model'; // prettier-ignore
import type { CommandInputs, CommandStep } from '@/corpus/commands/requests';
import { spansOverlap, type Span } from '@/corpus/spans/span';

export type Decision = Omit<CommandInputs['adjudicate'], 'id' | 'articleId' | 'revisionId' | 'members' | 'standingId'>; // prettier-ignore

interface Place {
  readonly articleId: string;
  readonly revisionId: string;
}

/** The step that decides a card, or decides it again; `card` is null for a mark that no layer has. */
export function decidingStep(
  { articleId, revisionId }: Place,
  card: Card | null,
  decision: Decision,
  newId: () => string,
): CommandStep {
  const members = card?.members.map(({ id }) => id) ?? [];
  const known = card?.decision ?? null;
  if (known !== null) {
    const { id, version } = known;
    return { name: 'adjudicateAgain', input: { id, version, revisionId, members, ...decision } };
  }
  const result = card?.result ?? null;
  const standing = result === null ? {} : { standingId: result.id };
  const input = { id: newId(), articleId, revisionId, members, ...standing, ...decision };
  return { name: 'adjudicate', input };
}

/** What the layers of a card made of it, those of the most layers first. */
export function variantsOfCard({ members }: Card): readonly Variant[] {
  const layers = new Map<string, ReturnType<typeof layeredMark>[]>();
  for (const mark of members) {
    layers.set(mark.layer, [...(layers.get(mark.layer) ?? []), layeredMark(mark)]);
  }
  const all = [...layers.values()].flat();
  const attributes = DECIDED_ATTRIBUTES.map(({ name }) => name).filter(
    (name) => new Set(all.map(({ values }) => values[name])).size > 1,
  );
  return variantsOf({ layers }, { members: members.map(({ id, layer }) => ({ layer, annotation: id })), attributes }); // prettier-ignore
}

/** What a curator is putting together for a card before it is decided. */
export type Draft = Required<Pick<Decision, 'outcome' | 'mark'>>;

/** The draft with the next of the edges that its marks have, on one side. */
export function withNextEdge(card: Card, draft: Draft | null, side: keyof Span): Merged {
  const { starts, ends } = edgesOf(card.members);
  const now = edgesNow(draft) ?? { start: starts[0]!, end: ends.at(-1)! };
  const edges = side === 'start' ? starts : ends;
  const next = edges[(edges.indexOf(now[side]) + 1) % edges.length]!;
  return mergeBetween(card.members, { ...now, [side]: next });
}

function edgesNow(draft: Draft | null): Span | null {
  if (draft === null || draft.outcome !== 'merged') return null;
  const content = draft.mark.spans.filter(({ part }) => part === 'content');
  const start = Math.min(...content.map((span) => span.start));
  return { start, end: Math.max(...content.map((span) => span.end)) };
}

/** The draft with other words as one of its parts; begun with what stands or with the version of the most layers. */
export function withPart(
  card: Card,
  draft: Draft | null,
  part: Part,
  spans: readonly PartSpan[],
): Draft | null {
  const [first] = variantsOfCard(card);
  const begun: LayerMark | undefined = card.result ?? card.members.find(({ id }) => id === first?.annotation); // prettier-ignore
  const mark = draft?.mark ?? begun;
  if (mark === undefined || mark.kind !== 'attribution') return null;
  const others = mark.spans.filter((span) => span.part !== part);
  return { outcome: 'written', mark: { ...mark, spans: [...others, ...spans] } };
}

/** What most marks of this kind on a card say; nothing where there are none. */
export function attributesFor(card: Card | null, kind: Kind): Attributes {
  const alike = card?.members.filter((mark) => mark.kind === kind) ?? [];
  return alike.length === 0 ? NO_ATTRIBUTES : mergedAttributes(alike);
}

/** Whether words written anew decide this card: those that touch it do, others stand by themselves. */
export function touchesCard(card: Card, spans: readonly PartSpan[]): boolean {
  return spans.some((span) => span.part === 'content' && spansOverlap(span, card));
}

/** The words of a mark's content, for a line of text. */
export function wordsOfMark(
  text: string,
  { spans }: { readonly spans: readonly Pick<PartSpan, 'part' | 'start' | 'end'>[] },
): string {
  return spans
    .filter(({ part }) => part === 'content')
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => text.slice(start, end))
    .join(' … ');
}
