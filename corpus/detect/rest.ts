import { contentEnd, trimmed, type Manner } from './content';
import type { Reading } from './frame';
import type { TokenRange } from './noun-phrases';

/** The content that begins at a token; null where nothing is left. */
export function restOf(
  { period, groups }: Reading,
  from: number,
  manner: Manner,
): TokenRange | null {
  if (from >= period.tokens.length) return null;
  return trimmed(period, { from, to: contentEnd(period, from, groups, manner) });
}
