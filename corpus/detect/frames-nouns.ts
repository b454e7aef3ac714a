import { behindDay } from './adjuncts';
import type { Frame, Reading } from './frame';
import { framesOf } from './lexicon';
import { readAttitude } from './frames-attitude';
import { readBacked, readBlamed } from './frames-blame';
import { readHolder, readMadeClear, readState, readThere } from './frames-holder';
import { readLightVerb } from './frames-light';
import type { TokenRange } from './noun-phrases';
import { ownerOf } from './noun-owner';
import { adjectivesBefore, opensSentence, readDefined, readFrom } from './frames-noun-said';
import {
  isSayingNoun,
  JUDGEMENTS,
  RUMOURS,
  STATEMENTS,
  WITH_ACTION,
  WITH_OF,
  WITH_TOPIC,
} from './nouns';
import type { Period } from './periods';
import { restOf } from './rest';
import { withinSubject } from './within-subject';

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
      readBacked(reading, group) ??
      readLightVerb(reading, group);
    if (frame !== null) frames.push(frame);
  }
  for (let at = 0; at + 1 < period.tokens.length; at++) {
    if (period.quoted[at] !== -1 || !isSayingNoun(nounAt(period, at)) || !isNounAt(reading, at)) {
      continue;
    }
    const isCue = ({ cue }: Frame) => cue !== null && cue.from <= at && cue.to >= at;
    if (frames.some(isCue) || found.some(isCue)) continue;
    const frame = readDefined(reading, at) ?? readFrom(reading, at) ?? readNoun(reading, at);
    if (frame !== null) frames.push(frame);
  }
  return frames;
}

/** A noun, or what the tagger takes for a verb where none can stand: "her reply was blunt". */
function isNounAt({ period, groups }: Reading, at: number): boolean {
  const { tag, capital } = period.tokens[at]!;
  const isOpening = tag === 'PROPN' && capital && at === period.opening;
  return tag === 'NOUN' || isOpening || (tag === 'VERB' && !groups.some(({ head }) => head === at));
}

/** A noun's plain form; at the start of a sentence the tagger takes it for a name. */
function nounAt({ tokens }: Period, at: number): string {
  const { tag, lemma, lower } = tokens[at]!;
  return tag === 'PROPN' ? lower.replace(/ies$/, 'y').replace(/s$/, '') : lemma;
}

const TOPIC_LINKS = new Set('about on over for against'.split(' '));
const OBJECT_LINKS = new Set('of with'.split(' '));

/** "the claim that the wall held", "Orm's promise to pay", "his doubts about it", "talk of a strike". */
function readNoun(reading: Reading, at: number): Frame | null {
  const { tokens } = reading.period;
  const lemma = nounAt(reading.period, at);
  const link = behindDay(reading.period, at + 1);
  const next = tokens[link]?.lower ?? '';
  const after = tokens[link + 1]?.tag;
  const isThat =
    next === 'that' &&
    STATEMENTS.has(lemma) &&
    after !== 'VERB' &&
    after !== 'AUX' &&
    !isSoMany(reading.period, at);
  const owner = ownerOf(reading.period, at);
  const isAction = next === 'to' && WITH_ACTION.has(lemma) && owner !== null;
  const isTopic =
    link === at + 1 &&
    ((WITH_TOPIC.has(lemma) && TOPIC_LINKS.has(next) && (owner !== null || next === 'about')) ||
      (JUDGEMENTS.has(lemma) && OBJECT_LINKS.has(next) && owner !== null));
  const isOwnOf = WITH_OF.has(lemma) && next === 'of' && owner !== null && link === at + 1;
  const isRumour = RUMOURS.has(lemma) && next === 'of' && owner === null && link === at + 1;
  if (!isThat && !isAction && !isTopic && !isRumour && !isOwnOf) return null;
  const manner = { isFronted: opensSentence(reading.period, at), isPhrase: !isThat };
  const whole = restOf(reading, isAction ? link : link + 1, manner);
  const content = whole === null ? null : withinSubject(reading, at, whole, isThat ? 1 : 0);
  if (content === null || (isThat && isRelativeClause(reading, content))) return null;
  return {
    rule: isTopic || isRumour || isOwnOf ? 'noun-about' : 'noun-that',
    cue: {
      from: adjectivesBefore(reading.period, at),
      to: isTopic || isRumour || isOwnOf ? at + 1 : at,
    },
    source: owner,
    addressee: null,
    content: [content],
  };
}

/** "so many lies that nobody listens": what follows from it. */
function isSoMany({ tokens }: Period, at: number): boolean {
  return tokens.slice(Math.max(0, at - 4), at).some(({ lower }) => /^(?:so|such)$/.test(lower));
}

/** "the charges that Norland rejects": the verb's object is the noun itself. */
function isRelativeClause({ groups }: Reading, { to }: TokenRange): boolean {
  return groups.some((group) => group.to === to && framesOf(group.lemma).has('object'));
}
