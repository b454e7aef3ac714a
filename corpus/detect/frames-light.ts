import { behindDay } from './adjuncts';
import { inheritedSource, type Frame, type Reading } from './frame';
import { restOf } from './rest';
import { isFronted } from './fronted';
import { listenerAt } from './listeners';
import { subjectBefore } from './noun-phrases';
import {
  JUDGEMENTS,
  PLANS,
  STATEMENTS,
  WITH_ACTION,
  WITH_LIGHT_VERB,
  WITH_OF,
  WITH_TOPIC,
} from './nouns';
import { isSpeaker } from './who-speaks';
import type { VerbGroup } from './verb-groups';

/** Verbs that say little beside their noun: "voiced concern", "made an offer". */
const LIGHT = new Set(
  `express voice raise have issue make give offer send hold cast show share reiterate repeat receive
   deliver reject dismiss deny announce air lodge launch file renew put draw throw ask pose submit
   present level take hear feel harbor harbour reach sign seek strike pay lend leave pour heap shed lay place pin tell
   sound mount wage direct unveil outline publish write draft post release circulate accept claim bear admit
   register extend withdraw retract drop defend cite echo discuss explain clarify reverse call
   poke nurse entertain adopt assume reconsider propose table secure request spread stress utter
   enjoy spark broach convey articulate declare pen continue intensify end abandon keep embrace hurl fling lob toss
   trade exchange unleash pile rain trumpet proclaim advance volunteer withhold find
   render preach peddle spin hide conceal betray reveal reflect demonstrate exude profess feature contain`.split(
    /\s+/,
  ),
);

const TOPIC_LINKS = new Set(
  'about for on over of against to at with into toward towards between behind'.split(' '),
);
/** What somebody has “in” a thing. */
const HELD_IN = new Set('interest confidence faith trust belief pride hope'.split(' '));
const WITHIN: ReadonlySet<string> = new Set(['DET', 'ADJ', 'PRON', 'ADV', 'NUM', 'NOUN', 'PROPN']);

/** "voiced concern about …", "issued a warning that …", "made an offer to …". */
export function readLightVerb(reading: Reading, group: VerbGroup): Frame | null {
  if (!LIGHT.has(group.lemma) || group.form === 'passive' || group.form === 'infinitive')
    return null;
  const { period } = reading;
  const { tokens, quoted } = period;
  for (let at = group.to + 1; at < Math.min(tokens.length, group.to + 7); at++) {
    if (quoted[at] !== -1 || !WITHIN.has(tokens[at]!.tag)) return null;
    const frame = tokens[at]!.tag === 'NOUN' ? lightFrame(reading, group, at) : null;
    if (frame !== null) return frame;
  }
  return null;
}

/** "made the case that", "sent a message that". */
const MADE = new Set(
  'case point position stance line sign signal notice message impression note'.split(' '),
);
/** People talk with somebody, and criticise something. */
const WITH_PEOPLE = new Set(
  'talk conversation discussion debate message interview speech'.split(' '),
);

/** Behind these “to” names who is told. */
const TO_PEOPLE = new Set(
  `warning statement message remark comment promise complaint speech request plea question suggestion demand proposal
   call joke lecture`.split(/\s+/),
);
/** Other nouns have “at” before where they were said: "made the pledge at a rally". */
const WITH_AT = new Set(
  `aim swipe shot jab dig barb jibe gibe anger outrage fury rage joke dismay frustration surprise alarm indignation
   annoyance irritation disappointment shock horror disgust astonishment amazement disbelief contempt joy delight
   attack offence offense exception umbrage insult criticism`.split(/\s+/),
);

/** "concern about", "tribute to"; "of" only behind some nouns. */
function isLightTopic(noun: string, link: string): boolean {
  if (link === 'with' && WITH_PEOPLE.has(noun)) return false;
  if (link === 'at' && !WITH_AT.has(noun)) return false;
  if (link === 'to' && TO_PEOPLE.has(noun)) return false;
  if (link === 'of' && (WITH_OF.has(noun) || JUDGEMENTS.has(noun))) return true;
  if (WITH_TOPIC.has(noun)) return TOPIC_LINKS.has(link);
  return link !== 'of' && WITH_LIGHT_VERB.has(noun) && TOPIC_LINKS.has(link);
}

function lightFrame(reading: Reading, group: VerbGroup, at: number): Frame | null {
  const { period } = reading;
  const noun = period.tokens[at]!.lemma;
  if (group.lemma === 'pose' && noun === 'threat') return null;
  const listener = listenerAt(period, at + 1);
  const link = behindDay(period, (listener?.to ?? at) + 1);
  const adverb = period.tokens[link]?.tag === 'ADV' && period.tokens[link + 1]?.lower === 'to';
  const next = adverb ? 'to' : (period.tokens[link]?.lower ?? '');
  const isVerb = /^(?:VERB|AUX)$/.test(period.tokens[at + 2]?.tag ?? '');
  const isTopic =
    link === at + 1 &&
    ((isLightTopic(noun, next) && !(next === 'to' && isVerb)) ||
      (next === 'in' && HELD_IN.has(noun)));
  const isThat = (STATEMENTS.has(noun) || MADE.has(noun)) && next === 'that';
  const isDenied = /^(?:no|any)$/.test(period.tokens[at - 1]!.lower);
  const isMade = PLANS.has(noun) ? group.lemma !== 'have' || isDenied : WITH_ACTION.has(noun);
  const isAction = isMade && next === 'to';
  if (!isTopic && !isThat && !isAction) return null;
  const source =
    group.form === 'participle'
      ? inheritedSource(reading, group)
      : subjectBefore(period, group.from);
  if (source === null || (group.lemma === 'raise' && !isSpeaker(period, source))) return null;
  const content = restOf(reading, isThat || isTopic ? link + 1 : link, {
    isFronted: isFronted(reading, group, source),
    isPhrase: !isThat,
  });
  if (content === null) return null;
  const cue = { from: group.from, to: isTopic ? at + 1 : at };
  return {
    rule: 'light-verb',
    cue,
    source,
    addressee: isThat ? listener : null,
    content: [content],
  };
}
