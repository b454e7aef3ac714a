import type { Attributes, Kind, PartSpan } from '../annotation/model';
import type { Scale } from './alpha';

/** One annotation as agreement sees it; spans are UTF-16 offsets of the article's text. */
export interface LayeredAnnotation {
  readonly id: string;
  readonly kind: Kind;
  readonly spans: readonly PartSpan[];
  /** What was said of it, by the attribute's name; an attribute of which nothing was said is absent. */
  readonly values: Readonly<Record<string, AttributeValue>>;
}

export type AttributeValue = string | number;

/**
 * One article with what each layer holds of it. A layer that did not work on the article is absent;
 * one that marked nothing in it is there and empty.
 */
export interface LayeredArticle {
  readonly id: string;
  readonly text: string;
  readonly layers: ReadonlyMap<string, readonly LayeredAnnotation[]>;
}

/** An attribute that is compared where two layers marked the same thing. */
export interface ComparedAttribute {
  readonly name: string;
  readonly scale: Scale;
  /** The values in their order; an ordinal scale of words needs it. */
  readonly order?: readonly AttributeValue[];
}

/** The attributes of Stet's own tag set; all of them are names without an order. */
export const OWN_ATTRIBUTES: readonly ComparedAttribute[] = [
  'type',
  'flags',
  'speech',
  'sourceType',
  'terms',
].map((name) => ({ name, scale: 'nominal' }));

/** No flag is a judgement too. */
const NO_FLAGS = 'none';

/** An annotation's own attributes as values: of its types the main one, of its flags the set. */
export function valuesOf(
  kind: Kind,
  { types, flags, speech, sourceType, terms }: Omit<Attributes, 'anonymityReason'>,
): Readonly<Record<string, AttributeValue>> {
  const said = {
    type: types[0],
    flags: kind === 'claim' ? [...flags].sort().join(' + ') || NO_FLAGS : undefined,
    ...{ speech, sourceType, terms },
  };
  const given = Object.entries(said).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(given) as Record<string, AttributeValue>;
}
