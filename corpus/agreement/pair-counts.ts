import type { Counts, Totals } from './counts';
import { cohenKappa, scottPi } from './kappa';
import type { LayerPair } from './pairs';
import { pairUp } from './matching';
import { kindsOf, type RowSubject } from './rows';
import { spanScores, type SpanScores } from './span-scores';
import { classCount, kindsInClass, type WordClasses } from './word-classes';
import { sameWords } from './word-sets';
import type { Measured } from './measured';

/** Where one pair's counts of one row lie. */
interface PairCells {
  readonly gold: number;
  readonly found: number;
  readonly exact: number;
  readonly overlap: number;
  readonly relation: number;
  /** How often a word is of the row's class in the first layer and the column's in the second. */
  readonly words: readonly number[];
}

/** What is told of two layers, from the sums over articles. The first layer is taken as the standard. */
export interface PairMeasures {
  readonly exact: SpanScores;
  readonly overlap: SpanScores;
  readonly words: SpanScores;
  readonly relation: SpanScores;
  readonly kappa: Measured;
  readonly pi: Measured;
}

/** Counts, article by article, what two layers have in common in one row. */
export class PairCounts {
  private readonly cells: PairCells;
  private readonly size: number;
  /** How many articles both layers worked on. */
  articles = 0;

  constructor(
    private readonly counts: Counts,
    private readonly row: RowSubject,
    name: string,
  ) {
    this.size = classCount(row);
    const cell = (what: string | number) => counts.cell(`${name} ${what}`);
    this.cells = {
      gold: cell('gold'),
      found: cell('found'),
      exact: cell('exact'),
      overlap: cell('overlap'),
      relation: cell('relation'),
      words: Array.from({ length: this.size ** 2 }, (_, index) => cell(index)),
    };
  }

  /** Adds an article with its two layers' classes and the words that any layer marked. */
  add(pair: LayerPair, first: WordClasses, second: WordClasses, marked: readonly number[]): void {
    this.articles += 1;
    for (const kind of kindsOf(this.row)) this.addSpans(pair.kinds[kind]);
    const table = new Uint32Array(this.size ** 2);
    table[0] = first.length - marked.length;
    for (const word of marked) {
      table[first[word]! * this.size + second[word]!]! += 1;
    }
    for (const [cell, count] of table.entries()) this.counts.add(this.cells.words[cell]!, count);
  }

  measures(totals: Totals): PairMeasures {
    const { gold, found, exact, overlap, relation, words } = this.cells;
    const of = (correct: number) =>
      spanScores({ correct: totals[correct]!, found: totals[found]!, gold: totals[gold]! });
    const table = words.map((cell) => totals[cell]!);
    return {
      exact: of(exact),
      overlap: of(overlap),
      relation: of(relation),
      words: this.wordScores(table),
      kappa: cohenKappa(table),
      pi: scottPi(table),
    };
  }

  private addSpans({ first, second, matched }: LayerPair['kinds']['claim']): void {
    const { part } = this.row;
    if (part !== null) {
      const sets = (markings: typeof first) =>
        markings.map(({ words }) => words[part]).filter((words) => words.length > 0);
      const [ones, others] = [sets(first), sets(second)];
      const pairs = pairUp(ones, others);
      this.addCounts(ones.length, others.length, pairs.length);
      const same = pairs.filter(([a, b]) => sameWords(ones[a]!, others[b]!));
      return this.counts.add(this.cells.exact, same.length);
    }
    this.addCounts(first.length, second.length, matched.length);
    const same = (part: 'content' | 'source' | 'cue') =>
      matched.filter(([a, b]) => sameWords(a.words[part], b.words[part]));
    const exact = new Set(same('content'));
    this.counts.add(this.cells.exact, exact.size);
    const sources = new Set(same('source'));
    const triples = same('cue').filter((pair) => exact.has(pair) && sources.has(pair));
    this.counts.add(this.cells.relation, triples.length);
  }

  private addCounts(gold: number, found: number, overlap: number): void {
    this.counts.add(this.cells.gold, gold);
    this.counts.add(this.cells.found, found);
    this.counts.add(this.cells.overlap, overlap);
  }

  /** A word counts once for each kind that marks it. */
  private wordScores(table: readonly number[]): SpanScores {
    const sums = { correct: 0, found: 0, gold: 0 };
    for (const [cell, count] of table.entries()) {
      const first = Math.floor(cell / this.size);
      const second = cell % this.size;
      sums.gold += count * kindsInClass(first);
      sums.found += count * kindsInClass(second);
      sums.correct += count * kindsInClass(first & second);
    }
    return spanScores(sums);
  }
}
