import { alignTexts } from './alignment';

/** The share (0 to 1) of the shorter text's words that stand in the other, in runs that agree. */
export function sharedWords(before: string, after: string): number {
  const whole = (text: string) => ({ text, blocks: [{ start: 0 }] });
  const { a, b, forward } = alignTexts(whole(before), whole(after));
  const shorter = Math.min(a.length, b.length);
  if (shorter === 0) return 0;
  return forward.filter((there) => there >= 0).length / shorter;
}
