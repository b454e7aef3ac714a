import { addCoincidences, alphaOfCoincidences } from './alpha';
import { unitizingAlpha, unitizingSums, type UnitizingSums } from './alpha-unitizing';
import type { Counts, Totals } from './counts';
import { agreeingPairs, fleissKappaOfSums, UNEQUAL_JUDGES } from './kappa';
import type { MarkedArticle } from './marking';
import { undefinedBecause, type Measured } from './measured';
import type { RowSubject } from './rows';
import { classCount, unitsOf, type WordClasses } from './word-classes';

/** What is told of all layers together, by word. */
export interface GroupMeasures {
  readonly alpha: Measured;
  readonly alphaUnitizing: Measured;
  readonly fleissKappa: Measured;
}

const UNIT_SUMS = ['bothMarked', 'neitherMarked', 'oneMarked', 'squaredUnits', 'gaps'] as const;
const KINDS_OVERLAP = 'Kinds may overlap, so α for unitizing is told for each kind alone.';

/** Counts, article by article, what all its layers have in common in one row. */
export class GroupCounts {
  private readonly size: number;
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
    this.size = classCount(row);
    const cells = (what: string, length: number) =>
      Array.from({ length }, (_, index) => counts.cell(`all ${what} ${index}`));
    this.coincidences = cells('coincidence', this.size ** 2);
    this.chosen = cells('chosen', this.size);
    this.agreement = counts.cell('all agreement');
    this.items = counts.cell('all items');
    this.units = Object.fromEntries(
      UNIT_SUMS.map((sum) => [sum, counts.cell(`all ${sum}`)]),
    ) as typeof this.units;
  }

  /** Adds an article that at least two layers worked on, with the words that any of them marked. */
  add(article: MarkedArticle, classes: readonly WordClasses[], marked: readonly number[]): void {
    this.judges.add(classes.length);
    this.addWords(article.words.length, classes, marked);
    if (this.row.kind === null) return;
    const units = article.layers.map(({ markings }) => unitsOf(markings, this.row));
    const sums: UnitizingSums = unitizingSums(units, article.words.length);
    for (const sum of UNIT_SUMS) this.counts.add(this.units[sum], sums[sum]);
  }

  measures(totals: Totals): GroupMeasures {
    const at = (cells: readonly number[]) => cells.map((cell) => totals[cell]!);
    const classes = this.chosen.map((_cell, index) => index);
    const unitSums = Object.fromEntries(
      UNIT_SUMS.map((sum) => [sum, totals[this.units[sum]]!]),
    ) as unknown as UnitizingSums;
    return {
      alpha: alphaOfCoincidences(at(this.coincidences), classes, 'nominal'),
      alphaUnitizing:
        this.row.kind === null ? undefinedBecause(KINDS_OVERLAP) : unitizingAlpha(unitSums),
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
  private addWords(words: number, layers: readonly WordClasses[], marked: readonly number[]): void {
    const unmarked = words - marked.length;
    const counts = new Uint16Array(this.size);
    const coincidences = new Float64Array(this.size ** 2);
    const chosen = new Float64Array(this.size);
    coincidences[0] = unmarked * layers.length;
    chosen[0] = unmarked * layers.length;
    let agreement = unmarked;
    for (const word of marked) {
      counts.fill(0);
      for (const classes of layers) counts[classes[word]!]! += 1;
      addCoincidences(counts, (cell, amount) => (coincidences[cell]! += amount));
      agreement += agreeingPairs(counts);
      for (let each = 0; each < this.size; each++) chosen[each]! += counts[each]!;
    }
    for (const [cell, sum] of coincidences.entries()) {
      this.counts.add(this.coincidences[cell]!, sum);
    }
    for (const [each, sum] of chosen.entries()) this.counts.add(this.chosen[each]!, sum);
    this.counts.add(this.agreement, agreement);
    this.counts.add(this.items, words);
  }
}
