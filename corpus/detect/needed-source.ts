import { neededSource } from './lexicon';
import type { TokenRange } from './noun-phrases';
import type { Period } from './periods';
import type { VerbGroup } from './verb-groups';
import { isRule, isSpeaker, isText } from './who-speaks';

/** "did not identify": what somebody does not say. */
function isDenied({ tokens }: Period, { from, to }: VerbGroup): boolean {
  return tokens.slice(from, to).some(({ lower }) => /^(?:not|n't|never)$/.test(lower));
}

const IS_NEEDED = { rule: isRule, speaker: isSpeaker, text: isText };

/** "The beam supports the roof": nobody who could say or forbid something. */
export function lacksSpeaker(period: Period, group: VerbGroup, source: TokenRange | null): boolean {
  const { lemma } = group;
  const needed = neededSource(lemma);
  if (needed === null) return false;
  if (lemma === 'identify' && !isDenied(period, group)) return true;
  if (source === null) return true;
  return !IS_NEEDED[needed](period, source);
}
