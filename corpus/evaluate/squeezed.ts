/** Text without white space, quotation marks and dashes made alike, and where each unit came to. */
export interface Squeezed {
  readonly text: string;
  before(offset: number): number;
  /** The offset of a unit that is left. */
  at(unit: number): number;
}

export function squeeze(text: string): Squeezed {
  const counts = new Int32Array(text.length + 1);
  const offsets: number[] = [];
  let squeezed = '';
  for (let at = 0; at < text.length; at++) {
    counts[at] = squeezed.length;
    const sign = text[at]!;
    if (/\s/.test(sign)) continue;
    squeezed += sign.replace(/[“”]/, '"').replace(/[‘’]/, "'");
    offsets.push(at);
  }
  counts[text.length] = squeezed.length;
  return { text: squeezed, before: (offset) => counts[offset]!, at: (unit) => offsets[unit]! };
}

/** How many units agree, up to `most`, going from before `x` and `y` to the left. */
export function agreeBefore(a: string, x: number, b: string, y: number, most: number): number {
  let count = 0;
  while (count < most && a[x - 1 - count] === b[y - 1 - count]) count++;
  return count;
}

/** The same to the right, from `x` and `y` on. */
export function agreeAfter(a: string, x: number, b: string, y: number, most: number): number {
  let count = 0;
  while (count < most && a[x + count] === b[y + count]) count++;
  return count;
}

export function allPlaces(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at);
  return places;
}
