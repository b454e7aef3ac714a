import type { Span } from '../spans/span';

const indexes = new WeakMap<Int32Array, Map<number, number[]>>();

/** Where each token stands, made once for each text. */
function indexOf(tokens: Int32Array): Map<number, number[]> {
  const known = indexes.get(tokens);
  if (known !== undefined) return known;
  const index = new Map<number, number[]>();
  for (const [at, token] of tokens.entries()) {
    const places = index.get(token);
    if (places === undefined) index.set(token, [at]);
    else places.push(at);
  }
  indexes.set(tokens, index);
  return index;
}

/** How often a token stands in a text. */
export function countOf(text: Int32Array, token: number): number {
  return indexOf(text).get(token)?.length ?? 0;
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
    let at = from;
    while (at < to && text[place + at - from] === of[at]) at++;
    if (at === to) places.push(place);
  }
  return places;
}

/** Every place in `text` at which the tokens `of[from, to)` stand in a row, in order. */
export function placesOf(text: Int32Array, of: Int32Array, from: number, to: number): number[] {
  const index = indexOf(text);
  let rarest: readonly number[] = [];
  let offset = -1;
  for (let at = from; at < to; at++) {
    const places = index.get(of[at]!);
    if (places === undefined) return [];
    if (offset < 0 || places.length < rarest.length) [rarest, offset] = [places, at - from];
  }
  return rarest
    .map((place) => place - offset)
    .filter((start) => {
      if (start < 0 || start + to - from > text.length) return false;
      for (let at = from; at < to; at++) if (text[start + at - from] !== of[at]) return false;
      return true;
    });
}
