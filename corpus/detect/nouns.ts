/** Nouns that name a statement or a thought, whose content a clause with "that" gives. */
export const STATEMENTS = new Set(
  `statement claim allegation accusation announcement assertion warning prediction promise pledge
   threat vow assurance admission suggestion report rumour rumor belief hope fear concern doubt
   suspicion expectation conviction opinion view idea notion impression argument conclusion
   finding complaint demand insistence denial confirmation speculation worry perception sense
   acknowledgement acknowledgment contention charge proof evidence word news confidence feeling
   reminder recognition realization realisation certainty understanding assumption presumption
   hypothesis theory thesis boast lie falsehood myth guarantee oath disclosure revelation verdict
   judgment judgement assessment estimate guess hunch intuition insinuation implication inference
   consensus pretense pretence mantra sentiment anxiety apprehension optimism pessimism
   skepticism scepticism disbelief dismay outrage relief regret delusion illusion misconception
   wish testimony hint prognosis forecast conjecture supposition adage canard disappointment
   frustration gratitude pride faith trust caveat admonition premise talk rumblings
   declaration decision explanation message observation position proposal proposition recommendation remark reply
   response stance story narrative diagnosis objection principle rationale reassurance ruling determination request
   instruction order plea prayer doctrine dogma maxim tenet axiom truism slogan motto
   philosophy logic reasoning calculation deduction interpretation misgiving reservation unease resentment
   grievance protest rebuttal retort answer excuse pretext confession concession affirmation insight
   premonition foreboding superstition stereotype tweet tip whisper rumbling intelligence intimation
   stipulation requirement proviso ultimatum lament shock surprise anger fury indignation anguish alarm horror joy
   satisfaction delight amazement astonishment resolve`.split(/\s+/),
);
/** Nouns with "to" and what is to be done: "Orm's promise to pay". */
export const WITH_ACTION = new Set(
  `promise pledge vow threat offer proposal demand request call refusal intention aim desire wish
   hope determination appeal decision agreement deal plan commitment willingness unwillingness
   eagerness reluctance readiness resolve ambition urge inclination plea invitation oath longing
   yearning aspiration order instruction recommendation bid effort attempt push goal mission quest motion
   resolution directive command ultimatum scheme plot advice dream undertaking hesitation vote
   temptation proposition bet`.split(/\s+/),
);
/** Nouns with a preposition and what they are about: "concern about the bridge". */
export const WITH_TOPIC = new Set(
  `concern doubt fear worry question hope call criticism support opposition skepticism scepticism
   complaint warning remark comment statement claim allegation accusation outrage anger regret
   disappointment frustration misgiving confidence interest request demand proposal condemnation
   praise suspicion speculation optimism pessimism threat objection contempt sympathy condolence
   gratitude pressure rebuke spectre specter misgivings reservation unease dismay alarm
   enthusiasm passion offense offence exception umbrage pride illusion despair position stance
   faith trust disdain respect admiration obsession idea view opinion belief thought attack
   rhetoric speech debate message insight note hint apprehension ambivalence animosity antipathy
   animus bitterness curiosity cynicism disgust disillusionment envy fury grief grievance guilt
   hatred hostility horror impatience indignation indifference ire irritation jealousy
   nervousness nostalgia paranoia qualm rage rancor resentment sadness scorn shame sorrow
   surprise trepidation uncertainty annoyance anguish anxiety astonishment awe bewilderment
   compassion consternation rant tirade diatribe lecture joke quip jibe gibe barb lament boast
   promise prediction assertion testimony feeling theory disagreement jab discussion conversation
   dialogue argument dispute quarrel inquiry enquiry query presentation sermon commentary critique
   briefing thesis narrative story fantasy memory recollection protest plea
   prejudice bias phobia fixation preoccupation discomfort disquiet wariness weariness
   affection fondness adoration appetite craving longing yearning thirst hunger ambition preference
   distaste aversion dislike distrust mistrust loathing revulsion abhorrence adulation reverence
   acrimony vitriol invective insult slur slander taunt retort outburst`.split(/\s+/),
);
/** Nouns that judge what follows them with "of" or "with": "Orm's criticism of the plan". */
export const JUDGEMENTS = new Set(
  `criticism condemnation praise rejection denial dismissal endorsement admiration rebuke
   denunciation mockery disavowal acceptance acknowledgement acknowledgment opinion view fear
   hatred love distrust characterisation characterization description depiction portrayal
   interpretation theory disapproval approval defence defense embrace repudiation worship
   adulation dislike contempt suspicion announcement accusation warning promise prediction
   mention obsession fascination agreement disagreement assessment analysis account recollection
   memory critique appraisal evaluation understanding conception notion recognition indictment
   disparagement demonization derision evocation justification mischaracterization
   mischaracterisation caricature vision abandonment avoidance evasion recital recounting retelling
   summary reading perception appreciation adoration affirmation disapprobation renunciation
   retraction ridicule scorn tolerance trust mistrust fondness familiarity infatuation preoccupation fixation
   dissatisfaction satisfaction disenchantment disillusionment displeasure impatience frustration`.split(
    /\s+/,
  ),
);
/** Of these a copula tells what they are, or a light verb makes them known: "unveiled a plan to close the port". */
export const PLANS = new Set(
  `plan effort attempt bid push ambition aspiration commitment eagerness willingness unwillingness
   reluctance readiness urge plea resolve invitation order resolution recommendation instruction
   insistence quest`.split(/\s+/),
);
/** Nouns that say something beside a light verb alone: "took aim at", "paid tribute to", "made the case for". */
export const WITH_LIGHT_VERB = new Set(
  `case plea pitch aim issue exception credit comfort solace swipe shot jab dig pleasure delight
   fun reference secret aspersion blame emphasis voice credence tribute homage respect heed
   attention distinction comparison contrast parallel prospect possibility alarm story tale
   intention lawsuit suit petition responsibility involvement apology assurance explanation
   account testimony response briefing lecture presentation review analysis assessment condolence
   thanks advice argument letter pledge promise vow commitment plan guarantee water bone
   complaint barb swing grievance objection caution`.split(/\s+/),
);
/** Of these and others, what takes "of": "made fun of", "told the story of". */
export const WITH_OF = new Set(
  `fun mention message note account story tale intention prospect possibility view opinion fear hope
   accusation allegation criticism defence defense description explanation approval disapproval
   memory knowledge endorsement rejection denial warning talk promise hint assessment analysis
   review critique spectre specter secret pride word assurance light insight understanding`.split(
    /\s+/,
  ),
);
/** Nouns of which somebody says what they are: "his hope is that …", "her answer was “no”". */
export const DEFINED = new Set(
  `goal aim plan message point answer response reply mission priority dream motto slogan objective bet wager gamble hunch
   position advice strategy line take job ambition task question problem solution`.split(/\s+/),
);
/** What goes round with "of" and is nobody's in particular: "rumours of a strike". */
export const RUMOURS = new Set(
  'rumor rumour talk fear allegation accusation claim hint suspicion'.split(' '),
);

const SAYING = new Set(
  [STATEMENTS, WITH_ACTION, WITH_TOPIC, JUDGEMENTS, PLANS, DEFINED, RUMOURS].flatMap((nouns) => [
    ...nouns,
  ]),
);

/** Whether a noun names words or thoughts where something goes on behind it. */
export function isSayingNoun(lemma: string): boolean {
  return SAYING.has(lemma);
}
