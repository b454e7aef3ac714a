import { contentEnd, trimmed } from './content';
import { leftContent } from './content-before';
import { isStop, skipAdjunct } from './adjuncts';
import type { Frame, Reading } from './frame';
import { framesOf } from './lexicon';
import { phraseStartingAt } from './phrase-after';
import type { TokenRange } from './noun-phrases';
import type { Period } from './periods';
import type { VerbGroup } from './verb-groups';

/** "As Orm noted, the wall held" and "the wall held, as Orm put it". */
export function readAs(reading: Reading, group: VerbGroup, source: TokenRange): Frame | null {
  const { period, groups } = reading;
  const { tokens, quoted, opening } = period;
  const as = source.from - 1;
  if (as < 0 || quoted[as] !== -1 || tokens[as]!.lower !== 'as') return null;
  const end = skipAdjunct(period, group.to + 1);
  const comma = tokens[end]?.lower === ',' && quoted[end] === -1;
  if (!framesOf(group.lemma).has('clause') || !(comma || isStop(period, end))) return null;
  const base = { rule: 'clause-says' as const, cue: group, source, addressee: null };
  if (as > opening + 1 && !isLinked(period, as)) {
    if (tokens[as - 1]!.lower !== ',') return null;
    const content = leftContent(reading, as - 1, end - 1);
    return content === null ? null : { ...base, content };
  }
  const from = end + 1;
  if (!comma || from >= tokens.length) return null;
  const content = trimmed(period, { from, to: contentEnd(period, from, groups) });
  return content === null ? null : { ...base, content: [content] };
}

/** "Yet, as Orm noted, …": a word that links the sentence to the one before, and no more. */
function isLinked({ tokens, quoted, opening }: Period, as: number): boolean {
  const isLink = /^(?:ADV|CCONJ|SCONJ)$/.test(tokens[opening]!.tag) && quoted[opening] === -1;
  return as === opening + 2 && tokens[opening + 1]!.lower === ',' && isLink;
}

/** "Said Orm: “The wall held.”" at the start of a sentence. */
export function readOpening(reading: Reading, group: VerbGroup): Frame | null {
  const { period } = reading;
  const { tokens, quoted, opening } = period;
  const frames = framesOf(group.lemma);
  if (group.from > opening || !(frames.has('clause') || frames.has('speech'))) return null;
  const source = phraseStartingAt(period, group.to + 1);
  if (source === null) return null;
  const mark = tokens[source.to + 1]?.lower;
  const from = source.to + 2;
  if ((mark !== ':' && mark !== ',') || from >= tokens.length) return null;
  if (mark === ',' && quoted[from] === -1) return null;
  const content = trimmed(period, { from, to: tokens.length - 1 });
  return content === null
    ? null
    : { rule: 'says-inverted', cue: group, source, addressee: null, content: [content] };
}
