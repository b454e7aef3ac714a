import type { Reading } from './frame';
import type { TokenRange } from './noun-phrases';
import type { VerbGroup } from './verb-groups';

const RELATIVES = new Set(['who', 'which', 'that']);

const SUBORDINATORS = new Set(
  `when while as although though if since once after before because lest until unless whereas
   whenever wherever`.split(/\s+/),
);

/**
 * Whether a verb stands in a clause that has the main one or the rest of it behind: "Although Orm denied
 * it, …", "Asked about it, …", "Orm, who denied it, …".
 */
export function isFronted(
  { period, groups }: Reading,
  group: VerbGroup,
  source: TokenRange | null,
): boolean {
  const { tokens, quoted } = period;
  const opens = source === null ? '' : tokens[source.from]!.lower;
  if (opens === 'whose' || (source?.from === source?.to && RELATIVES.has(opens))) return true;
  const start = source !== null && source.from < group.from ? source.from : group.from;
  if (group.form === 'participle' && start === group.from && start <= 1) return true;
  for (let at = start - 1; at >= 0 && start - at <= 3 && quoted[at] === -1; at--) {
    const { lower, tag } = tokens[at]!;
    if (SUBORDINATORS.has(lower)) {
      return !groups.some(
        ({ from, form }) => from < at && form !== 'infinitive' && form !== 'participle',
      );
    }
    if (tag === 'PUNCT' || tag === 'CCONJ') break;
  }
  return false;
}
