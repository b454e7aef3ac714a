/** Single words and pairs stand everywhere; a run of so many tokens tells something. */
export const RUN = 3;

const indexes = new WeakMap<Int32Array, Map<number, number[]>>();

/** Where each run of tokens begins, by its hash, made once for each text. */
export function runsOf(tokens: Int32Array): Map<number, number[]> {
  const known = indexes.get(tokens);
  if (known !== undefined) return known;
  const index = new Map<number, number[]>();
  for (let at = 0; at + RUN <= tokens.length; at++) {
    const hash = hashAt(tokens, at);
    const places = index.get(hash);
    if (places === undefined) index.set(hash, [at]);
    else places.push(at);
  }
  indexes.set(tokens, index);
  return index;
}

export function hashAt(tokens: Int32Array, at: number): number {
  return (Math.imul(Math.imul(tokens[at]!, 31) + tokens[at + 1]!, 1009) + tokens[at + 2]!) | 0;
}

/** Where the run that begins at a token of one text stands in the other. */
export function placesOfRun(text: Int32Array, of: Int32Array, at: number): number[] {
  const places = runsOf(text).get(hashAt(of, at)) ?? [];
  return places.filter((place) => {
    for (let step = 0; step < RUN; step++) if (text[place + step] !== of[at + step]) return false;
    return true;
  });
}
