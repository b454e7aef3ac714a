import { behindDay } from './adjuncts';
import type { TokenRange } from './noun-phrases';
import type { Period } from './periods';

/** Whose claim it is: "Orm's", "his", "the council's". */
export function ownerOf(period: Period, at: number): TokenRange | null {
  const { tokens } = period;
  let before = at - 1;
  while (before > 0 && ['ADJ', 'ADV', 'VERB', 'NUM'].includes(tokens[before]!.tag)) before--;
  if (before < 0 || period.quoted[before] !== -1) return null;
  if (['his', 'her', 'their', 'its', 'our', 'my'].includes(tokens[before]!.lower))
    return { from: before, to: before };
  if (tokens[before]!.lower !== "'s" && tokens[before]!.lower !== "'") return null;
  let from = before - 1;
  while (from > 0 && ['PROPN', 'ADJ', 'DET', 'NUM', 'NOUN'].includes(tokens[from - 1]!.tag)) from--;
  return from < 0 ? null : { from, to: before };
}

/** Who stands from a token on: a noun phrase with no more than "of" and "and" in it. */
export function namesFrom(period: Period, from: number): TokenRange | null {
  const { tokens, quoted } = period;
  let to = from;
  while (
    quoted[to] === -1 &&
    tokens[to]!.lower !== 'to' &&
    (to === from || behindDay(period, to) === to) &&
    (/^(?:DET|ADJ|NOUN|PROPN|NUM|PART)$/.test(tokens[to]!.tag) ||
      /^(?:of|and)$/.test(tokens[to]!.lower))
  )
    to++;
  while (to > from && /^(?:of|and)$/.test(tokens[to - 1]!.lower)) to--;
  return to > from ? { from, to: to - 1 } : null;
}
