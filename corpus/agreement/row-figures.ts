import type { Kind } from '../annotation/model';
import { figuresOf, type Figure, type Resampling, type Statistic } from './bootstrap';
import { Counts, type Totals } from './counts';
import { GroupCounts } from './group-counts';
import type { MarkedArticle } from './marking';
import { measured, undefinedBecause, type Measured } from './measured';
import { PairCounts, type PairMeasures } from './pair-counts';
import { layersOfPair, type LayerPair } from './pairs';
import { comparedPart, kindsOf, type RowSubject } from './rows';
import { markedByAny, wordMarks } from './word-marks';

export interface ScoreFigures {
  readonly precision: Figure;
  readonly recall: Figure;
  readonly f1: Figure;
}

/** The figures of two layers; the first is taken as the standard for precision and recall. */
export interface PairFigures {
  readonly layers: readonly [string, string];
  /** How many articles both worked on. */
  readonly articles: number;
  /** Spans of the same words. */
  readonly exact: ScoreFigures;
  /** Spans that share at least half of their words. */
  readonly overlap: ScoreFigures;
  readonly words: ScoreFigures;
  /** Attributions whose content, source and cue all have the same words; null elsewhere. */
  readonly relation: ScoreFigures | null;
  /** Cohen's κ and Scott's π over words: is the word marked with the kind or not. */
  readonly kappa: Figure;
  readonly pi: Figure;
}

/** The figures of one row; all kinds together are counted kind by kind. F1 and κ are means over pairs of layers; the rest is of all layers at once. */
export interface RowFigures extends RowSubject {
  readonly pairs: readonly PairFigures[];
  readonly exact: Figure;
  readonly overlap: Figure;
  readonly words: Figure;
  readonly relation: Figure | null;
  readonly kappa: Figure;
  readonly fleissKappa: Figure;
  readonly alpha: Figure;
  readonly alphaUnitizing: Figure;
}

const SCORED = ['exact', 'overlap', 'words', 'relation'] as const;
const PARTS_OF_SCORE = ['precision', 'recall', 'f1'] as const;
const GROUPED = ['fleissKappa', 'alpha', 'alphaUnitizing'] as const;

/** Counts one row over the articles as they come, then tells its figures. */
export class RowCounts {
  private readonly counts = new Counts();
  private readonly pairs = new Map<string, PairCounts>();
  private readonly group: GroupCounts;
  /** Whether any layer marked anything that the row counts. */
  marked = false;

  constructor(private readonly row: RowSubject) {
    this.group = new GroupCounts(this.counts, row);
  }

  add(article: MarkedArticle, pairs: readonly LayerPair[]): void {
    for (const { name } of pairs) this.pairCounts(name).articles += 1;
    for (const kind of kindsOf(this.row)) this.addKind(article, pairs, kind);
    this.counts.endArticle();
  }

  figures(resampling: Resampling): RowFigures {
    const names = [...this.pairs.keys()].sort();
    const readings = names.map((name) => new OncePerTotals(this.pairs.get(name)!));
    const statistics: Statistic[] = readings.flatMap((reading) => pairStatistics(reading));
    const perPair = SCORED.length * PARTS_OF_SCORE.length + 2;
    statistics.push(
      ...SCORED.map((score) => meanOf(readings, (measures) => measures[score].f1)),
      meanOf(readings, (measures) => measures.kappa),
      ...GROUPED.map((name) => (totals: Totals) => this.group.measures(totals)[name]),
    );
    const figures = figuresOf(this.counts, statistics, resampling);
    const relates = this.row.kind === 'attribution' && this.row.part === null;
    const pairs = names.map((name, index) => ({
      layers: layersOfPair(name),
      articles: this.pairs.get(name)!.articles,
      ...pairFigures(figures.slice(index * perPair, (index + 1) * perPair), relates),
    }));
    const [exact, overlap, words, relation, kappa, fleissKappa, alpha, alphaUnitizing] =
      figures.slice(names.length * perPair) as [...RowTail];
    const means = { exact, overlap, words, relation: relates ? relation : null, kappa };
    return { ...this.row, pairs, ...means, fleissKappa, alpha, alphaUnitizing };
  }

  private addKind(article: MarkedArticle, pairs: readonly LayerPair[], kind: Kind): void {
    const { layers, words } = article;
    const part = comparedPart(this.row);
    const marks = layers.map(({ markings }) => wordMarks(markings, words.length, kind, part));
    const marked = markedByAny(marks, words.length);
    this.marked ||= marked.length > 0;
    for (const pair of pairs) {
      const counts = this.pairCounts(pair.name);
      counts.addSpans(pair, kind);
      counts.addWords(marks[pair.first]!, marks[pair.second]!, marked);
    }
    if (layers.length > 1) this.group.add(article, kind, marks, marked);
  }

  private pairCounts(name: string): PairCounts {
    const known = this.pairs.get(name);
    if (known !== undefined) return known;
    const made = new PairCounts(this.counts, this.row, name);
    this.pairs.set(name, made);
    return made;
  }
}

type RowTail = [Figure, Figure, Figure, Figure, Figure, Figure, Figure, Figure];

/** Reads a pair's measures from sums; the same sums are read once. */
class OncePerTotals {
  private last: Totals | null = null;
  private read: PairMeasures | null = null;

  constructor(private readonly pair: PairCounts) {}

  measures(totals: Totals): PairMeasures {
    if (this.last !== totals || this.read === null) {
      this.read = this.pair.measures(totals);
      this.last = totals;
    }
    return this.read;
  }
}

/** Precision, recall and F1 of each score, then κ and π. */
function pairStatistics(pair: OncePerTotals): readonly Statistic[] {
  return [
    ...SCORED.flatMap((score) =>
      PARTS_OF_SCORE.map((part) => (totals: Totals) => pair.measures(totals)[score][part]),
    ),
    (totals) => pair.measures(totals).kappa,
    (totals) => pair.measures(totals).pi,
  ];
}

/** The figures of `pairStatistics`, by name. */
function pairFigures(figures: readonly Figure[], relates: boolean) {
  const scoreAt = (place: number): ScoreFigures => ({
    precision: figures[place]!,
    recall: figures[place + 1]!,
    f1: figures[place + 2]!,
  });
  return {
    exact: scoreAt(0),
    overlap: scoreAt(3),
    words: scoreAt(6),
    relation: relates ? scoreAt(9) : null,
    kappa: figures[12]!,
    pi: figures[13]!,
  };
}

/** The mean over pairs of layers; pairs without a value are left out. */
function meanOf(
  pairs: readonly OncePerTotals[],
  read: (measures: PairMeasures) => Measured,
): Statistic {
  return (totals) => {
    let sum = 0;
    let count = 0;
    let why = 'There are no two layers on the same article.';
    for (const pair of pairs) {
      const value = read(pair.measures(totals));
      if (value.value === null) why = value.why;
      else [sum, count] = [sum + value.value, count + 1];
    }
    return count === 0 ? undefinedBecause(why) : measured(sum / count);
  };
}
