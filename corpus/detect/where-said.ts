import { isStop, skipAdjunct } from './adjuncts';
import type { Period } from './periods';

const SAID_IN =
  /^(?:interviews?|speech|tirade|diatribe|lecture|podcast|newsletter|documentary|monologue|letters?|e-?mails?|tweets?|posts?|statement|articles?|columns?|essay|editorial|memo|video|broadcast|testimony|filing|remarks)$/;
const WITHIN: ReadonlySet<string> = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON', 'PART']);

/** "attacked Orm in three letters on Friday": where it was said, to the end of the sentence. */
export function isWhereSaid(period: Period, at: number): boolean {
  const { tokens, quoted } = period;
  const { lower } = tokens[at]!;
  if (lower !== 'in' && lower !== 'during') return false;
  let next = at + 1;
  while (quoted[next] === -1 && WITHIN.has(tokens[next]!.tag) && !SAID_IN.test(tokens[next]!.lower))
    next++;
  if (quoted[next] !== -1 || !SAID_IN.test(tokens[next]!.lower)) return false;
  return isStop(period, skipAdjunct(period, at)) || isStop(period, skipAdjunct(period, next + 1));
}
