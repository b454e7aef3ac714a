import type { Frame, Reading } from './frame';
import { namesFrom } from './noun-owner';
import { subjectBefore } from './noun-phrases';
import { restOf } from './rest';
import type { VerbGroup } from './verb-groups';
import { isSpeaker } from './who-speaks';

/** What somebody is under, or draws, where they are blamed or praised for something. */
const UNDER = /^(?:fire|attack|criticism|scrutiny|pressure)$/;
const BLAME =
  /^(?:criticism|condemnation|flak|heat|fire|ire|praise|rebuke|scorn|ridicule|backlash|scrutiny|objections|derision|outrage|applause|plaudits)$/;
const PHRASE = { isFronted: false, isPhrase: true };

/** "Orm is under fire for the delay", "the plan drew criticism for its cost", "the plan drew praise from Vale". */
export function readBlamed(reading: Reading, group: VerbGroup): Frame | null {
  const { period } = reading;
  const { tokens, quoted } = period;
  const isUnder =
    /^(?:be|come|remain)$/.test(group.lemma) && tokens[group.to + 1]?.lower === 'under';
  const draws = /^(?:draw|take|face|attract|receive|provoke)$/.test(group.lemma);
  if (group.form === 'infinitive' || (!isUnder && !draws)) return null;
  let at = group.to + (isUnder ? 2 : 1);
  if (quoted[at] === -1 && tokens[at]!.tag === 'ADJ') at++;
  const noun = tokens[at]?.lower ?? '';
  const asked = readAskedOf(reading, group, at);
  if (asked !== null) return asked;
  const isNoun = isUnder ? UNDER.test(noun) : BLAME.test(noun);
  if (!isNoun || quoted[at] !== -1) return null;
  const source = tokens[at + 1]?.lower === 'from' ? namesFrom(period, at + 2) : null;
  const link = (source?.to ?? at) + 1;
  const isFor = quoted[link] === -1 && /^(?:for|over)$/.test(tokens[link]!.lower);
  if (!isFor && (source === null || isUnder || !isSpeaker(period, source))) return null;
  const content = isFor ? restOf(reading, link + 1, PHRASE) : subjectBefore(period, group.from);
  if (content === null) return null;
  const cue = { from: group.from, to: at + 1 };
  return { rule: 'attitude', cue, source, addressee: null, content: [content] };
}

/** "Orm is under pressure to resign", "she faces calls from the union to resign": what others ask of somebody. */
function readAskedOf(reading: Reading, group: VerbGroup, at: number): Frame | null {
  const { tokens, quoted } = reading.period;
  if (!/^(?:pressure|calls|demands|appeals|pleas)$/.test(tokens[at]?.lower ?? '')) return null;
  const source = tokens[at + 1]?.lower === 'from' ? namesFrom(reading.period, at + 2) : null;
  const to = (source?.to ?? at) + 1;
  if (tokens[to]?.lower !== 'to' || quoted[to] !== -1 || tokens[to + 1]?.tag !== 'VERB')
    return null;
  const content = restOf(reading, to, PHRASE);
  const cue = { from: group.from, to: source === null ? at : at + 1 };
  return content === null
    ? null
    : { rule: 'attitude', cue, source, addressee: null, content: [content] };
}

const BACKING = /^(?:support|backing|blessing|approval|endorsement|trust|respect|admiration)$/;

/** "The plan has the support of the union", "Orm won the trust of the crew": whose view of the subject it is. */
export function readBacked({ period }: Reading, group: VerbGroup): Frame | null {
  const { tokens, quoted } = period;
  if (!/^(?:have|win|gain|enjoy|earn|secure|lose)$/.test(group.lemma)) return null;
  if (group.form === 'infinitive' || group.form === 'passive') return null;
  let at = group.to + 1;
  while (quoted[at] === -1 && /^(?:DET|ADJ)$/.test(tokens[at]!.tag)) at++;
  const isBacking = quoted[at] === -1 && BACKING.test(tokens[at]!.lower);
  const source = isBacking && tokens[at + 1]?.lower === 'of' ? namesFrom(period, at + 2) : null;
  const content = subjectBefore(period, group.from);
  if (source === null || content === null) return null;
  const cue = { from: group.from, to: at + 1 };
  return { rule: 'attitude', cue, source, addressee: null, content: [content] };
}
