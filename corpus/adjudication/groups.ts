import { KINDS } from '../annotation/model';
import { casesOf, mixedUp, type OpenCase } from '../agreement/cases';
import { markingsOf } from '../agreement/marking';
import { groupUp } from '../agreement/matching';
import type { Adjudicable, LayerMark } from './model';
import { layeredMark } from './sameness';

/**
 * The marks of an article in groups about the same: the cases of agreement, those together in which
 * layers gave the same words different kinds. A group has at most one mark of each layer.
 */
export function groupsOf({
  id,
  text,
  layers,
}: Pick<Adjudicable, 'id' | 'text' | 'layers'>): readonly (readonly LayerMark[])[] {
  const marks = new Map<string, LayerMark>();
  for (const list of layers.values()) for (const mark of list) marks.set(mark.id, mark);
  const layered = new Map(
    [...layers].map(([layer, list]) => [layer, byId(list).map(layeredMark)] as const),
  );
  const cases = casesOf(markingsOf({ id, text, layers: layered }), []);
  const withWords = joinKinds(cases).map((group) =>
    group.flatMap(({ members }) => members.map(({ marking }) => marks.get(marking.id)!)),
  );
  const grouped = new Set(withWords.flat().map((mark) => mark.id));
  const wordless = byId([...marks.values()].filter((mark) => !grouped.has(mark.id)));
  return [...withWords, ...groupWordless(wordless)];
}

function byId(marks: readonly LayerMark[]): LayerMark[] {
  return [...marks].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Joins cases of different kinds about the same words, those that most pairs of layers mix up first. */
function joinKinds(cases: readonly OpenCase[]): readonly (readonly OpenCase[])[] {
  const pairs = cases.flatMap((one, first) =>
    cases.slice(first + 1).flatMap((other, place) => {
      const count = mixedUp(one, other);
      return count === 0 ? [] : [{ count, first, second: first + 1 + place }];
    }),
  );
  pairs.sort((a, b) => b.count - a.count || a.first - b.first || a.second - b.second);
  const groupOf = cases.map((one) => [one]);
  for (const { first, second } of pairs) {
    const [into, from] = [groupOf[first]!, groupOf[second]!];
    const layers = new Set(layersOf(into));
    if (into === from || layersOf(from).some((layer) => layers.has(layer))) continue;
    into.push(...from);
    for (const [place, group] of groupOf.entries()) if (group === from) groupOf[place] = into;
  }
  return [...new Set(groupOf)];
}

function layersOf(cases: readonly OpenCase[]): readonly string[] {
  return cases.flatMap(({ members }) => members.map(({ layer }) => layer));
}

/** Marks of a dash or an emoji have no words: they are matched by their characters. */
function groupWordless(marks: readonly LayerMark[]): readonly (readonly LayerMark[])[] {
  const names = [...new Set(marks.map(({ layer }) => layer))].sort();
  return KINDS.flatMap((kind) => {
    const lists = names.map((name) => marks.filter((one) => one.layer === name && one.kind === kind)); // prettier-ignore
    const groups = groupUp(lists.map((list) => list.map(charactersOf)));
    return groups.map((group) => group.map(([layer, place]) => lists[layer]![place]!));
  });
}

function charactersOf({ spans }: LayerMark): readonly number[] {
  const offsets = new Set<number>();
  for (const { part, start, end } of spans) {
    if (part === 'content') for (let at = start; at < end; at++) offsets.add(at);
  }
  return [...offsets].sort((a, b) => a - b);
}
