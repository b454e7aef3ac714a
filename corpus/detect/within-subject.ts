import { trimmed } from './content';
import type { Reading } from './frame';
import type { TokenRange } from './noun-phrases';
import type { Period } from './periods';

function isWhich({ tokens }: Period, at: number): boolean {
  return /^(?:which|who|whose)$/.test(tokens[at]?.lower ?? '');
}

/**
 * "His doubts about the plan grew", "People who oppose the plan met": what stands in a subject ends before its
 * verb. `ownVerbs` tells how many verbs the content has of its own.
 */
export function withinSubject(
  { period, groups }: Reading,
  at: number,
  whole: TokenRange,
  ownVerbs: number,
): TokenRange | null {
  const finite = groups.filter(({ form }) => form === 'finite' || form === 'passive');
  if (finite.some(({ from }) => from < at)) return whole;
  const verb = finite.filter(({ from }) => from > whole.from)[ownVerbs];
  if (verb === undefined || verb.from > whole.to) return whole;
  const relative = period.tokens.findIndex(
    ({ lower }, index) => index > whole.from && lower === ',' && isWhich(period, index + 1),
  );
  const end = relative > 0 && relative < verb.from ? relative : verb.from;
  return trimmed(period, { from: whole.from, to: end - 1 });
}
