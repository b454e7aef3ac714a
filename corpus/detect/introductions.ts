import type { Frame } from './frame';
import { framesOf } from './lexicon';
import { subjectBefore } from './noun-phrases';
import type { Period } from './periods';
import { verbGroupsOf } from './verb-groups';

/** Who says, at the end of a paragraph, what stands in the next one: "The mayor added:". */
export interface Introduction {
  readonly period: Period;
  readonly frame: Frame;
}

/** What a paragraph's last period announces with its colon; null where it announces nothing. */
export function introductionIn(period: Period): Introduction | null {
  const { tokens, quoted } = period;
  const colon = tokens.length - 1;
  if (colon < 1 || tokens[colon]!.lower !== ':' || quoted[colon] !== -1) return null;
  const group = verbGroupsOf(period)
    .filter(({ form, lemma }) => form !== 'infinitive' && isSaying(lemma))
    .at(-1);
  if (group === undefined) return null;
  const source = subjectBefore(period, group.from);
  if (source === null) return null;
  const frame = { rule: 'says-quote' as const, cue: group, source, addressee: null, content: [] };
  return { period, frame };
}

function isSaying(lemma: string): boolean {
  const frames = framesOf(lemma);
  return frames.has('clause') || frames.has('speech');
}
