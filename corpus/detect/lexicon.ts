/**
 * The verbs that give words or thoughts to somebody, by the frames they stand in. A frame says what
 * follows the verb as its content:
 *
 * - `clause`: "said (that) the wall held"; also before the verb: "the wall held, Orm said"
 * - `object`: "denied the charge", "condemned the vote"
 * - `action`: "plans to leave", "promised to pay"
 * - `asked`: "urged the council to pay", "asked Orm to leave"
 * - `named`: "called the wall a ruin", "described Orm as tired"
 * - `speech`: words of speech that take a quotation and little else: "shouted", "laughed"
 */
export type Frame = 'clause' | 'object' | 'action' | 'asked' | 'named' | 'speech';

const THINKING = `believe think suspect assume presume imagine reckon understand realise realize recognise
     recognize doubt fear worry hope expect anticipate envisage envision suppose guess know feel
     remember forget consider regret wonder ask question explain`;
/** With an object they tell what somebody did: found a way, heard the case, decided it. */
const FINDING = `find hear decide learn rule judge determine prove maintain agree dream fret care pray figure sense notice discover vote show demonstrate`;

const WORDS_BY_FRAMES: readonly (readonly [frames: string, lemmas: string])[] = [
  [
    'clause object',
    `say state add note explain argue claim insist contend assert announce report reveal
     disclose confirm acknowledge admit concede recall stress emphasise emphasize underline
     underscore highlight reiterate repeat caution predict forecast foresee estimate suggest hint
     imply indicate allege charge declare deny retract clarify specify detail recount relate
     mention cite quote describe conclude concur certify guarantee
     attest swear signal propose recommend demand advise affirm reaffirm profess posit surmise deduce
     infer stipulate divulge intimate echo articulate aver avow confess convey foretell prophesy
     illustrate explicate reaffirm insinuate confide forewarn`,
  ],
  [
    'clause speech',
    `observe remark comment respond reply counter retort write tweet blog quip joke muse reason
     boast brag lament complain grumble testify speculate opine venture conjecture hypothesise
     hypothesize theorize theorise proclaim interject continue narrate deadpan gush rant fume
     explain marvel reflect carp gripe grouse moan whine crow gloat bet wager preach blurt rejoin
     interrupt post thunder text email`,
  ],
  [
    'speech',
    `shout yell scream cry whisper murmur mutter exclaim sigh laugh chant sing snap roar sob
     intone chime begin go agree conclude recite sneer scoff jeer snort plead read bellow bark growl hiss howl wail whimper stammer mumble bluster`,
  ],
  ['clause object', THINKING],
  ['clause', FINDING],
  ['object', `regard view perceive interpret deem`],
  [
    'object',
    `admire adore idolise idolize worship revere esteem cherish prefer distrust mistrust disdain scorn\n     compliment flatter`,
  ],
  [
    'action object',
    `want plan intend promise threaten vow pledge refuse decline offer propose seek desire aim
     prefer favor favour`,
  ],
  ['action clause', `hope expect wish vow pledge promise threaten agree decide resolve swear plot`],
  ['action', `aspire long yearn volunteer consent opt vote hesitate choose undertake`],
  [
    'asked',
    `urge ask tell order press push encourage advise warn instruct beg implore request
     persuade entreat direct mandate want expect command exhort call challenge counsel pressure lobby beseech caution dare forbid petition`,
  ],
  [
    'object',
    `condemn criticise criticize denounce accuse blame praise reject oppose dismiss defend mock attack slam
     blast question challenge decry deplore hail welcome applaud commend laud honour rebuke
     castigate chide scold berate assail lambast lambaste excoriate disavow disown repudiate rebut
     refute dispute contest endorse urge advocate champion debate protest outline demand dub tout trumpet ridicule deride bemoan lament mourn disparage
     lash knock bash rail scorn insult malign vilify appreciate respect trust love hate dislike
     resent admire disapprove rue dread deprecate relish savour savor begrudge
     acclaim exalt glorify revile reprimand slander smear skewer demonize demonise vilify savage
     tease needle entertain ponder weigh savor endorse exaggerate understate overstate exalt request threaten celebrate cheer upbraid admonish belittle berate
     censure chastise congratulate denigrate extol fault impugn laud reproach ridicule salute shame
     ignore despise loathe detest abhor envy pity value prize forgive invoke evoke recite outline
     taunt thank pillory hammer trash vow mull contemplate chronicle document detail highlight
     emphasize emphasise discuss promote espouse propound stress renounce rebuff downplay minimize
     minimise trivialize trivialise rationalize rationalise justify excuse assess evaluate second heckle boo pan
     rubbish belie float attribute ascribe construe justify favour favor reference`,
  ],
  [
    'named',
    `call describe label brand characterise characterize portray depict compare liken regard view see
     equate tag dub denounce hail dismiss cast paint deem consider declare term style name frame rate rank judge construe`,
  ],
  [
    'clause asked',
    `tell warn inform assure reassure remind notify convince persuade promise alert advise brief`,
  ],
];

