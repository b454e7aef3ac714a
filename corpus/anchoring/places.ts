import type { Span } from '../spans/span';
import { remembered } from './remembered';

/** Single words and pairs stand everywhere; a run of so many tokens tells something. */
export const RUN = 3;

/** Where each number of a row stands: those of `n` are `at[from[n]]` to before `at[from[n + 1]]`. */
interface Index {
  readonly from: Int32Array;
  readonly at: Int32Array;
}

/** Tokens and runs of tokens are indexed alike, once for each text. */
const indexOf = remembered((row: Int32Array): Index => {
  let most = -1;
  for (const number of row) if (number > most) most = number;
  const from = new Int32Array(most + 2);
  for (const number of row) from[number + 1]!++;
  for (let number = 0; number <= most; number++) from[number + 1]! += from[number]!;
  const next = from.slice();
  const at = new Int32Array(row.length);
  for (let place = 0; place < row.length; place++) at[next[row[place]!]!++] = place;
  return { from, at };
});

function standingOf({ from, at }: Index, number: number): Int32Array {
  return number + 1 < from.length ? at.subarray(from[number], from[number + 1]) : NOWHERE;
}

const NOWHERE = new Int32Array(0);

/** Two texts as numbers, the same for the same: of their tokens, or of the runs that begin there. */
interface Numbered {
  readonly a: Int32Array;
  readonly b: Int32Array;
}

const runsOf = remembered(({ a, b }: Numbered): Numbered => {
  const numbers = runNumbers(a, b);
  const inA = Math.max(0, a.length - RUN + 1);
  return { a: numbers.subarray(0, inA), b: numbers.subarray(inA) };
});

/** Numbers for the runs of one text and then of the other, by a table of where each first stood. */
function runNumbers(a: Int32Array, b: Int32Array): Int32Array {
  const inA = Math.max(0, a.length - RUN + 1);
  const numbers = new Int32Array(inA + Math.max(0, b.length - RUN + 1));
  let size = 16;
  while (size < 2 * numbers.length) size *= 2;
  const firsts = new Int32Array(size).fill(-1);
  for (let index = 0, count = 0; index < numbers.length; index++) {
    const [row, at] = index < inA ? [a, index] : [b, index - inA];
    let slot = hashAt(row, at) & (size - 1);
    for (; firsts[slot]! >= 0; slot = (slot + 1) & (size - 1)) {
      const first = firsts[slot]!;
      const isSame = first < inA ? isRun(a, first, row, at) : isRun(b, first - inA, row, at);
      if (isSame) break;
    }
    numbers[index] = firsts[slot]! < 0 ? count++ : numbers[firsts[slot]!]!;
    if (firsts[slot]! < 0) firsts[slot] = index;
  }
  return numbers;
}

function hashAt(row: Int32Array, at: number): number {
  const mixed =
    Math.imul(Math.imul(row[at]!, 0x9e3779b1) + row[at + 1]!, 0x85ebca6b) + row[at + 2]!;
  return Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35) >>> 8;
}

function isRun(row: Int32Array, at: number, other: Int32Array, there: number): boolean {
  for (let step = 0; step < RUN; step++) if (row[at + step] !== other[there + step]) return false;
  return true;
}

/** Where the run that begins at a token of the old text stands in the new one, in order. */
export function placesOfRun(texts: Numbered, at: number): Int32Array {
  const { a, b } = runsOf(texts);
  return at < a.length ? standingOf(indexOf(b), a[at]!) : NOWHERE;
}

/** How often the run that begins at a token of the old text stands in that. */
export function countOfRun(texts: Numbered, at: number): number {
  const { a } = runsOf(texts);
  return at < a.length ? standingOf(indexOf(a), a[at]!).length : 0;
}

/** How often a token stands in a text. */
export function countOf(text: Int32Array, token: number): number {
  const { from } = indexOf(text);
  return token + 1 < from.length ? from[token + 1]! - from[token]! : 0;
}

/** The same as `placesOf` for a short stretch of the text, which is read through. */
export function placesWithin(
  text: Int32Array,
  of: Int32Array,
  from: number,
  to: number,
  { start, end }: Span,
): number[] {
  const places: number[] = [];
  for (let place = start; place + to - from <= end; place++) {
    if (stands(text, place, of, from, to)) places.push(place);
  }
  return places;
}

/** Every place in `text` at which the tokens `of[from, to)` stand in a row, in order. */
export function placesOf(text: Int32Array, of: Int32Array, from: number, to: number): number[] {
  let rarest = from;
  for (let at = from + 1; at < to; at++) {
    if (countOf(text, of[at]!) < countOf(text, of[rarest]!)) rarest = at;
  }
  const places: number[] = [];
  for (const at of standingOf(indexOf(text), of[rarest]!)) {
    const place = at - (rarest - from);
    const isInside = place >= 0 && place + to - from <= text.length;
    if (isInside && stands(text, place, of, from, to)) places.push(place);
  }
  return places;
}

/** True where the tokens `of[from, to)` stand in `text` at a place. */
export function stands(
  text: Int32Array,
  place: number,
  of: Int32Array,
  from: number,
  to: number,
): boolean {
  let at = from;
  while (at < to && text[place + at - from] === of[at]) at++;
  return at === to;
}
