import type { Kind } from '../annotation/model';
import type { Counts, Totals } from './counts';
import { cohenKappa, scottPi } from './kappa';
import { pairUp } from './matching';
import type { Measured } from './measured';
import type { LayerPair } from './pairs';
import type { RowSubject } from './rows';
import { spanScores, type SpanScores } from './span-scores';
import type { WordMarks } from './word-marks';
import { sameWords } from './word-sets';

const CELLS = [
  ...(['gold', 'found', 'exact', 'overlap', 'relation'] as const),
  ...(['neither', 'firstOnly', 'secondOnly', 'both'] as const),
];
type Cell = (typeof CELLS)[number];

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
  private readonly cells: Readonly<Record<Cell, number>>;
  /** How many articles both layers worked on. */
  articles = 0;

  constructor(
    private readonly counts: Counts,
    private readonly row: RowSubject,
    name: string,
  ) {
    this.cells = Object.fromEntries(
      CELLS.map((cell) => [cell, counts.cell(`${name} ${cell}`)]),
    ) as typeof this.cells;
  }

  /** Adds the spans of one kind in one article. */
  addSpans({ kinds }: LayerPair, kind: Kind): void {
    const { first, second, matched } = kinds[kind];
    const { part } = this.row;
    if (part !== null) {
      const sets = (markings: typeof first) =>
        markings.map(({ words }) => words[part]).filter((words) => words.length > 0);
      const [ones, others] = [sets(first), sets(second)];
      const pairs = pairUp(ones, others);
      const same = pairs.filter(([a, b]) => sameWords(ones[a]!, others[b]!));
      this.add({ gold: ones.length, found: others.length, overlap: pairs.length });
      return this.add({ exact: same.length });
    }
    const exact = matched.filter(([a, b]) => sameWords(a.words.content, b.words.content));
    const relation = exact.filter(
      ([a, b]) => sameWords(a.words.source, b.words.source) && sameWords(a.words.cue, b.words.cue),
    );
    this.add({ gold: first.length, found: second.length, overlap: matched.length });
    this.add({ exact: exact.length, relation: relation.length });
  }

  /** Adds the marks of one kind in one article; `marked` are the words that any layer marks. */
  addWords(first: WordMarks, second: WordMarks, marked: readonly number[]): void {
    const table = [first.length - marked.length, 0, 0, 0];
    for (const word of marked) table[first[word]! + 2 * second[word]!]! += 1;
    const [neither, firstOnly, secondOnly, both] = table as [number, number, number, number];
    this.add({ neither, firstOnly, secondOnly, both });
  }

  measures(totals: Totals): PairMeasures {
    const at = (cell: Cell) => totals[this.cells[cell]]!;
    const spans = (correct: Cell) =>
      spanScores({ correct: at(correct), found: at('found'), gold: at('gold') });
    const [both, firstOnly, secondOnly] = [at('both'), at('firstOnly'), at('secondOnly')];
    const table = [at('neither'), secondOnly, firstOnly, both];
    return {
      exact: spans('exact'),
      overlap: spans('overlap'),
      relation: spans('relation'),
      words: spanScores({ correct: both, found: both + secondOnly, gold: both + firstOnly }),
      kappa: cohenKappa(table),
      pi: scottPi(table),
    };
  }

  private add(amounts: Partial<Record<Cell, number>>): void {
    for (const cell of CELLS) this.counts.add(this.cells[cell], amounts[cell] ?? 0);
  }
}
