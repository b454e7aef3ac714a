import type { AgreementReport } from '@/corpus/agreement/report';
import {
  FLAG_LABELS,
  KIND_LABELS,
  PART_LABELS,
  SOURCE_TYPE_LABELS,
  SPEECH_LABELS,
  TERMS_LABELS,
  TYPE_LABELS,
} from '@/corpus/vocabulary';
import { layerLabel } from '../annotation/layer-label';
import type { Measure } from './choice';

export const MEASURE_LABELS: Readonly<Record<Measure, string>> = {
  overlap: 'Overlap F1',
  exact: 'Exact F1',
  words: 'Words F1',
  kappa: 'Cohen’s κ',
};

const ATTRIBUTE_LABELS: Readonly<Record<string, string>> = {
  kind: 'Kind',
  type: 'Main type',
  types: 'Types',
  anonymityReason: 'Reason for anonymity',
  flags: 'Flags',
  speech: 'Speech',
  sourceType: 'Type of source',
  terms: 'Terms',
};

export function attributeLabel(name: string): string {
  return ATTRIBUTE_LABELS[name] ?? name;
}

const VALUE_LABELS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: KIND_LABELS,
  type: TYPE_LABELS,
  types: TYPE_LABELS,
  flags: FLAG_LABELS,
  speech: SPEECH_LABELS,
  sourceType: SOURCE_TYPE_LABELS,
  terms: TERMS_LABELS,
};

/** A value in the desk's words; flags come several in one, joined by ` + `. */
export function valueLabel(attribute: string, value: string): string {
  return value
    .split(' + ')
    .map((word) => VALUE_LABELS[attribute]?.[word] ?? word)
    .join(' + ');
}

export function rowLabel({ kind, part }: AgreementReport['rows'][number]): string {
  if (kind === null) return 'Everything';
  return part === null ? `${KIND_LABELS[kind]}s` : `${PART_LABELS[part]}s of attributions`;
}

/** “Ana”, “Ana and Ben”, “Ana, Ben and Cem”. */
export function namesOf(layers: readonly string[]): string {
  const names = layers.map(layerLabel);
  const last = names.pop() ?? 'nobody';
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}
