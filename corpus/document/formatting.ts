import type { Formatting } from './block';

/** True for an address that a link may lead to: http, https or mailto, never a script. */
export function isSafeAddress(address: string): boolean {
  return /^(https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(address);
}

/** A run of a block's text that the same formatting covers; offsets are UTF-16 of that text. */
export interface FormattedRun {
  readonly start: number;
  readonly end: number;
  readonly formatting: readonly Formatting[];
}

/** Cuts a text of `length` units where its formatting begins and ends; the runs cover it whole. */
export function formattedRuns(
  length: number,
  formatting: readonly Formatting[],
): readonly FormattedRun[] {
  const edges = formatting.flatMap(({ start, end }) => [start, end]);
  const cuts = [...new Set([0, ...edges, length])]
    .filter((at) => at >= 0 && at <= length)
    .sort((a, b) => a - b);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index]!;
    return { start, end, formatting: formatting.filter((f) => f.start <= start && f.end >= end) };
  });
}
