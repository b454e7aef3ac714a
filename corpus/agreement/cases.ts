import { KINDS, PARTS, type Kind, type Part } from '../annotation/model';
import type { Span } from '../spans/span';
import type { ComparedAttribute } from './layers';
import type { MarkedArticle, Marking } from './marking';
import { groupUp, SAME_THING } from './matching';
import { jaccard, sameWords } from './word-sets';

/** One thing that one or more layers marked, and in what they differ. */
export interface AgreementCase extends Span {
  /** The article's id and the case's number in it. */
  readonly id: string;
  readonly articleId: string;
  readonly kind: Kind;
  /** Which annotation of which layer; by layer. */
  readonly members: readonly { readonly layer: string; readonly annotation: string }[];
  /** Layers that worked on the article and did not mark it. */
  readonly missing: readonly string[];
  /** Parts whose words are not the same in all members; `content` is the edges. */
  readonly parts: readonly Part[];
  /** Attributes of which members say different things. */
  readonly attributes: readonly string[];
}

/** A case with its members' markings, as long as its article is at hand. */
export interface OpenCase {
  readonly told: AgreementCase;
  readonly members: readonly { readonly layer: string; readonly marking: Marking }[];
}

/** The cases of one article in the order of kinds and places. */
export function casesOf(
  article: MarkedArticle,
  attributes: readonly ComparedAttribute[],
): readonly OpenCase[] {
  const groups = KINDS.flatMap((kind) => groupsOf(article, kind));
  return groups.map((members, number) => {
    const markings = members.map(({ marking }) => marking);
    const present = new Set(members.map(({ layer }) => layer));
    const told: AgreementCase = {
      id: `${article.id}:${number + 1}`,
      articleId: article.id,
      kind: markings[0]!.kind,
      ...extentIn(article.words, markings),
      members: members.map(({ layer, marking }) => ({ layer, annotation: marking.id })),
      missing: article.layers.map(({ name }) => name).filter((name) => !present.has(name)),
      parts: PARTS.filter((part) =>
        markings.some((marking) => partDiffers(part, markings[0]!, marking)),
      ),
      attributes: attributes
        .map(({ name }) => name)
        .filter((name) => new Set(valuesGiven(name, markings)).size > 1),
    };
    return { told, members };
  });
}

/** True where all layers that worked on the article marked it and say the same. */
export function isAgreed({ missing, parts, attributes }: AgreementCase): boolean {
  return missing.length === 0 && parts.length === 0 && attributes.length === 0;
}

export function partDiffers(part: Part, a: Marking, b: Marking): boolean {
  return !sameWords(a.words[part], b.words[part]);
}

export function valuesGiven(name: string, markings: readonly Marking[]) {
  return markings.map(({ values }) => values[name]).filter((value) => value !== undefined);
}

/**
 * How many pairs of layers gave the same words the kinds of these two cases, each layer only the one
 * of them; 0 where the cases are of one kind or about other words.
 */
export function mixedUp(one: OpenCase, other: OpenCase): number {
  const touches = one.told.start < other.told.end && other.told.start < one.told.end;
  if (one.told.kind === other.told.kind || !touches) return 0;
  const only = (mine: OpenCase, theirs: OpenCase) =>
    mine.members.filter(({ layer }) => theirs.told.missing.includes(layer)).length;
  const pairs = only(one, other) * only(other, one);
  return pairs > 0 && sameWordsMarked(one, other) ? pairs : 0;
}

/** True where a marking of one case and a marking of the other are about the same words. */
function sameWordsMarked(one: OpenCase, other: OpenCase): boolean {
  return one.members.some(({ marking }) =>
    other.members.some(
      (member) => jaccard(marking.words.content, member.marking.words.content) >= SAME_THING,
    ),
  );
}

function groupsOf({ layers }: MarkedArticle, kind: Kind): readonly OpenCase['members'][] {
  const ofKind = layers.map(({ name, markings }) => ({
    name,
    markings: markings.filter((marking) => marking.kind === kind),
  }));
  const groups = groupUp(
    ofKind.map(({ markings }) => markings.map(({ words }) => words.content)),
  ).map((group) =>
    group.map(([layer, set]) => ({
      layer: ofKind[layer]!.name,
      marking: ofKind[layer]!.markings[set]!,
    })),
  );
  const startOf = (group: OpenCase['members']) =>
    Math.min(...group.map(({ marking }) => marking.words.content[0]!));
  return groups.sort((a, b) => startOf(a) - startOf(b));
}

/** From the first to the last word of any member's content. */
function extentIn(words: readonly Span[], markings: readonly Marking[]): Span {
  const firsts = markings.map((marking) => marking.words.content[0]!);
  const lasts = markings.map((marking) => marking.words.content.at(-1)!);
  return { start: words[Math.min(...firsts)]!.start, end: words[Math.max(...lasts)]!.end };
}
