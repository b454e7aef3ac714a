import { ADJUDICATED_LAYER, contentOf, extentOf } from '../annotation/model';
import { layersToDecide, type Adjudicable, type Adjudication, type Card, type CardState, type LayerMark } from './model'; // prettier-ignore
import { groupsOf } from './groups';
import { sortsOf } from './sameness';

/**
 * The cards of an article, in text order: every mark of every layer that is brought together stands
 * on exactly one, whatever the order of layers and marks. A decision keeps its marks together; marks
 * that came later join the decision that has most of what they are about.
 */
export function cardsOf(article: Adjudicable): readonly Card[] {
  const layers = layersToDecide(article.layers.keys());
  const placed = new Map(
    [...layers, ADJUDICATED_LAYER].map((layer) => [
      layer,
      (article.layers.get(layer) ?? []).filter(({ spans }) => contentOf(spans).length > 0),
    ]),
  );
  const sheets = dealOut(groupsOf({ ...article, layers: placed }), article.decisions);
  return sheets
    .flatMap((sheet) => cardOf(sheet, layers) ?? [])
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1));
}

/** The marks of one card and what was decided of them. */
interface Sheet {
  readonly decision: Adjudication | null;
  readonly marks: LayerMark[];
}

/** Gives each mark to its decision, or to the one that most of its group belongs to, or to its group. */
function dealOut(
  groups: readonly (readonly LayerMark[])[],
  decisions: readonly Adjudication[],
): readonly Sheet[] {
  const inOrder = [...decisions].sort((a, b) => (a.id < b.id ? -1 : 1));
  const decided = new Map(inOrder.map((decision): [string, Sheet] => [decision.id, { decision, marks: [] }])); // prettier-ignore
  const owner = new Map<string, string>();
  for (const { id, members, annotationId } of inOrder) {
    for (const { annotation } of members) owner.set(annotation, id);
    if (annotationId !== null) owner.set(annotationId, id);
  }
  const undecided: Sheet[] = [];
  for (const group of groups) {
    const main = mostFrequent(group.flatMap(({ id }) => owner.get(id) ?? []));
    const rest: LayerMark[] = [];
    for (const mark of group) {
      const own = owner.get(mark.id) ?? main;
      if (own === null) rest.push(mark);
      else decided.get(own)!.marks.push(mark);
    }
    if (rest.length > 0) undecided.push({ decision: null, marks: rest });
  }
  return [...decided.values(), ...undecided];
}

/** Of those that are equally frequent the first in the order of ids; null of none. */
function mostFrequent(ids: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return first?.[0] ?? null;
}

/** Null for a decision of which nothing stands in the text any more. */
function cardOf({ decision, marks }: Sheet, layers: readonly string[]): Card | null {
  if (marks.length === 0) return null;
  const members = marks
    .filter(({ layer }) => layer !== ADJUDICATED_LAYER)
    .sort((a, b) => (a.layer === b.layer ? (a.id < b.id ? -1 : 1) : a.layer < b.layer ? -1 : 1));
  const standing = marks.filter(({ layer }) => layer === ADJUDICATED_LAYER);
  const result = standing.find(({ id }) => id === decision?.annotationId) ?? standing[0] ?? null;
  const missing = layers.filter((name) => !members.some(({ layer }) => layer === name));
  const sorts = sortsOf(members, missing);
  const known = new Set(decision?.members.map(({ annotation }) => annotation));
  const added = decision === null ? [] : members.filter(({ id }) => !known.has(id));
  const { start, end } = extentOf(marks.flatMap(({ spans }) => contentOf(spans)));
  return {
    ...{ start, end, sorts, members, missing, decision, result },
    id: decision?.id ?? [...marks].map(({ id }) => id).sort()[0]!,
    state: stateOf(decision, result, added.length > 0, sorts.length === 0),
    added: [...new Set(added.map(({ layer }) => layer))],
  };
}

function stateOf(
  decision: Adjudication | null,
  result: LayerMark | null,
  hasMore: boolean,
  isSame: boolean,
): CardState {
  if (decision !== null) return hasMore || decision.changed.length > 0 ? 'raised' : 'decided';
  if (result !== null) return 'decided';
  return isSame ? 'agreed' : 'open';
}
