import { chanceCorrected, undefinedBecause, type Measured } from './measured';

/** How far apart two categories are: all the same, by their distance, or by its square. */
export type Weighting = 'none' | 'linear' | 'quadratic';

const NOTHING_JUDGED = 'There is nothing that both judged.';
const ONE_CATEGORY =
  'Both used one and the same category throughout, so agreement cannot be told from chance.';
const ALL_ONE_CATEGORY =
  'All used one and the same category throughout, so agreement cannot be told from chance.';

/**
 * Cohen's κ of two judges (Cohen 1960; weighted: Cohen 1968). `table` holds, row by row, how often
 * the first chose the row's category and the second the column's; for weights the categories stand
 * in their order.
 */
export function cohenKappa(table: ArrayLike<number>, weighting: Weighting = 'none'): Measured {
  const size = Math.sqrt(table.length);
  const { total, rows, columns } = marginsOf(table, size);
  if (total === 0) return undefinedBecause(NOTHING_JUDGED);
  let observed = 0;
  let expected = 0;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const distance = distanceBetween(row, column, weighting);
      observed += distance * table[row * size + column]!;
      expected += (distance * rows[row]! * columns[column]!) / total;
    }
  }
  return chanceCorrected(observed, expected, ONE_CATEGORY);
}

/** Scott's π (Scott 1955): as Cohen's κ, with one distribution of categories for both judges. */
export function scottPi(table: ArrayLike<number>): Measured {
  const size = Math.sqrt(table.length);
  const { total, rows, columns } = marginsOf(table, size);
  if (total === 0) return undefinedBecause(NOTHING_JUDGED);
  let equal = 0;
  let byChance = 0;
  for (let category = 0; category < size; category++) {
    equal += table[category * size + category]! / total;
    byChance += ((rows[category]! + columns[category]!) / (2 * total)) ** 2;
  }
  return chanceCorrected(1 - equal, 1 - byChance, ONE_CATEGORY);
}

/** What Fleiss' κ needs of many items, each judged by the same number of judges; it adds up. */
export interface FleissSums {
  readonly items: number;
  /** The sum over items of the share of pairs of judges that agree. */
  readonly agreement: number;
  /** How often each category was chosen. */
  readonly chosen: ArrayLike<number>;
}

/** Fleiss' κ (Fleiss 1971) of sums over items. */
export function fleissKappaOfSums({ items, agreement, chosen }: FleissSums): Measured {
  if (items === 0) return undefinedBecause('There is nothing that all judged.');
  let total = 0;
  for (let category = 0; category < chosen.length; category++) total += chosen[category]!;
  let byChance = 0;
  for (let category = 0; category < chosen.length; category++) {
    byChance += (chosen[category]! / total) ** 2;
  }
  return chanceCorrected(1 - agreement / items, 1 - byChance, ALL_ONE_CATEGORY);
}

/**
 * Fleiss' κ of a table with a row for each item that says how many judges chose each category.
 * Undefined where items were judged by different numbers of judges.
 */
export function fleissKappa(table: readonly (readonly number[])[]): Measured {
  const judges = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  if (new Set(judges).size > 1) return undefinedBecause(UNEQUAL_JUDGES);
  if ((judges[0] ?? 0) === 1) return undefinedBecause('Only one person judged the items.');
  const chosen = new Float64Array(Math.max(0, ...table.map((row) => row.length)));
  let agreement = 0;
  for (const row of table) {
    agreement += agreeingPairs(row);
    for (const [category, count] of row.entries()) chosen[category]! += count;
  }
  return fleissKappaOfSums({ items: table.length, agreement, chosen });
}

export const UNEQUAL_JUDGES =
  'Fleiss’ κ needs the same number of judges for every item; Krippendorff’s α does not.';

/** The share of the pairs of judges of one item that agree; at least two judges. */
export function agreeingPairs(counts: ArrayLike<number>): number {
  let judges = 0;
  let pairs = 0;
  for (let category = 0; category < counts.length; category++) {
    const count = counts[category]!;
    judges += count;
    pairs += count * (count - 1);
  }
  return pairs / (judges * (judges - 1));
}

function distanceBetween(row: number, column: number, weighting: Weighting): number {
  if (weighting === 'none') return row === column ? 0 : 1;
  const steps = Math.abs(row - column);
  return weighting === 'linear' ? steps : steps ** 2;
}

function marginsOf(table: ArrayLike<number>, size: number) {
  const rows = new Float64Array(size);
  const columns = new Float64Array(size);
  let total = 0;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const count = table[row * size + column]!;
      rows[row]! += count;
      columns[column]! += count;
      total += count;
    }
  }
  return { total, rows, columns };
}
