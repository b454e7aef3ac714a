import { isStop, skipAdjunct } from './adjuncts';
import type { Period } from './periods';

const SAID_IN =
  /^(?:interviews?|speech|tirade|diatribe|lecture|podcast|newsletter|documentary|monologue|letters?|e-?mails?|tweets?|posts?|statement|articles?|columns?|essay|editorial|memo|video|broadcast|testimony|filing|remarks)$/;
const WITHIN: ReadonlySet<string> = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON', 'PART']);

const SAID_AT =
  /^(?:rall(?:y|ies)|hearings?|meetings?|conference|briefing|debate|event|forum|ceremony|summit|press|fundraiser|hall|convention|funeral)$/;
const DAY = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tonight)$/;

/**
 * "repeated the charge at a rally on Friday", "endorsed Orm on Monday": when and where somebody said it, at the end
 * of the sentence. Of what is planned or asked for it may tell the day itself: "wants a vote on Monday".
 */
export function isWhenSaid(period: Period, at: number): boolean {
  const { tokens, quoted } = period;
  const { lower } = tokens[at]!;
  if (quoted[at] !== -1 || !isStop(period, skipAdjunct(period, at))) return false;
  if (DAY.test(lower)) return true;
  const next = tokens[at + 1]?.lower ?? '';
  if (lower === 'on') return DAY.test(next);
  if (lower === 'last' || lower === 'this') return /^(?:week|month|year)$/.test(next);
  if (lower !== 'at') return false;
  let noun = at + 1;
  while (quoted[noun] === -1 && WITHIN.has(tokens[noun]!.tag) && !SAID_AT.test(tokens[noun]!.lower))
    noun++;
  return quoted[noun] === -1 && SAID_AT.test(tokens[noun]!.lower);
}

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