/** Particles that belong to the verb before them: "called for", "objected to". */
const PARTICLES: Readonly<Record<string, string>> = {
  call: 'for on out',
  press: 'for',
  appeal: 'for to',
  ask: 'for about',
  lobby: 'for against',
  argue: 'for against',
  campaign: 'for against',
  warn: 'against of about',
  complain: 'about of',
  worry: 'about',
  joke: 'about',
  write: 'about of',
  boast: 'about of',
  brag: 'about of',
  think: 'about of',
  hear: 'about of',
  know: 'about of',
  wonder: 'about',
  comment: 'on',
  elaborate: 'on',
  insist: 'on',
  object: 'to',
  refer: 'to',
  allude: 'to',
  admit: 'to',
  point: 'out to',
  testify: 'about to',
  agree: 'with on',
  disagree: 'with on over',
  believe: 'in',
  hope: 'for',
  wish: 'for',
  long: 'for',
  apologize: 'for',
  apologise: 'for',
  speculate: 'about on',
  rail: 'against',
  protest: 'against',
  vote: 'for against',
  dream: 'of about',
  accuse: '',
  lash: 'out',
  lay: 'out',
  spell: 'out',
  rule: 'out',
  single: 'out',
  find: 'out',
  go: 'on',
  brush: 'off',
  react: 'to',
  respond: 'to',
  subscribe: 'to',
  hint: 'at',
  scoff: 'at',
  laugh: 'at',
  bristle: 'at',
  learn: 'of about',
  conceive: 'of',
  approve: 'of',
  disapprove: 'of',
  beg: 'for',
  opt: 'for',
  care: 'about',
  rave: 'about',
  rant: 'about',
  inquire: 'about',
  chime: 'in',
  weigh: 'in',
  double: 'down',
  push: 'for back',
  hit: 'back out',
  fire: 'back',
  play: 'down up',
  talk: 'about of up down',
  set: 'out forth',
  sum: 'up',
  put: 'forward',
  speak: 'about of',
  balk: 'at',
  dwell: 'on',
  vouch: 'for',
  attest: 'to',
  side: 'with',
  sympathise: 'with',
  sympathize: 'with',
  empathise: 'with',
  empathize: 'with',
  quarrel: 'with',
  plead: 'for with',
  swear: 'by',
};

const FRAMES = new Map<string, ReadonlySet<Frame>>();
for (const [frames, lemmas] of WORDS_BY_FRAMES) {
  for (const lemma of lemmas.split(/\s+/).filter(Boolean)) {
    const known = FRAMES.get(lemma) ?? new Set<Frame>();
    FRAMES.set(lemma, new Set([...known, ...(frames.split(' ') as Frame[])]));
  }
}
const WITH_PARTICLE = new Map(
  Object.entries(PARTICLES).map(([lemma, words]) => [lemma, new Set(words.split(' '))] as const),
);

/** The frames that a verb stands in; empty for verbs that give nobody words or thoughts. */
export function framesOf(lemma: string): ReadonlySet<Frame> {
  return FRAMES.get(lemma) ?? NO_FRAMES;
}

const NO_FRAMES: ReadonlySet<Frame> = new Set();

const THOUGHTS = new Set(`${THINKING} ${FINDING}`.split(/\s+/));

/** Whether a verb tells what somebody thinks, finds or shows, and not that they said it. */
export function isThought(lemma: string): boolean {
  return THOUGHTS.has(lemma);
}

/** Whether a particle makes one cue with the verb before it. */
export function takesParticle(lemma: string, particle: string): boolean {
  return WITH_PARTICLE.get(lemma)?.has(particle) ?? false;
}

export function isCueLemma(lemma: string): boolean {
  return FRAMES.has(lemma) || WITH_PARTICLE.has(lemma);
}

/** What is given to nobody in particular: "is believed to be", "was said to have". */
export const BELIEVED = new Set(
  `believe think expect say report know consider see regard view allege rumour rumor
   estimate understand deem perceive fear project forecast assume accuse describe call label dub`.split(
    /\s+/,
  ),
);
