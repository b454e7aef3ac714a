import { measured, undefinedBecause, type Measured } from './measured';

/** How many spans one person found, how many the other has, and how many of them are the same. */
export interface SpanCounts {
  readonly correct: number;
  readonly found: number;
  readonly gold: number;
}

export interface SpanScores {
  readonly precision: Measured;
  readonly recall: Measured;
  readonly f1: Measured;
}

/** Precision, recall and their harmonic mean (F1), each from 0 to 1. */
export function spanScores({ correct, found, gold }: SpanCounts): SpanScores {
  return {
    precision:
      found === 0 ? undefinedBecause('The second layer has none.') : measured(correct / found),
    recall: gold === 0 ? undefinedBecause('The first layer has none.') : measured(correct / gold),
    f1:
      found + gold === 0
        ? undefinedBecause('Neither layer has any.')
        : measured((2 * correct) / (found + gold)),
  };
}
