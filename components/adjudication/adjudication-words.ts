import type { Card, Outcome, Sort } from '@/corpus/adjudication/model';
import { layerLabel } from '../annotation/layer-label';
import { namesOf } from '../agreement/agreement-words';

export const SORT_LABELS: Readonly<Record<Sort, string>> = {
  label: 'Label',
  boundary: 'Boundary',
  link: 'Link',
  attribute: 'Attribute',
  missing: 'Missing',
};

/** In one line what was decided of a card, and by whom. */
export function decisionWords({ decision }: Card): string {
  if (decision === null) return 'Came with a file; nobody has decided it here.';
  const { outcome, members, person } = decision;
  const layers = members.filter(({ isTaken }) => isTaken).map(({ layer }) => layer);
  const done: Readonly<Record<Outcome, string>> = {
    agreed: 'accepted what all layers marked',
    taken: `took the version of ${namesOf([...new Set(layers)])}`,
    merged: `merged the edges of ${namesOf([...new Set(layers)])}`,
    written: 'wrote a new one',
    rejected: 'rejected all',
    guide_unclear: 'noted that the guide is unclear',
  };
  return `Decided by ${person}, who ${done[outcome]}`;
}

/** What people did to a card's marks since it was decided; empty where nothing. */
export function sinceWords({ added, decision, members }: Card): string {
  const changes = decision?.changed ?? [];
  const layerOf = (annotation: string) =>
    members.find(({ id }) => id === annotation)?.layer ??
    decision?.members.find((member) => member.annotation === annotation)?.layer ??
    '';
  const of = (isRemoved: boolean) =>
    namesOf([...new Set(changes.filter((one) => one.isRemoved === isRemoved).map((one) => layerOf(one.annotation)))]); // prettier-ignore
  return [
    ...(added.length > 0 ? [`${added.map(layerLabel).join(', ')} marked it`] : []),
    ...(changes.some(({ isRemoved }) => !isRemoved) ? [`${of(false)} changed a mark`] : []),
    ...(changes.some(({ isRemoved }) => isRemoved) ? [`${of(true)} took a mark away`] : []),
  ].join('; ');
}
