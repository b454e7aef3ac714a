import type { Counts, Totals } from './counts';
import type { AttributeValue } from './layers';
import { measured, undefinedBecause, type Measured } from './measured';

export const NOBODY = 'No two layers said something of it for the same words.';

/** Where the count of two values lies. */
interface ValuePair {
  readonly cell: number;
  readonly first: AttributeValue;
  readonly second: AttributeValue;
}

/** How often one layer says the one value and another the other; values are met as they come. */
export class ValueTable {
  private static made = 0;
  private readonly name = `table ${ValueTable.made++}`;
  private readonly pairs: ValuePair[] = [];
  private readonly places = new Map<AttributeValue, Map<AttributeValue, ValuePair>>();

  constructor(private readonly counts: Counts) {}

  add(first: AttributeValue, second: AttributeValue, amount: number): void {
    const pair = this.places.get(first)?.get(second) ?? this.pairOf(first, second);
    this.counts.add(pair.cell, amount);
  }

  values(): readonly AttributeValue[] {
    return this.pairs.flatMap(({ first, second }) => [first, second]);
  }

  sum(totals: Totals): number {
    return this.pairs.reduce((sum, { cell }) => sum + totals[cell]!, 0);
  }

  shareOfEqual(totals: Totals): Measured {
    let equal = 0;
    for (const { cell, first, second } of this.pairs) {
      if (first === second) equal += totals[cell]!;
    }
    const all = this.sum(totals);
    return all === 0 ? undefinedBecause(NOBODY) : measured(equal / all);
  }

  /** The whole table, row by row, its values in this order. */
  dense(order: readonly AttributeValue[], totals: Totals): Float64Array {
    const dense = new Float64Array(order.length ** 2);
    for (const { cell, first, second } of this.pairs) {
      dense[order.indexOf(first) * order.length + order.indexOf(second)] = totals[cell]!;
    }
    return dense;
  }

  private pairOf(first: AttributeValue, second: AttributeValue): ValuePair {
    const cell = this.counts.cell(`${this.name} ${this.pairs.length}`);
    const pair = { cell, first, second };
    this.pairs.push(pair);
    const ofFirst = this.places.get(first) ?? new Map<AttributeValue, ValuePair>();
    this.places.set(first, ofFirst.set(second, pair));
    return pair;
  }
}
