import type { Span } from '../spans/span';
import type { Marking } from './marking';
import { comparedPart, kindsOf, type RowSubject } from './rows';

/**
 * For each word the set of the row's kinds that a layer marks it with, as bits: 0 for none. A row
 * of one kind has the classes 0 and 1, a row of all kinds one for each combination.
 */
export type WordClasses = Uint8Array;

export function wordClasses(
  markings: readonly Marking[],
  words: number,
  row: RowSubject,
): WordClasses {
  const classes = new Uint8Array(words);
  const part = comparedPart(row);
  for (const [bit, kind] of kindsOf(row).entries()) {
    for (const marking of markings) {
      if (marking.kind !== kind) continue;
      for (const word of marking.words[part]) classes[word]! |= 1 << bit;
    }
  }
  return classes;
}

/** The words that any layer marks. */
export function markedBy(layers: readonly WordClasses[], words: number): readonly number[] {
  const marked: number[] = [];
  for (let word = 0; word < words; word++) {
    if (layers.some((classes) => classes[word] !== 0)) marked.push(word);
  }
  return marked;
}

/** How many classes a row has. */
export function classCount(row: RowSubject): number {
  return 1 << kindsOf(row).length;
}

/** How many kinds a class is made of. */
export function kindsInClass(wordClass: number): number {
  let kinds = 0;
  for (let rest = wordClass; rest > 0; rest >>= 1) kinds += rest & 1;
  return kinds;
}

/** The units of one layer on the continuum of words: pieces that share a word are one unit. */
export function unitsOf(markings: readonly Marking[], row: RowSubject): readonly Span[] {
  const part = comparedPart(row);
  const pieces = markings
    .filter(({ kind }) => kind === row.kind)
    .flatMap((marking) => marking.pieces[part])
    .sort((a, b) => a.start - b.start);
  const units: { start: number; end: number }[] = [];
  for (const { start, end } of pieces) {
    const last = units.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else units.push({ start, end });
  }
  return units;
}
