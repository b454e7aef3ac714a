import type { Span } from '../spans/span';

/** The numbers of words, ascending, none twice. */
export type WordSet = readonly number[];

/** The words that any of the spans touches. `words` stand in their order and do not overlap. */
export function wordsIn(words: readonly Span[], spans: readonly Span[]): WordSet {
  const found = new Set<number>();
  for (const { start, end } of spans) {
    for (let word = firstEndingAfter(words, start); word < words.length; word++) {
      if (words[word]!.start >= end) break;
      found.add(word);
    }
  }
  return spans.length < 2 ? [...found] : [...found].sort((a, b) => a - b);
}

function firstEndingAfter(words: readonly Span[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The share of the words of either that are in both; 0 where neither has a word. */
export function jaccard(a: WordSet, b: WordSet): number {
  let common = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const difference = a[i]! - b[j]!;
    if (difference === 0) common += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return common / (a.length + b.length - common || 1);
}

export function sameWords(a: WordSet, b: WordSet): boolean {
  return a.length === b.length && a.every((word, index) => word === b[index]);
}

/** The words as runs without a gap, as ranges of word numbers. */
export function runsOf(set: WordSet): readonly Span[] {
  const runs: { start: number; end: number }[] = [];
  for (const word of set) {
    const last = runs.at(-1);
    if (last?.end === word) last.end = word + 1;
    else runs.push({ start: word, end: word + 1 });
  }
  return runs;
}
