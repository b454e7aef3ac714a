import type { Adjudication, Card, LayerMark } from './model';

/** Cards on which layers go by what they are called; `nameOf` gives no two layers the same name. */
export function namedCards(
  cards: readonly Card[],
  nameOf: (layer: string) => string,
): readonly Card[] {
  const mark = (one: LayerMark): LayerMark => ({ ...one, layer: nameOf(one.layer) });
  return cards.map(({ members, missing, decision, result, added, ...card }) => ({
    ...card,
    members: members.map(mark).sort(byLayer),
    missing: missing.map(nameOf).sort(),
    decision: decision && namedDecision(decision, nameOf),
    result: result && mark(result),
    added: added.map(nameOf).sort(),
  }));
}

function namedDecision(decision: Adjudication, nameOf: (layer: string) => string): Adjudication {
  const members = decision.members.map((one) => ({ ...one, layer: nameOf(one.layer) }));
  return { ...decision, members };
}

function byLayer(a: LayerMark, b: LayerMark): number {
  if (a.layer === b.layer) return a.id < b.id ? -1 : 1;
  return a.layer < b.layer ? -1 : 1;
}
