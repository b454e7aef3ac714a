import type { Span } from '../spans/span';
import { remembered } from './remembered';
import { isWord, type Tokens } from './tokens';

/** How many words stand before each token, and in all. */
const wordCounts = remembered(({ keys }: Tokens): Int32Array => {
  const counts = new Int32Array(keys.length + 1);
  for (const [at, key] of keys.entries()) counts[at + 1] = counts[at]! + (isWord(key) ? 1 : 0);
  return counts;
});

/** How many words a range of tokens has. */
export function wordsIn(tokens: Tokens, { start, end }: Span): number {
  const counts = wordCounts(tokens);
  return counts[end]! - counts[start]!;
}
