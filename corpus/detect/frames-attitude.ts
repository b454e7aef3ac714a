import { beginsClause } from './content';
import type { Frame, Reading } from './frame';
import { restOf } from './rest';
import { isFronted } from './fronted';
import { subjectBefore } from './noun-phrases';
import type { VerbGroup } from './verb-groups';

const LINKING = new Set('be seem remain feel sound become grow'.split(' '));
const ATTITUDES = new Set(
  `confident sure certain aware unaware worried concerned afraid fearful hopeful optimistic pessimistic
   skeptical sceptical doubtful wary proud happy unhappy glad sorry convinced adamant eager willing
   unwilling reluctant ready determined keen opposed critical supportive dismissive suspicious angry
   furious surprised shocked disappointed grateful interested uninterested committed clear unsure
   uncertain thankful ashamed fond impressed unimpressed excited nervous prepared alarmed appalled
   outraged cautious against`.split(/\s+/),
);
/** Attitudes whose clause needs no "that": "is worried the wall will fall". */
const WITH_CLAUSE = new Set(
  `worried confident sure certain convinced afraid concerned aware unaware glad sorry hopeful happy
   proud adamant angry surprised disappointed grateful`.split(/\s+/),
);
const TOPIC_LINKS = new Set('of about for on with in at by over'.split(' '));

/** "Orm is wary of the plan", "Orm is confident that it will hold", "she was coy about it". */
export function readAttitude(reading: Reading, group: VerbGroup): Frame | null {
  const { period, groups } = reading;
  const { tokens, quoted } = period;
  const isState = group.form === 'passive' && ATTITUDES.has(tokens[group.head]!.lower);
  if ((!LINKING.has(group.lemma) && !isState) || group.form === 'infinitive') return null;
  let at = isState ? group.head : group.to + 1;
  while (tokens[at] !== undefined && isModifier(tokens[at]!.tag, tokens[at]!.lower)) at++;
  const word = tokens[at];
  if (word === undefined || quoted[at] !== -1) return null;
  const next = tokens[at + 1]?.lower ?? '';
  const isAttitude = ATTITUDES.has(word.lower);
  const after = tokens[at + 2]?.tag;
  const isToThing = next === 'to' && after !== 'VERB' && after !== 'AUX' && after !== 'ADV';
  const isAbout = isAttitude
    ? TOPIC_LINKS.has(next) || isToThing
    : next === 'about' && word.tag === 'ADJ';
  const isBare = WITH_CLAUSE.has(word.lower) && beginsClause(period, at + 1, groups);
  const takes = isAbout || isBare || next === 'that' || next === 'to' || word.lower === 'against';
  if ((!isAttitude && !isAbout) || !takes) return null;
  const source = subjectBefore(period, group.from);
  if (source === null || ['it', 'there'].includes(tokens[source.to]!.lower)) return null;
  const content = restOf(reading, isAbout || next === 'that' ? at + 2 : at + 1, {
    isFronted: isFronted(reading, group, source),
    isPhrase: next !== 'that' && !isBare,
  });
  if (content === null) return null;
  const cue = { from: group.from, to: isAbout ? at + 1 : at };
  return { rule: 'attitude', cue, source, addressee: null, content: [content] };
}

function isModifier(tag: string, lower: string): boolean {
  return tag === 'ADV' || lower === 'not' || lower === "n't";
}
