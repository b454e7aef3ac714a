/** One figure of a bench: what was measured beside its baseline, and the limit it has to keep. */
interface Figure {
  readonly bench: string;
  readonly case: string;
  readonly ms: number;
  readonly baselineMs?: number;
  readonly limitMs?: number | null;
  readonly limitRatio?: number | null;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Prints a figure as one line of JSON, with its ratio and whether its limits hold. */
export function report({ limitMs = null, limitRatio = null, ...figure }: Figure): void {
  const ratio = figure.baselineMs === undefined ? null : figure.ms / figure.baselineMs;
  const ok =
    (limitMs === null || figure.ms <= limitMs) &&
    (limitRatio === null || ratio === null || ratio <= limitRatio);
  const rounded = (value: number) => Math.round(value * 100) / 100;
  console.log(
    JSON.stringify({
      bench: figure.bench,
      case: figure.case,
      ms: rounded(figure.ms),
      ...(figure.baselineMs === undefined ? {} : { baselineMs: rounded(figure.baselineMs) }),
      ...(ratio === null ? {} : { ratio: rounded(ratio) }),
      ...(limitMs === null ? {} : { limitMs }),
      ...(limitRatio === null ? {} : { limitRatio }),
      ok,
    }),
  );
}
