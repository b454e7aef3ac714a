import { PARTS, type Kind, type Part } from '../annotation/model';
import type { Span } from '../spans/span';
import type { AgreementCase } from './cases';
import type { AttributeValue, LayeredAnnotation, LayeredArticle } from './layers';

/** What one or more layers made of a case: all of them the same kind, spans and attributes. */
export interface Variant {
  readonly kind: Kind;
  /** One of its annotations: that of the first of its layers. */
  readonly annotation: string;
  readonly layers: readonly string[];
  readonly parts: readonly VariantPart[];
  /** The attributes of which the members say different things, as these layers say them. */
  readonly values: readonly (readonly [name: string, value: AttributeValue | null])[];
}

export interface VariantPart {
  readonly part: Part;
  /** In text order; UTF-16 offsets. */
  readonly pieces: readonly VariantPiece[];
}

/** A piece cut where not all members have it. */
export interface VariantPiece extends Span {
  readonly runs: readonly (Span & { readonly shared: boolean })[];
}

/** The variants of a case, those of the most layers first; a layer that did not mark it has none. */
export function variantsOf(
  { layers }: Pick<LayeredArticle, 'layers'>,
  { members, attributes }: Pick<AgreementCase, 'members' | 'attributes'>,
): readonly Variant[] {
  const marked = members.flatMap(({ layer, annotation }) => {
    const found = layers.get(layer)?.find(({ id }) => id === annotation);
    return found === undefined ? [] : [{ layer, found }];
  });
  const annotations = marked.map(({ found }) => found);
  const groups = new Map<string, { layers: string[]; from: LayeredAnnotation }>();
  for (const { layer, found } of marked) {
    const key = JSON.stringify([
      found.kind,
      placesOf(found),
      attributes.map((name) => found.values[name]),
    ]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { layers: [layer], from: found });
    else group.layers.push(layer);
  }
  return [...groups.values()]
    .sort((a, b) => b.layers.length - a.layers.length)
    .map(({ layers, from }) => ({
      ...{ kind: from.kind, annotation: from.id, layers },
      parts: PARTS.flatMap((part) => partOf(part, from, annotations)),
      values: attributes.map((name) => [name, from.values[name] ?? null] as const),
    }));
}

function placesOf({ spans }: LayeredAnnotation): readonly string[] {
  return spans.map(({ part, start, end }) => `${part} ${start}-${end}`).sort();
}

function partOf(
  part: Part,
  from: LayeredAnnotation,
  all: readonly LayeredAnnotation[],
): readonly VariantPart[] {
  const pieces = piecesOf(from, part);
  if (pieces.length === 0) return [];
  const others = all.map((annotation) => piecesOf(annotation, part));
  return [{ part, pieces: pieces.map((piece) => ({ ...piece, runs: runsOf(piece, others) })) }];
}

function piecesOf({ spans }: LayeredAnnotation, part: Part): readonly Span[] {
  return spans
    .filter((span) => span.part === part)
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.start - b.start);
}

/** A piece as runs that all members have and runs that some have not. */
function runsOf(piece: Span, members: readonly (readonly Span[])[]): VariantPiece['runs'] {
  const edges = members.flat().flatMap(({ start, end }) => [start, end]);
  const inside = edges.filter((edge) => edge > piece.start && edge < piece.end);
  const cuts = [...new Set([piece.start, ...inside, piece.end])].sort((a, b) => a - b);
  const runs: (Span & { shared: boolean })[] = [];
  for (const [index, start] of cuts.slice(0, -1).entries()) {
    const end = cuts[index + 1]!;
    const shared = members.every((pieces) => pieces.some((one) => one.start <= start && one.end >= end)); // prettier-ignore
    const last = runs.at(-1);
    if (last?.shared === shared) Object.assign(last, { end });
    else runs.push({ start, end, shared });
  }
  return runs;
}
