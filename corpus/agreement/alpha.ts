import { chanceCorrected, undefinedBecause, type Measured } from './measured';

/** What the values of an attribute are: names, ranks, numbers on a line, numbers with a zero. */
export type Scale = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/**
 * Krippendorff's α (Krippendorff 2011, “Computing Krippendorff's Alpha-Reliability”). Each unit
 * holds what each judge said of it, null where a judge said nothing; units with fewer than two
 * values count for nothing.
 */
export function krippendorffAlpha(
  units: readonly (readonly (number | null)[])[],
  scale: Scale = 'nominal',
): Measured {
  const said = units.map((unit) => unit.filter((value) => value !== null));
  const values = [...new Set(said.flat())].sort((a, b) => a - b);
  const coincidences = new Float64Array(values.length ** 2);
  for (const unit of said) {
    const counts = values.map((value) => unit.filter((other) => other === value).length);
    addCoincidences(counts, (cell, amount) => (coincidences[cell]! += amount));
  }
  return alphaOfCoincidences(coincidences, values, scale);
}

/**
 * What one unit adds to the matrix of coincidences, cell by cell, row by row; `counts` says how
 * often each value was given. Nothing for a unit with fewer than two values.
 */
export function addCoincidences(
  counts: ArrayLike<number>,
  add: (cell: number, amount: number) => void,
): void {
  let judges = 0;
  for (let value = 0; value < counts.length; value++) judges += counts[value]!;
  if (judges < 2) return;
  for (let row = 0; row < counts.length; row++) {
    if (counts[row] === 0) continue;
    for (let column = 0; column < counts.length; column++) {
      const pairs = counts[row]! * (counts[column]! - (row === column ? 1 : 0));
      if (pairs > 0) add(row * counts.length + column, pairs / (judges - 1));
    }
  }
}

/**
 * α of a matrix of coincidences. `values` are those of its rows, in ascending order; on a nominal
 * or ordinal scale only their order matters.
 */
export function alphaOfCoincidences(
  coincidences: ArrayLike<number>,
  values: readonly number[],
  scale: Scale,
): Measured {
  const size = values.length;
  const totals = new Float64Array(size);
  let all = 0;
  for (let cell = 0; cell < size * size; cell++) {
    totals[Math.floor(cell / size)]! += coincidences[cell]!;
    all += coincidences[cell]!;
  }
  if (all === 0) return undefinedBecause('There is nothing of which two people said something.');
  if (scale === 'ratio' && values.some((value) => value < 0)) {
    return undefinedBecause('A ratio scale has no values below zero: use an interval scale.');
  }
  const ranks = ranksOf(totals);
  let observed = 0;
  let expected = 0;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < row; column++) {
      const apart = differenceOf(row, column, { values, ranks, scale });
      observed += apart * coincidences[row * size + column]!;
      expected += (apart * totals[row]! * totals[column]!) / (all - 1);
    }
  }
  return chanceCorrected(
    observed,
    expected,
    'Only one value was ever given, so agreement cannot be told from chance.',
  );
}

/** The middle rank of each value among all values given. */
function ranksOf(totals: ArrayLike<number>): Float64Array {
  const ranks = new Float64Array(totals.length);
  let before = 0;
  for (let value = 0; value < totals.length; value++) {
    ranks[value] = before + totals[value]! / 2;
    before += totals[value]!;
  }
  return ranks;
}

interface Distances {
  readonly values: readonly number[];
  readonly ranks: Float64Array;
  readonly scale: Scale;
}

/** The squared difference of two values on the scale. */
function differenceOf(row: number, column: number, { values, ranks, scale }: Distances): number {
  const [a, b] = [values[row]!, values[column]!];
  switch (scale) {
    case 'nominal':
      return 1;
    case 'ordinal':
      return (ranks[row]! - ranks[column]!) ** 2;
    case 'interval':
      return (a - b) ** 2;
    case 'ratio':
      return a + b === 0 ? 0 : ((a - b) / (a + b)) ** 2;
  }
}
