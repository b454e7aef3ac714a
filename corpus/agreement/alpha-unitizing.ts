import { chanceCorrected, undefinedBecause, type Measured } from './measured';
import type { Span } from '../spans/span';

/**
 * α for unitizing: did people find the same units on a continuum? The version of Krippendorff,
 * Mathet, Bouvry and Widlöcher 2016 (“On the reliability of unitizing textual continua: Further
 * developments”, Quality & Quantity 50, equations for the family's binary member), which replaces
 * that of 1995 and 2004 because that misbehaves for more than two people. Lengths are in steps of the
 * continuum (here: words); several continua add up.
 */
export interface UnitizingSums {
  /** Length on which pairs of people both have a unit, both none, or only one has; by 1/(m − 1). */
  readonly bothMarked: number;
  readonly neitherMarked: number;
  readonly oneMarked: number;
  /** The sum of the units' squared lengths: a unit is never compared with itself. */
  readonly squaredUnits: number;
  /** The sum of the lengths outside any unit. */
  readonly gaps: number;
}

/**
 * The sums of one continuum of `length` steps. Each person's units do not overlap and stand in
 * order; at least two people.
 */
export function unitizingSums(people: readonly (readonly Span[])[], length: number): UnitizingSums {
  const marked = new Uint16Array(length);
  let squaredUnits = 0;
  let inUnits = 0;
  for (const unit of people.flat()) {
    squaredUnits += (unit.end - unit.start) ** 2;
    inUnits += unit.end - unit.start;
    for (let step = unit.start; step < unit.end; step++) marked[step]! += 1;
  }
  const others = people.length - 1;
  const sums = { bothMarked: 0, neitherMarked: 0, oneMarked: 0 };
  for (const count of marked) {
    const without = people.length - count;
    sums.bothMarked += (count * (count - 1)) / others;
    sums.neitherMarked += (without * (without - 1)) / others;
    sums.oneMarked += (count * without) / others;
  }
  return { ...sums, squaredUnits, gaps: people.length * length - inUnits };
}

export function unitizingAlpha(sums: UnitizingSums): Measured {
  const { bothMarked, neitherMarked, oneMarked, squaredUnits, gaps } = sums;
  const units = bothMarked + oneMarked;
  const all = units + oneMarked + neitherMarked;
  if (units === 0) return undefinedBecause('Nobody marked anything, so there are no units.');
  const comparable = all - (squaredUnits + gaps) / all;
  return chanceCorrected(
    2 * oneMarked,
    comparable > 0 ? (2 * units * (all - units)) / comparable : 0,
    'Everything is marked by everybody, so agreement cannot be told from chance.',
  );
}
