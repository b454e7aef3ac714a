import { trimmed } from './content';
import type { Frame, Reading } from './frame';
import { framesOf } from './lexicon';
import { readAttitude } from './frames-attitude';
import { readBlamed, readHolder, readMadeClear, readState, readThere } from './frames-holder';
import { readLightVerb } from './frames-light';
import type { TokenRange } from './noun-phrases';
import { JUDGEMENTS, STATEMENTS, WITH_ACTION, WITH_TOPIC } from './nouns';
import type { Period } from './periods';
import { restOf } from './rest';

/** Nouns and adjectives that are cues: "the claim that …", "voiced concern about …", "is wary of …". */
export function readNounCues(reading: Reading): readonly Frame[] {
  const frames: Frame[] = [];
  const { period, groups, found } = reading;
  const taken = new Set(found.map(({ cue }) => cue?.from));
  for (const group of groups) {
    if (taken.has(group.from)) continue;
    const frame =
      readAttitude(reading, group) ??
      readHolder(reading, group) ??
      readMadeClear(reading, group) ??
      readState(reading, group) ??
      readBlamed(reading, group) ??
      readThere(reading, group) ??
      readLightVerb(reading, group);
    if (frame !== null) frames.push(frame);
  }
  for (let at = 0; at + 1 < period.tokens.length; at++) {
    if (period.tokens[at]!.tag !== 'NOUN' || period.quoted[at] !== -1) continue;
    const isCue = ({ cue }: Frame) => cue !== null && cue.from <= at && cue.to >= at;
    if (frames.some(isCue) || found.some(isCue)) continue;
    const frame = readNoun(reading, at);
    if (frame !== null) frames.push(frame);
  }
  return frames;
}

const TOPIC_LINKS = new Set('about on over for against'.split(' '));
const OBJECT_LINKS = new Set('of with'.split(' '));

/** "the claim that the wall held", "Orm's promise to pay", "his doubts about it", "talk of a strike". */
function readNoun(reading: Reading, at: number): Frame | null {
  const { tokens } = reading.period;
  const { lemma } = tokens[at]!;
  const next = tokens[at + 1]!.lower;
  const after = tokens[at + 2]?.tag;
  const isThat = next === 'that' && STATEMENTS.has(lemma) && after !== 'VERB' && after !== 'AUX';
  const owner = ownerOf(reading.period, at);
  const isAction = next === 'to' && WITH_ACTION.has(lemma) && owner !== null;
  const isTopic =
    (WITH_TOPIC.has(lemma) && TOPIC_LINKS.has(next) && (owner !== null || next === 'about')) ||
    (JUDGEMENTS.has(lemma) && OBJECT_LINKS.has(next) && owner !== null && owner.from < owner.to);
  if (!isThat && !isAction && !isTopic) return null;
  const manner = { isFronted: false, isPhrase: !isThat };
  const whole = restOf(reading, isAction ? at + 1 : at + 2, manner);
  const content = whole === null ? null : withinSubject(reading, at, whole, isThat ? 1 : 0);
  if (content === null || (isThat && isRelativeClause(reading, content))) return null;
  return {
    rule: isTopic ? 'noun-about' : 'noun-that',
    cue: { from: adjectivesBefore(reading.period, at), to: isTopic ? at + 1 : at },
    source: owner,
    addressee: null,
    content: [content],
  };
}

/** "long-standing doubts about": what tells how strong a thought is belongs to its noun. */
function adjectivesBefore({ tokens, quoted }: Period, at: number): number {
  let from = at;
  while (from > 0 && tokens[from - 1]!.tag === 'ADJ' && quoted[from - 1] === -1) from--;
  const isDegree = from < at && /^(?:more|most|less|very)$/.test(tokens[from - 1]?.lower ?? '');
  return isDegree ? from - 1 : from;
}

/** "the charges that Norland rejects": the verb's object is the noun itself. */
function isRelativeClause({ groups }: Reading, { to }: TokenRange): boolean {
  return groups.some((group) => group.to === to && framesOf(group.lemma).has('object'));
}

/** "His doubts about the plan grew": in a subject the content ends before the verb. */
function withinSubject(
  { period, groups }: Reading,
  at: number,
  whole: TokenRange,
  ownVerbs: number,
): TokenRange | null {
  const finite = groups.filter(({ form }) => form === 'finite' || form === 'passive');
  if (finite.some(({ from }) => from < at)) return whole;
  const verb = finite.filter(({ from }) => from > whole.from)[ownVerbs];
  if (verb === undefined || verb.from > whole.to) return whole;
  return trimmed(period, { from: whole.from, to: verb.from - 1 });
}

/** Whose claim it is: "Orm's", "his", "the council's". */
function ownerOf(period: Period, at: number): TokenRange | null {
  const { tokens } = period;
  let before = at - 1;
  while (before > 0 && ['ADJ', 'ADV', 'VERB', 'NUM'].includes(tokens[before]!.tag)) before--;
  if (before < 0 || period.quoted[before] !== -1) return null;
  if (['his', 'her', 'their', 'its', 'our', 'my'].includes(tokens[before]!.lower))
    return { from: before, to: before };
  if (tokens[before]!.lower !== "'s" && tokens[before]!.lower !== "'") return null;
  let from = before - 1;
  while (from > 0 && ['PROPN', 'ADJ', 'DET', 'NUM', 'NOUN'].includes(tokens[from - 1]!.tag)) from--;
  return from < 0 ? null : { from, to: before };
}
