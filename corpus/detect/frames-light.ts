import { inheritedSource, type Frame, type Reading } from './frame';
import { restOf } from './rest';
import { isFronted } from './fronted';
import { subjectBefore } from './noun-phrases';
import { STATEMENTS, WITH_ACTION, WITH_TOPIC } from './nouns';
import type { VerbGroup } from './verb-groups';

/** Verbs that say little beside their noun: "voiced concern", "made an offer". */
const LIGHT = new Set(
  `express voice raise have issue make give offer send hold cast show share reiterate repeat receive
   deliver reject dismiss deny announce air lodge launch file renew put draw throw ask pose submit
   present level deliver sound take renew hear repeat hold feel harbor harbour reach sign seek strike give have pay lend leave`.split(
    /\s+/,
  ),
);

const TOPIC_LINKS = new Set('about for on over of against to at with into'.split(' '));
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

function lightFrame(reading: Reading, group: VerbGroup, at: number): Frame | null {
  const { period } = reading;
  const noun = period.tokens[at]!.lemma;
  if (group.lemma === 'pose' && noun === 'threat') return null;
  const adverb = period.tokens[at + 1]?.tag === 'ADV' && period.tokens[at + 2]?.lower === 'to';
  const next = adverb ? 'to' : (period.tokens[at + 1]?.lower ?? '');
  const isTopic =
    (WITH_TOPIC.has(noun) && TOPIC_LINKS.has(next)) || (next === 'in' && HELD_IN.has(noun));
  const isThat = STATEMENTS.has(noun) && next === 'that';
  const isAction = WITH_ACTION.has(noun) && next === 'to';
  if (!isTopic && !isThat && !isAction) return null;
  const source =
    group.form === 'participle'
      ? inheritedSource(reading, group)
      : subjectBefore(period, group.from);
  if (source === null) return null;
  const takesLink = isTopic && next !== 'to';
  const content = restOf(reading, isThat || takesLink ? at + 2 : at + 1, {
    isFronted: isFronted(reading, group, source),
    isPhrase: !isThat,
  });
  if (content === null) return null;
  const cue = { from: group.from, to: takesLink ? at + 1 : at };
  return { rule: 'light-verb', cue, source, addressee: null, content: [content] };
}
