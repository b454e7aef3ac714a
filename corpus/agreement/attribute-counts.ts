import { KINDS } from '../annotation/model';
import { addCoincidences, alphaOfCoincidences } from './alpha';
import { figuresOf, type Figure, type Resampling, type Statistic } from './bootstrap';
import type { OpenCase } from './cases';
import { Counts, type Totals } from './counts';
import { cohenKappa, type Weighting } from './kappa';
import type { AttributeValue, ComparedAttribute } from './layers';
import { measured, undefinedBecause, type Measured } from './measured';
import { layersOfPair, type LayerPair } from './pairs';

/** Two layers' agreement on one attribute, over what both marked and said something of. */
export interface AttributePairFigures {
  readonly layers: readonly [string, string];
  readonly judged: number;
  /** The share on which both say the same. */
  readonly same: Figure;
  readonly kappa: Figure;
}

/** Agreement on one attribute: κ as the mean over pairs, α over all layers. */
export interface AttributeFigures {
  readonly attribute: string;
  readonly scale: ComparedAttribute['scale'];
  readonly weighting: Weighting;
  readonly pairs: readonly AttributePairFigures[];
  readonly same: Figure;
  readonly kappa: Figure;
  readonly alpha: Figure;
}

const WEIGHTINGS = {
  nominal: 'none',
  ordinal: 'linear',
  interval: 'quadratic',
  ratio: 'quadratic',
} as const;

/** Where the count of two values lies. */
interface ValuePair {
  readonly cell: number;
  readonly first: AttributeValue;
  readonly second: AttributeValue;
}

type ValuePairs = Map<string, ValuePair>;

/** Counts, article by article, what layers say of one attribute where they marked the same thing. */
export class AttributeCounts {
  private readonly counts = new Counts();
  private readonly values = new Set<AttributeValue>();
  private readonly pairs = new Map<string, ValuePairs>();
  private readonly coincidences: ValuePairs = new Map();

  constructor(private readonly attribute: ComparedAttribute) {}

  /** Whether any two layers said something of it for the same words. */
  get judged(): boolean {
    return this.pairs.size > 0;
  }

  add(pairs: readonly LayerPair[], cases: readonly OpenCase[]): void {
    for (const pair of pairs) {
      for (const [a, b] of KINDS.flatMap((kind) => pair.kinds[kind].matched)) {
        const [first, second] = [a, b].map(({ values }) => values[this.attribute.name]);
        if (first === undefined || second === undefined) continue;
        const table: ValuePairs = this.pairs.get(pair.name) ?? new Map();
        this.pairs.set(pair.name, table);
        this.count(table, pair.name, first, second, 1);
      }
    }
    for (const { members } of cases) this.addCase(members);
    this.counts.endArticle();
  }

  figures(resampling: Resampling): AttributeFigures {
    const names = [...this.pairs.keys()].sort();
    const tables = names.map((name) => this.pairs.get(name)!);
    const order = this.orderedValues();
    const weighting = WEIGHTINGS[this.attribute.scale];
    const same = tables.map((table) => (totals: Totals) => shareOfEqual(table, totals));
    const kappa = tables.map(
      (table) => (totals: Totals) => cohenKappa(denseTable(table, order, totals), weighting),
    );
    const statistics = [...same, ...kappa, mean(same), mean(kappa), this.alphaStatistic(order)];
    const figures = figuresOf(this.counts, statistics, resampling);
    const totals = this.counts.totals();
    const pairs = names.map((name, index) => ({
      layers: layersOfPair(name),
      judged: sumOf(tables[index]!, totals),
      same: figures[index]!,
      kappa: figures[names.length + index]!,
    }));
    const [sameInAll, kappaInAll, alpha] = figures.slice(-3) as [Figure, Figure, Figure];
    const { name, scale } = this.attribute;
    const means = { same: sameInAll, kappa: kappaInAll, alpha };
    return { attribute: name, scale, weighting, pairs, ...means };
  }

  private addCase(members: OpenCase['members']): void {
    const given = members
      .map(({ marking }) => marking.values[this.attribute.name])
      .filter((value) => value !== undefined);
    const values = [...new Set(given)];
    const counts = values.map((value) => given.filter((other) => other === value).length);
    addCoincidences(counts, (cell, amount) => {
      const first = values[Math.floor(cell / values.length)]!;
      this.count(this.coincidences, 'all', first, values[cell % values.length]!, amount);
    });
  }

  private count(
    table: ValuePairs,
    name: string,
    first: AttributeValue,
    second: AttributeValue,
    amount: number,
  ): void {
    const key = JSON.stringify([first, second]);
    let found = table.get(key);
    if (found === undefined) {
      found = { cell: this.counts.cell(`${name} ${key}`), first, second };
      table.set(key, found);
      this.values.add(first).add(second);
    }
    this.counts.add(found.cell, amount);
  }

  /** As the attribute says, what it does not name last; numbers ascending. */
  private orderedValues(): readonly AttributeValue[] {
    const { order = [] } = this.attribute;
    const rank = (value: AttributeValue) => {
      const place = order.indexOf(value);
      return place < 0 ? order.length : place;
    };
    const byNature = (a: AttributeValue, b: AttributeValue) =>
      typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1;
    return [...this.values].sort((a, b) => rank(a) - rank(b) || byNature(a, b));
  }

  private alphaStatistic(order: readonly AttributeValue[]): Statistic {
    const { scale, name } = this.attribute;
    const counted = scale === 'interval' || scale === 'ratio';
    if (counted && order.some((value) => typeof value !== 'number')) {
      return () => undefinedBecause(`Not every value of “${name}” is a number.`);
    }
    const values = order.map((value, index) => (counted ? Number(value) : index));
    return (totals) =>
      alphaOfCoincidences(denseTable(this.coincidences, order, totals), values, scale);
  }
}

function denseTable(table: ValuePairs, order: readonly AttributeValue[], totals: Totals) {
  const places = new Map(order.map((value, index) => [value, index]));
  const dense = new Float64Array(order.length ** 2);
  for (const { cell, first, second } of table.values()) {
    dense[places.get(first)! * order.length + places.get(second)!] = totals[cell]!;
  }
  return dense;
}

function sumOf(table: ValuePairs, totals: Totals): number {
  let sum = 0;
  for (const { cell } of table.values()) sum += totals[cell]!;
  return sum;
}

function shareOfEqual(table: ValuePairs, totals: Totals): Measured {
  let equal = 0;
  for (const { cell, first, second } of table.values()) {
    if (first === second) equal += totals[cell]!;
  }
  const all = sumOf(table, totals);
  return all === 0 ? undefinedBecause(NOBODY) : measured(equal / all);
}

const NOBODY = 'No two layers said something of it for the same words.';

function mean(statistics: readonly Statistic[]): Statistic {
  return (totals) => {
    const all = statistics.map((statistic) => statistic(totals));
    const values = all.map(({ value }) => value).filter((value) => value !== null);
    if (values.length === 0) return undefinedBecause(all[0]?.why ?? NOBODY);
    return measured(values.reduce((sum, value) => sum + value, 0) / values.length);
  };
}
