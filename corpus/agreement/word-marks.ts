import type { Kind, Part } from '../annotation/model';
import type { Span } from '../spans/span';
import type { Marking } from './marking';

/** For each word of an article whether a layer marks it, 1 or 0. */
export type WordMarks = Uint8Array;

/** The words that markings of this kind mark with this part. */
export function wordMarks(
  markings: readonly Marking[],
  words: number,
  kind: Kind,
  part: Part,
): WordMarks {
  const marks = new Uint8Array(words);
  for (const marking of markings) {
    if (marking.kind !== kind) continue;
    for (const word of marking.words[part]) marks[word] = 1;
  }
  return marks;
}

/** The words that any layer marks, ascending. */
export function markedByAny(layers: readonly WordMarks[], words: number): readonly number[] {
  const marked: number[] = [];
  for (let word = 0; word < words; word++) {
    if (layers.some((marks) => marks[word] === 1)) marked.push(word);
  }
  return marked;
}

/** The units of one layer on the continuum of words: pieces that share a word are one unit. */
export function unitsOf(markings: readonly Marking[], kind: Kind, part: Part): readonly Span[] {
  const pieces = markings
    .filter((marking) => marking.kind === kind)
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
