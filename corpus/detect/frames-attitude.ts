import { beginsClause } from './content';
import type { Frame, Reading } from './frame';
import { restOf } from './rest';
import { isFronted } from './fronted';
import { subjectBefore } from './noun-phrases';
import type { VerbGroup } from './verb-groups';
import { isMoved } from './moods';
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
  `aggrieved aghast agitated agnostic agreeable amazed ambivalent amenable annoyed antagonistic anxious
   apathetic apologetic appreciative apprehensive astonished averse baffled bearish bent bewildered bitter
   blunt bothered bullish candid captivated careful careless chagrined charitable cognisant cognizant combative
   comfortable complacent complimentary conflicted confused conscious contemptuous content contrite cool coy
   credulous crestfallen curious cynical dazed defensive deferential defiant dejected delighted depressed
   desirous desperate devastated devoted disapproving discreet disdainful disgusted disheartened dismayed
   displeased dissatisfied distraught distressed distrustful disturbed divided dubious dumbstruck ecstatic
   effusive elated embarrassed embittered empathetic emphatic enamored enamoured encouraged enraged enthralled
   enthusiastic envious evasive exasperated explicit fascinated flattered flippant forthcoming forthright frank
   frantic frosty frustrated gleeful gloomy gratified guarded guilt-ridden guilty hawkish heartbroken heartened
   hesitant honest honored honoured horrified hostile humbled hurt hypercritical idealistic ignorant
   impassioned impatient incensed inclined incredulous indebted indifferent indignant insensitive insistent
   inspired insulted intent intolerant intrigued irate irritated jaded jealous jittery jubilant judgemental
   judgmental knowledgeable leery livid loath loyal lukewarm mad mesmerised mesmerized mindful mistrustful
   mixed mortified moved mum mystified neutral non-committal nonchalant noncommittal nostalgic oblivious
   obsessed obstinate offended open opinionated outspoken overjoyed overwhelmed overwrought paranoid partial
   passionate perplexed perturbed philosophical phobic pleased pragmatic prejudiced protective puzzled quiet
   rapturous realistic receptive relieved remorseful repelled repulsed resentful reserved resigned
   resistant resolute respectful reticent revolted rueful sad saddened sanguine sarcastic satisfied scared
   scathing scornful secretive self-conscious sensitive serious shaken sickened silent skittish smitten
   smug sold solicitous sour specific spellbound squeamish steadfast stoic strident stumped stung stunned
   swayed sympathetic taken tempted tepid terrified thrilled tight-lipped tired tolerant torn touched tough
   transparent troubled unabashed unafraid unanimous unapologetic unashamed unbending uncomfortable uncommitted
   uncompromising unconcerned unconvinced undaunted undecided undeterred uneasy unenthusiastic unequivocal
   unfazed unflinching unforgiving uninhibited unmoved unnerved unperturbed unreceptive unrepentant unsatisfied
   unsentimental unsurprised unsympathetic untroubled unwavering unyielding upbeat upset vague vehement
   vigilant vindictive vocal warm weary welcoming wistful worked-up wounded zealous`.split(/\s+/),
);
/** Attitudes whose clause needs no "that": "is worried the wall will fall". */
const WITH_CLAUSE = new Set(
  `worried confident sure certain convinced afraid concerned aware unaware glad sorry hopeful happy
   proud adamant angry surprised disappointed grateful delighted pleased relieved scared frustrated amazed stunned
   shocked thrilled optimistic unsure upset astonished insistent terrified thankful`.split(/\s+/),
);
const TOPIC_LINKS = new Set('of about for on with in at by over toward towards'.split(' '));
/** What somebody is “in” a thing. */
const WITH_IN = new Set(
  'interested uninterested confident disappointed unanimous frank candid resolute steadfast secure united'.split(
    ' ',
  ),
);
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
    ? (TOPIC_LINKS.has(next) && (next !== 'in' || WITH_IN.has(word.lower))) || isToThing
    : next === 'about' && word.tag === 'ADJ';
  const isBare = WITH_CLAUSE.has(word.lower) && beginsClause(period, at + 1, groups);
  const takes = isAbout || isBare || next === 'that' || next === 'to' || word.lower === 'against';
  if ((!isAttitude && !isAbout) || !takes) return null;
  if (next === 'by' && DONE.has(word.lower)) return null;
  const source = subjectBefore(period, group.from);
  if (source === null || ['it', 'there'].includes(tokens[source.to]!.lower)) return null;
  if (isMood(word.lower) && !isSpeaker(period, source)) return null;
  const content = restOf(reading, isAbout || next === 'that' ? at + 2 : at + 1, {
    isFronted: isFronted(reading, group, source),
    isPhrase: next !== 'that' && !isBare,
  });
  if (content === null) return null;
  const cue = { from: group.from, to: isAbout ? at + 1 : at };
  return { rule: 'attitude', cue, source, addressee: null, content: [content] };
}

function isAttitudeWord(lower: string): boolean {
  return ATTITUDES.has(lower) || isMood(lower);
}

function isMood(lower: string): boolean {
  return MOODS.has(lower) || (isMoved(lower) && !ATTITUDES.has(lower));
}

function isModifier(tag: string, lower: string): boolean {
  return tag === 'ADV' || lower === 'not' || lower === "n't";
}
