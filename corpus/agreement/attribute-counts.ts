import { addCoincidences, alphaOfCoincidences } from './alpha';
import { figuresOf, type Figure, type Resampling, type Statistic } from './bootstrap';
import type { OpenCase } from './cases';
import { Counts, type Totals } from './counts';
import { NOBODY, ValueTable } from './value-table';
import { cohenKappa, type Weighting } from './kappa';
import type { AttributeValue, ComparedAttribute } from './layers';
import { measured, undefinedBecause } from './measured';
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

/** Counts, article by article, what layers say of one attribute where they marked the same thing. */
export class AttributeCounts {
  private readonly counts = new Counts();
  private readonly pairs = new Map<string, ValueTable>();
  private readonly coincidences = new ValueTable(this.counts);

  constructor(private readonly attribute: ComparedAttribute) {}

  /** Whether any two layers said something of it for the same words. */
  get judged(): boolean {
    return this.pairs.size > 0;
  }

  add(pairs: readonly LayerPair[], cases: readonly OpenCase[]): void {
    const { name } = this.attribute;
    for (const pair of pairs) {
      let table = this.pairs.get(pair.name);
      for (const [a, b] of pair.matched) {
        const first = a.values[name];
        const second = b.values[name];
        if (first === undefined || second === undefined) continue;
        if (table === undefined) this.pairs.set(pair.name, (table = new ValueTable(this.counts)));
        table.add(first, second, 1);
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
    const same = tables.map((table) => (totals: Totals) => table.shareOfEqual(totals));
    const kappa = tables.map(
      (table) => (totals: Totals) => cohenKappa(table.dense(order, totals), weighting),
    );
    const statistics = [...same, ...kappa, mean(same), mean(kappa), this.alphaStatistic(order)];
    const figures = figuresOf(this.counts, statistics, resampling);
    const totals = this.counts.totals();
    const pairs = names.map((name, index) => ({
      layers: layersOfPair(name),
      judged: tables[index]!.sum(totals),
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
      this.coincidences.add(first, values[cell % values.length]!, amount);
    });
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
    const tables = [this.coincidences, ...this.pairs.values()];
    const values = new Set(tables.flatMap((table) => table.values()));
    return [...values].sort((a, b) => rank(a) - rank(b) || byNature(a, b));
  }

  private alphaStatistic(order: readonly AttributeValue[]): Statistic {
    const { scale, name } = this.attribute;
    const counted = scale === 'interval' || scale === 'ratio';
    if (counted && order.some((value) => typeof value !== 'number')) {
      return () => undefinedBecause(`Not every value of “${name}” is a number.`);
    }
    const values = order.map((value, index) => (counted ? Number(value) : index));
    return (totals) => alphaOfCoincidences(this.coincidences.dense(order, totals), values, scale);
  }
}

function mean(statistics: readonly Statistic[]): Statistic {
  return (totals) => {
    const all = statistics.map((statistic) => statistic(totals));
    const values = all.map(({ value }) => value).filter((value) => value !== null);
    if (values.length === 0) return undefinedBecause(all[0]?.why ?? NOBODY);
    return measured(values.reduce((sum, value) => sum + value, 0) / values.length);
  };
}
