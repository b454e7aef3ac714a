import type { Alignment } from './alignment';
import { sentenceAround } from './look-alikes';
import { surroundings } from './support';

/** So much of a sentence, in tokens on each side of a run, says whether it stands at home. */
const WINDOW = 20;

/** A word of the sentence may be so many tokens nearer or farther than it was. */
const SLACK = 6;

/** At home, so many words of its sentence stand around a run, and this share of them. */
const HOME_WORDS = 4;
const HOME_SHARE = 0.5;

/** True where a run's sentence is tied around it, in one sentence: the place is its own or a copy's. */
export function isAtHome(
  { forward, before, after }: Alignment,
  from: number,
  to: number,
  there: number,
): boolean {
  const words = surroundings(before, from, to, WINDOW);
  const { first, last } = sentenceAround(after, there, there + to - from);
  const tied = words.filter((at) => {
    const place = forward[at]!;
    if (place < first || place > last || place < there !== at < from) return false;
    return Math.abs(place - there - (at - from)) <= SLACK;
  }).length;
  return tied >= HOME_WORDS && tied >= HOME_SHARE * words.length;
}

/** True where half of the words of a run's sentence stand around a place, tied to it or not. */
export function isLikeHome(
  { a, b, before }: Alignment,
  from: number,
  to: number,
  there: number,
): boolean {
  const words = surroundings(before, from, to, WINDOW);
  const kept = words.filter((at) => {
    const [low, high] = at < from ? [0, there - 1] : [there + to - from, b.length - 1];
    const place = there + at - from;
    const end = Math.min(high, place + SLACK);
    for (let y = Math.max(low, place - SLACK); y <= end; y++) if (b[y] === a[at]) return true;
    return false;
  }).length;
  return words.length >= HOME_WORDS && kept >= HOME_SHARE * words.length;
}
