import { addresseeAt } from './adjuncts';
import { contentEnd, trimmed } from './content';
import type { Frame, Reading } from './frame';
import type { TokenRange } from './noun-phrases';
import type { Period } from './periods';
import type { VerbGroup } from './verb-groups';

const TALKING = new Set(
  'speak talk write complain chat lecture testify preach confide boast brag lie apologise apologize'.split(
    ' ',
  ),
);

/** Whether a verb may give its words behind who is talked to alone. */
export function isTalking(lemma: string): boolean {
  return TALKING.has(lemma);
}

const WITHIN: ReadonlySet<string> = new Set(['DET', 'ADJ', 'ADV', 'NOUN', 'NUM']);

/** The token behind "for an hour" or "at length"; the same where nothing tells how long somebody spoke. */
function behindLength({ tokens, quoted }: Period, at: number): number {
  const isLong = /^(?:for|at)$/.test(tokens[at]?.lower ?? '');
  let to = at + 1;
  while (isLong && quoted[to] === -1 && WITHIN.has(tokens[to]!.tag)) to++;
  const last = tokens[to - 1]?.lower ?? '';
  return isLong && /^(?:minutes?|hours?|length|while|days?)$/.test(last) ? to : at;
}

/** "spoke to the crew about the flood": what is talked of, behind who is talked to. */
export function readTalk(
  { period, groups }: Reading,
  group: VerbGroup,
  source: TokenRange,
  isFronted: boolean,
): Frame | null {
  const { tokens, quoted } = period;
  const link = group.to + 1;
  if (!TALKING.has(group.lemma) || group.particle !== null || quoted[link] !== -1) return null;
  const addressee = /^(?:to|with)$/.test(tokens[link]!.lower)
    ? addresseeAt(period, link + 1)
    : null;
  const about = addressee === null ? behindLength(period, link) : addressee.to + 1;
  if (about === link || quoted[about] !== -1 || !/^(?:about|on|for)$/.test(tokens[about]!.lower))
    return null;
  const from = about + 1;
  const end = contentEnd(period, from, groups, { isFronted, isPhrase: true });
  const content = from < tokens.length ? trimmed(period, { from, to: end }) : null;
  return content === null
    ? null
    : { rule: 'says-object', cue: group, source, addressee, content: [content] };
}
