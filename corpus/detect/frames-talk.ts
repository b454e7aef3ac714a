import { addresseeAt } from './adjuncts';
import { contentEnd, trimmed } from './content';
import type { Frame, Reading } from './frame';
import type { TokenRange } from './noun-phrases';
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
  const about = (addressee?.to ?? link) + 1;
  if (
    addressee === null ||
    quoted[about] !== -1 ||
    !/^(?:about|on|for)$/.test(tokens[about]!.lower)
  )
    return null;
  const from = about + 1;
  const end = contentEnd(period, from, groups, { isFronted, isPhrase: true });
  const content = from < tokens.length ? trimmed(period, { from, to: end }) : null;
  return content === null
    ? null
    : { rule: 'says-object', cue: group, source, addressee, content: [content] };
}
