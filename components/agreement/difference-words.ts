import type { AgreementCase } from '@/corpus/agreement/cases';
import { PART_LABELS } from '@/corpus/vocabulary';
import { attributeLabel, namesOf } from './agreement-words';

/** In one line who marked a case, who did not, and in what those who did differ. */
export function differenceWords({ members, missing, parts, attributes }: AgreementCase): string {
  const marked = namesOf(members.map(({ layer }) => layer));
  const differ = [
    ...parts.map((part) => (part === 'content' ? 'edges' : PART_LABELS[part].toLowerCase())),
    ...attributes.map((name) => attributeLabel(name).toLowerCase()),
  ];
  return [
    missing.length === 0
      ? `Marked by ${marked}`
      : `Marked by ${marked}, not by ${namesOf(missing)}`,
    ...(differ.length === 0 ? [] : [`other ${differ.join(', ')}`]),
  ].join('; ');
}
