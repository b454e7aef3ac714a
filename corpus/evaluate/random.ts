/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** An integer from 0 up to, but not, `below`. */
  below(below: number): number;
  /** True in about `share` of the calls. */
  chance(share: number): boolean;
  pick<T>(values: readonly T[]): T;
}

/** Mulberry32: small, quick and good enough to mix test data. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    chance: (share) => next() < share,
    pick: (values) => values[below(values.length)]!,
  };
}
