import { beginsClause } from './content';
import type { Frame, Reading } from './frame';
import { restOf } from './rest';
import { isFronted } from './fronted';
import { subjectBefore } from './noun-phrases';
import type { VerbGroup } from './verb-groups';
import { isSpeaker } from './who-speaks';

const LINKING = new Set('be seem remain feel sound become grow'.split(' '));
const ATTITUDES = new Set(
  `confident sure certain aware unaware worried concerned afraid fearful hopeful optimistic pessimistic
   skeptical sceptical doubtful wary proud happy unhappy glad sorry convinced adamant eager willing
   unwilling reluctant ready determined keen opposed critical supportive dismissive suspicious angry
   furious surprised shocked disappointed grateful interested uninterested committed clear unsure
   uncertain thankful ashamed fond impressed unimpressed excited nervous prepared alarmed appalled
   outraged cautious against`.split(/\s+/),
);
/** The same, but said of things too: read only of somebody who can speak. */
const MOODS = new Set(
  `amazed annoyed anxious apologetic appreciative apprehensive astonished averse baffled bent bewildered bitter
   bothered bullish captivated cognizant cognisant complimentary confused conflicted conscious contemptuous content
   contrite curious defensive defiant delighted depressed desperate devastated disdainful disgusted disheartened
   dismayed displeased dissatisfied distraught distressed distrustful disturbed divided dubious ecstatic effusive
   elated embarrassed embittered encouraged enraged enthralled enthusiastic envious exasperated fascinated fearful
   flattered frustrated gloomy gratified guilty heartbroken heartened hesitant honored honoured hopeful horrified
   hostile humbled hurt impatient incensed inclined incredulous indifferent indignant insistent inspired insulted
   intent intrigued irate irritated jealous jubilant leery livid loath mad mesmerised mesmerized mindful mistrustful
   mortified mystified nostalgic obsessed offended open outspoken overjoyed overwhelmed partial passionate perplexed perturbed
   pleased puzzled relieved remorseful repelled repulsed resentful resigned resistant respectful revolted
   sad saddened satisfied scared scathing scornful silent smitten stunned sympathetic taken tempted tepid
   terrified thrilled tolerant torn touched troubled unafraid unapologetic unconcerned unconvinced undecided undeterred
   uneasy unfazed unhappy unmoved unnerved unperturbed unrepentant unsatisfied upbeat upset vague vocal wistful
   lukewarm bearish candid frank coy mum dismissive disappointed hypercritical complacent`.split(
    /\s+/,
  ),
);
/** Attitudes whose clause needs no "that": "is worried the wall will fall". */
const WITH_CLAUSE = new Set(
  `worried confident sure certain convinced afraid concerned aware unaware glad sorry hopeful happy
   proud adamant angry surprised disappointed grateful delighted pleased relieved scared frustrated amazed stunned
   shocked thrilled optimistic unsure upset astonished insistent terrified thankful`.split(/\s+/),
);
const TOPIC_LINKS = new Set('of about for on with in at by over toward towards'.split(' '));
/** Participles that say with "by" what was done and no attitude: "was determined by the court". */
const DONE = new Set(
  'determined prepared committed opposed interested divided inspired overwhelmed hurt taken'.split(
    ' ',
  ),
);

/** "Orm is wary of the plan", "Orm is confident that it will hold", "she was coy about it". */
export function readAttitude(reading: Reading, group: VerbGroup): Frame | null {
  const { period, groups } = reading;
  const { tokens, quoted } = period;
  const isState = group.form === 'passive' && isAttitudeWord(tokens[group.head]!.lower);
  if ((!LINKING.has(group.lemma) && !isState) || group.form === 'infinitive') return null;
  let at = isState ? group.head : group.to + 1;
  while (tokens[at] !== undefined && isModifier(tokens[at]!.tag, tokens[at]!.lower)) at++;
  const word = tokens[at];
  if (word === undefined || quoted[at] !== -1) return null;
  const next = tokens[at + 1]?.lower ?? '';
  const isAttitude = isAttitudeWord(word.lower);
  const after = tokens[at + 2]?.tag;
  const isToThing = next === 'to' && after !== 'VERB' && after !== 'AUX' && after !== 'ADV';
  const isAbout = isAttitude
    ? TOPIC_LINKS.has(next) || isToThing
    : next === 'about' && word.tag === 'ADJ';
  const isBare = WITH_CLAUSE.has(word.lower) && beginsClause(period, at + 1, groups);
  const takes = isAbout || isBare || next === 'that' || next === 'to' || word.lower === 'against';
  if ((!isAttitude && !isAbout) || !takes) return null;
  if (next === 'by' && DONE.has(word.lower)) return null;
  const source = subjectBefore(period, group.from);
  if (source === null || ['it', 'there'].includes(tokens[source.to]!.lower)) return null;
  if (MOODS.has(word.lower) && !isSpeaker(period, source)) return null;
  const content = restOf(reading, isAbout || next === 'that' ? at + 2 : at + 1, {
    isFronted: isFronted(reading, group, source),
    isPhrase: next !== 'that' && !isBare,
  });
  if (content === null) return null;
  const cue = { from: group.from, to: isAbout ? at + 1 : at };
  return { rule: 'attitude', cue, source, addressee: null, content: [content] };
}

function isAttitudeWord(lower: string): boolean {
  return ATTITUDES.has(lower) || MOODS.has(lower);
}

function isModifier(tag: string, lower: string): boolean {
  return tag === 'ADV' || lower === 'not' || lower === "n't";
}
