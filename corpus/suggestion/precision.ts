import type { Decisions } from './confidence';

/** One rule's suggestions in one collection, and what the desk decided about them. */
export interface RuleFigures extends Decisions {
  readonly rule: string;
  readonly detector: string;
  /** How many wait for a decision. */
  readonly open: number;
  /** 0 to 1: what was measured when the rule was written. */
  readonly stated: number;
  /** Whether an editor has switched the rule off in this collection. */
  readonly off: boolean;
}

export interface Precision {
  /** 0 to 1. */
  readonly value: number;
  /** Where the share lies with 95 % confidence, 0 to 1. */
  readonly low: number;
  readonly high: number;
}

/** The normal distribution's 97.5 % point. */
const Z = 1.959964;

/**
 * The share of decided suggestions that was accepted, with its 95 % interval; null where nothing is
 * decided. The interval is Wilson's (JASA 22, 1927), which holds for small counts too.
 */
export function precisionOf({ accepted, rejected }: Decisions): Precision | null {
  const n = accepted + rejected;
  if (n === 0) return null;
  const value = accepted / n;
  const middle = value + (Z * Z) / (2 * n);
  const half = Z * Math.sqrt((value * (1 - value)) / n + (Z * Z) / (4 * n * n));
  const scale = 1 + (Z * Z) / n;
  return {
    value,
    low: Math.max(0, (middle - half) / scale),
    high: Math.min(1, (middle + half) / scale),
  };
}
