import type { ClaimType, Flag, Kind } from '../annotation/model';

/**
 * The queue's order, higher first: legal and harm flags, then load-bearing, then main type
 * (numbers, quotes and names before the rest). Age breaks ties, in the queue's index. The bands
 * are apart by powers of ten, so that no sum of lower ones reaches a higher.
 */
export function riskOf(
  kind: Kind,
  types: readonly ClaimType[],
  flags: readonly Flag[],
  legal: boolean,
): number {
  let risk = 0;
  if (legal || flags.includes('harm') || flags.includes('allegation')) risk += 1000;
  if (flags.includes('sensitive')) risk += 500;
  if (flags.includes('load_bearing')) risk += 100;
  const main = types[0];
  if (kind === 'quote' || main === 'number' || main === 'quote' || main === 'name') risk += 10;
  else if (kind === 'claim') risk += 5;
  return risk;
}
