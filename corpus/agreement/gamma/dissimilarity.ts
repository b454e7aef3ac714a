import type { Span } from '../../spans/span';

/** One unit on a continuum; places are steps of the continuum (here: words). */
export interface Unit extends Span {
  readonly category: string;
}

/** How much place and category weigh; 1 and 1 where nothing is said. */
export interface GammaWeights {
  readonly place: number;
  readonly category: number;
}

/** The dissimilarity of a unit and no unit (Δ∅); all others are measured by it. */
export const EMPTY = 1;

/**
 * The combined dissimilarity of two units (Mathet, Widlöcher and Métivier 2015, sections 4.2 and 4.3):
 * the squared share by which their edges are apart, and whether their categories differ.
 */
export function dissimilarity(a: Unit, b: Unit, weights: GammaWeights): number {
  const apart = Math.abs(a.start - b.start) + Math.abs(a.end - b.end);
  const lengths = a.end - a.start + (b.end - b.start);
  const place = (apart / lengths) ** 2 * EMPTY;
  const category = a.category === b.category ? 0 : EMPTY;
  return weights.place * place + weights.category * category;
}
