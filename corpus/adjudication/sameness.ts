import { PARTS, type Attributes, type Part, type PartSpan } from '../annotation/model';
import type { AttributeValue, ComparedAttribute, LayeredAnnotation } from '../agreement/layers';
import { valuesOf } from '../agreement/layers';
import type { LayerMark, Marked, Sort } from './model';

/** The attributes that a decision is about: all that can be said of a mark. */
export const DECIDED_ATTRIBUTES: readonly ComparedAttribute[] = [
  'types',
  'flags',
  'speech',
  'sourceType',
  'terms',
  'anonymityReason',
].map((name) => ({ name, scale: 'nominal' }));

/** A mark for agreement's matching, with every type and the reason for anonymity among its values. */
export function layeredMark({ id, kind, spans, attributes }: LayerMark): LayeredAnnotation {
  return { id, kind, spans, values: allValues({ kind, attributes }) };
}

function allValues({ kind, attributes }: Pick<Marked, 'kind' | 'attributes'>) {
  const { type: _main, flags: _all, ...values } = valuesOf(kind, attributes);
  const { types, flags, anonymityReason } = attributes;
  const more: Record<string, AttributeValue> = {};
  if (types.length > 0) more['types'] = types.join(' + ');
  if (flags.length > 0) more['flags'] = [...flags].sort().join(' + ');
  if (anonymityReason !== null) more['anonymityReason'] = anonymityReason;
  return { ...values, ...more };
}

/** One text for marks of which the same parts have the same pieces. */
export function placesKey(spans: readonly PartSpan[], parts: readonly Part[] = PARTS): string {
  const places = spans
    .filter(({ part }) => parts.includes(part))
    .map(({ part, start, end }) => `${part} ${start}-${end}`);
  return places.sort().join();
}

/** One text for marks that say the same of the same words. */
export function saidKey({ kind, spans, attributes }: Marked): string {
  return JSON.stringify([kind, placesKey(spans), attributesKey(attributes)]);
}

export function attributesKey(attributes: Attributes): string {
  const { types, flags, speech, sourceType, terms, anonymityReason } = attributes;
  return JSON.stringify([types, [...flags].sort(), speech, sourceType, terms, anonymityReason]);
}

/** In what marks of one thing differ; empty where they are the same and no layer is missing. */
export function sortsOf(marks: readonly Marked[], missing: readonly string[]): readonly Sort[] {
  const differ = (key: (mark: Marked) => string) => new Set(marks.map(key)).size > 1;
  const sorts: (readonly [Sort, boolean])[] = [
    ['label', differ(({ kind }) => kind)],
    ['boundary', differ(({ spans }) => placesKey(spans, ['content']))],
    ['link', differ(({ spans }) => placesKey(spans, ['source', 'cue', 'addressee']))],
    ['attribute', differ(({ attributes }) => attributesKey(attributes))],
    ['missing', missing.length > 0],
  ];
  return sorts.filter(([, does]) => does).map(([sort]) => sort);
}
