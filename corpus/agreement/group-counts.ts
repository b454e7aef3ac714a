import type { Kind } from '../annotation/model';
import { addCoincidences, alphaOfCoincidences } from './alpha';
import { unitizingAlpha, unitizingSums, type UnitizingSums } from './alpha-unitizing';
import type { Counts, Totals } from './counts';
import { agreeingPairs, fleissKappaOfSums, UNEQUAL_JUDGES } from './kappa';
import type { MarkedArticle } from './marking';
import { undefinedBecause, type Measured } from './measured';
import { comparedPart, type RowSubject } from './rows';
import { unitsOf, type WordMarks } from './word-marks';

/** What is told of all layers together, by word. */
export interface GroupMeasures {
  readonly alpha: Measured;
  readonly alphaUnitizing: Measured;
  readonly fleissKappa: Measured;
}

const UNIT_SUMS = ['bothMarked', 'neitherMarked', 'oneMarked', 'squaredUnits', 'gaps'] as const;
/** A word is marked or not. */
const VALUES = [0, 1];

/** Counts, article by article, what all its layers have in common in one row. */
export class GroupCounts {
  private readonly coincidences: readonly number[];
  private readonly chosen: readonly number[];
  private readonly agreement: number;
  private readonly items: number;
  private readonly units: Readonly<Record<(typeof UNIT_SUMS)[number], number>>;
  /** The numbers of layers that articles have. */
  private readonly judges = new Set<number>();

  constructor(
    private readonly counts: Counts,
    private readonly row: RowSubject,
  ) {
    const cells = (what: string, length: number) =>
      Array.from({ length }, (_, index) => counts.cell(`all ${what} ${index}`));
    this.coincidences = cells('coincidence', 4);
    this.chosen = cells('chosen', 2);
    this.agreement = counts.cell('all agreement');
    this.items = counts.cell('all items');
    this.units = Object.fromEntries(
      UNIT_SUMS.map((sum) => [sum, counts.cell(`all ${sum}`)]),
    ) as typeof this.units;
  }

  /** Adds one kind in an article that at least two layers worked on; `marked` by any of them. */
  add(
    { words, layers }: MarkedArticle,
    kind: Kind,
    marks: readonly WordMarks[],
    marked: readonly number[],
  ): void {
    this.judges.add(layers.length);
    this.addWords(words.length, marks, marked);
    const part = comparedPart(this.row);
    const units = layers.map(({ markings }) => unitsOf(markings, kind, part));
    const sums: UnitizingSums = unitizingSums(units, words.length);
    for (const sum of UNIT_SUMS) this.counts.add(this.units[sum], sums[sum]);
  }

  measures(totals: Totals): GroupMeasures {
    const at = (cells: readonly number[]) => cells.map((cell) => totals[cell]!);
    const unitSums = Object.fromEntries(
      UNIT_SUMS.map((sum) => [sum, totals[this.units[sum]]!]),
    ) as unknown as UnitizingSums;
    return {
      alpha: alphaOfCoincidences(at(this.coincidences), VALUES, 'nominal'),
      alphaUnitizing: unitizingAlpha(unitSums),
      fleissKappa:
        this.judges.size > 1
          ? undefinedBecause(UNEQUAL_JUDGES)
          : fleissKappaOfSums({
              items: totals[this.items]!,
              agreement: totals[this.agreement]!,
              chosen: at(this.chosen),
            }),
    };
  }

  /** Words that nobody marked are all alike and counted at one go. */
  private addWords(words: number, layers: readonly WordMarks[], marked: readonly number[]): void {
    const unmarked = words - marked.length;
    const coincidences = [unmarked * layers.length, 0, 0, 0];
    const chosen = [unmarked * layers.length, 0];
    const counts = [0, 0];
    let agreement = unmarked;
    for (const word of marked) {
      const by = layers.reduce((sum, marks) => sum + marks[word]!, 0);
      [counts[0], counts[1]] = [layers.length - by, by];
      addCoincidences(counts, (cell, amount) => (coincidences[cell]! += amount));
      agreement += agreeingPairs(counts);
      chosen[0]! += layers.length - by;
      chosen[1]! += by;
    }
    for (const [cell, sum] of coincidences.entries()) {
      this.counts.add(this.coincidences[cell]!, sum);
    }
    for (const [value, sum] of chosen.entries()) this.counts.add(this.chosen[value]!, sum);
    this.counts.add(this.agreement, agreement);
    this.counts.add(this.items, words);
  }
}
