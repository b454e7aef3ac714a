import { alignTexts, type Alignment } from './alignment';

/** The share (0 to 1) of the shorter text's words that stand in the other, in the same order. */
export function sharedWords(before: string, after: string): number {
  const { forward, ...rest } = alignWhole(before, after);
  return shareOf(rest, forward.filter((there) => there >= 0).length);
}

/** Any two texts of a language share single words; fewer in a row than these tell nothing. */
const RUN = 3;

/** The share (0 to 1) of the shorter text's words that stand in the other, three or more in a row. */
export function sharedRuns(before: string, after: string): number {
  const { forward, ...rest } = alignWhole(before, after);
  let words = 0;
  for (let from = 0, to = 0; from < forward.length; from = to) {
    to = from + 1;
    if (forward[from]! < 0) continue;
    while (to < forward.length && forward[to] === forward[to - 1]! + 1) to++;
    if (to - from >= RUN) words += to - from;
  }
  return shareOf(rest, words);
}

function alignWhole(before: string, after: string): Alignment {
  const whole = (text: string) => ({ text, blocks: [{ start: 0 }] });
  return alignTexts(whole(before), whole(after));
}

function shareOf({ a, b }: Pick<Alignment, 'a' | 'b'>, words: number): number {
  const shorter = Math.min(a.length, b.length);
  return shorter === 0 ? 0 : words / shorter;
}
