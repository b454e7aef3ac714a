import { randomOf } from '../evaluate/random';
import { AT_ONCE, type Counts, type Draws, type Totals } from './counts';
import type { Measured } from './measured';

/**
 * A figure with its 95 % interval: the percentile bootstrap over articles (Efron 1979), widened to
 * hold the value itself. `why` is one sentence where the value or the interval is missing.
 */
export interface Figure {
  readonly value: number | null;
  readonly interval: readonly [low: number, high: number] | null;
  readonly why: string | null;
}

export interface Resampling {
  /** The same seed gives the same intervals for the same articles in the same order. */
  readonly seed: number;
  /** How many times articles are drawn, in eights; 0 for no intervals. */
  readonly resamples: number;
}

export type Statistic = (totals: Totals) => Measured;

/** An interval is told only where at least this share of the draws has a value. */
const ENOUGH = 0.9;

/** The statistics' figures, in their order. */
export function figuresOf(
  counts: Counts,
  statistics: readonly Statistic[],
  resampling: Resampling,
): readonly Figure[] {
  const totals = counts.totals();
  const values = statistics.map((statistic) => statistic(totals));
  const drawn = statistics.map((): number[] => []);
  if (counts.articles > 1) {
    const packed = counts.packed();
    for (const draws of drawsOf(counts.articles, resampling)) {
      for (const sums of packed.totals(draws)) {
        for (const [index, statistic] of statistics.entries()) {
          const { value } = statistic(sums);
          if (value !== null) drawn[index]!.push(value);
        }
      }
    }
  }
  return values.map((value, index) => withInterval(value, drawn[index]!, counts, resampling));
}

/** Draws of as many articles as there are, AT_ONCE at a time; the array is used again. */
function* drawsOf(articles: number, { seed, resamples }: Resampling): Generator<Draws> {
  const random = randomOf(seed);
  const draws = new Float64Array(articles * AT_ONCE);
  for (let done = 0; done < resamples; done += AT_ONCE) {
    draws.fill(0);
    for (let draw = 0; draw < AT_ONCE; draw++) {
      for (let drawn = 0; drawn < articles; drawn++) {
        draws[random.below(articles) * AT_ONCE + draw]! += 1;
      }
    }
    yield draws;
  }
}

function withInterval(
  { value, why }: Measured,
  drawn: readonly number[],
  { articles }: Counts,
  { resamples }: Resampling,
): Figure {
  if (value === null) return { value, interval: null, why };
  if (resamples === 0) return { value, interval: null, why: 'No interval was asked for.' };
  if (articles < 2) {
    return { value, interval: null, why: 'One article alone gives no interval.' };
  }
  if (drawn.length < resamples * ENOUGH) {
    return { value, interval: null, why: 'Too few articles have any, so there is no interval.' };
  }
  const sorted = Float64Array.from(drawn).sort();
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!;
  const interval = [Math.min(at(0.025), value), Math.max(at(0.975), value)] as const;
  return { value, interval, why: null };
}
