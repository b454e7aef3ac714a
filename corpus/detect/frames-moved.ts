import type { Frame, Reading } from './frame';
import { isMoving } from './moods';
import { namesFrom } from './noun-owner';
import { subjectBefore, type TokenRange } from './noun-phrases';
import type { Period } from './periods';
import type { VerbGroup } from './verb-groups';
import { isSpeaker } from './who-speaks';

/** "The plan has angered the union", "that worries her": what a thing makes somebody feel. */
export function readMoved({ period }: Reading, group: VerbGroup): Frame | null {
  if (group.form !== 'finite' || !isMoving(period.tokens[group.head]!)) return null;
  const content = subjectBefore(period, group.from);
  if (content === null || isSpeaker(period, content)) return null;
  const source = feelerAt(period, group.to + 1);
  return source === null
    ? null
    : { rule: 'attitude', cue: group, source, addressee: null, content: [content] };
}

const FEELERS = /^(?:me|us|him|her|them|everybody|everyone)$/;

function feelerAt(period: Period, at: number): TokenRange | null {
  const { tokens, quoted } = period;
  if (quoted[at] !== -1) return null;
  if (FEELERS.test(tokens[at]!.lower) && tokens[at + 1]?.tag !== 'NOUN')
    return { from: at, to: at };
  const names = namesFrom(period, at);
  return names !== null && isSpeaker(period, names) ? names : null;
}
