import { contentOf, type Kind, type PartSpan } from '../annotation/model';

/** From this share of common words on (Jaccard), two marks of one kind are about the same words. */
export const SAME_WORDS = 0.5;

export interface KindAndSpans {
  readonly kind: Kind;
  readonly spans: readonly PartSpan[];
}

/** Words of a text that a mark's content covers, as half-open runs of word numbers, ascending. */
type Runs = readonly (readonly [from: number, to: number])[];

interface Placed<Mark> {
  readonly mark: Mark;
  readonly runs: Runs;
  readonly from: number;
}

/**
 * Answers for a mark which of `marks` has the same kind and half of its words (SAME_WORDS) in
 * common with it, or null. All spans are UTF-16 ranges of `text`. A question costs no more than
 * the marks near it.
 */
export function sameWordsFinder<Mark extends KindAndSpans>(
  text: string,
  marks: readonly Mark[],
): (one: KindAndSpans) => Mark | null {
  const starts = Int32Array.from(text.matchAll(/[\p{L}\p{N}\p{M}]+/gu), ({ index }) => index);
  const byKind = new Map<Kind, Placed<Mark>[]>();
  let longest = 0;
  for (const mark of marks) {
    const runs = runsOf(starts, mark.spans);
    if (runs.length === 0) continue;
    const from = runs[0]![0];
    longest = Math.max(longest, runs.at(-1)![1] - from);
    const list = byKind.get(mark.kind);
    if (list === undefined) byKind.set(mark.kind, [{ mark, runs, from }]);
    else list.push({ mark, runs, from });
  }
  for (const list of byKind.values()) list.sort((a, b) => a.from - b.from);
  return ({ kind, spans }) => {
    const runs = runsOf(starts, spans);
    const list = byKind.get(kind);
    if (list === undefined || runs.length === 0) return null;
    const end = runs.at(-1)![1];
    for (let at = firstFrom(list, runs[0]![0] - longest); at < list.length; at++) {
      const { mark, runs: others, from } = list[at]!;
      if (from >= end) break;
      if (jaccard(runs, others) >= SAME_WORDS) return mark;
    }
    return null;
  };
}

function runsOf(starts: Int32Array, spans: readonly PartSpan[]): Runs {
  return contentOf(spans)
    .map(({ start, end }) => [firstAt(starts, start), firstAt(starts, end)] as const)
    .filter(([from, to]) => from < to)
    .sort((a, b) => a[0] - b[0]);
}

function jaccard(a: Runs, b: Runs): number {
  let common = 0;
  for (const [from, to] of a) {
    for (const [start, end] of b) common += Math.max(0, Math.min(to, end) - Math.max(from, start));
  }
  return common / (sizeOf(a) + sizeOf(b) - common);
}

function sizeOf(runs: Runs): number {
  return runs.reduce((sum, [from, to]) => sum + to - from, 0);
}

/** The number of the first word that begins at an offset or later. */
function firstAt(starts: Int32Array, offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function firstFrom(list: readonly { readonly from: number }[], from: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.from < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
