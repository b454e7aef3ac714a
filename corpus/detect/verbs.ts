/**
 * The verbs that give words or thoughts to somebody, by the frames they stand in. A frame says what
 * follows the verb as its content:
 *
 * - `clause`: "said (that) the wall held"; also before the verb: "the wall held, Orm said"
 * - `that`: a clause only behind "that" or a question word: "held that the vote was void"
 * - `object`: "denied the charge", "condemned the vote"
 * - `action`: "plans to leave", "promised to pay"
 * - `asked`: "urged the council to pay", "asked Orm to leave"
 * - `named`: "called the wall a ruin", "described Orm as tired"
 * - `speech`: words of speech that take a quotation and little else: "shouted", "laughed"
 */
export type Frame = 'clause' | 'that' | 'object' | 'action' | 'asked' | 'named' | 'speech';

export const THINKING = `believe think suspect assume presume imagine reckon understand realise realize recognise
     recognize doubt fear worry hope expect anticipate envisage envision suppose guess know feel
     remember forget consider regret wonder ask question explain`;
/** With an object they tell what somebody did: found a way, heard the case, decided it. */
export const FINDING = `find hear decide learn rule judge determine prove maintain agree dream fret care pray figure
     sense notice discover vote show demonstrate`;

/**
 * What somebody does with a matter or a person as often as says of it: read only where the source is
 * somebody who can speak.
 */
export const ACTS = `resist shun dodge evade sidestep identify investigate address scrutinise scrutinize uphold
     overrule tolerate forswear reconsider reassess vindicate exonerate hammer roast eviscerate flay
     contradict explore bludgeon clobber pound pummel thrash ding zing torch scorch browbeat snub swat
     duck flout defy disobey obey heed tweak link tie connect deflect parry`;

/** What a text, a picture or a study does with its matter. */
export const TELLINGS = `expose feature contain reflect cover chronicle trace measure analyse analyze capture tally
     quantify`;

/** The same with a particle: "stands by his words", but not "stands by the river". */
export const ACTS_WITH_PARTICLE = `stand settle bring look lie seize commit walk go come shoot tear rip lay lean open
     pounce dig hold bank count`;

/** The same with "to": a machine pushes too, and a price declines. */
export const ACTS_WITH_TO = `push prod nudge decline`;

/** What a law, a rule or a contract does. */
export const RULINGS = `prohibit forbid require permit entitle empower mandate allow ban bar oblige compel preclude
     exempt`;

export const WORDS_BY_FRAMES: readonly (readonly [frames: string, lemmas: string])[] = [
  [
    'clause object',
    `say state add note explain argue claim insist contend assert announce report reveal
     disclose confirm acknowledge admit concede recall stress emphasise emphasize underline
     underscore highlight reiterate repeat caution predict forecast foresee estimate suggest hint
     imply indicate allege charge declare deny retract clarify specify detail recount relate
     mention cite quote describe conclude concur certify guarantee
     attest swear signal propose recommend demand advise affirm reaffirm profess posit surmise deduce
     infer stipulate divulge intimate echo articulate aver avow confess convey foretell prophesy
     illustrate explicate insinuate confide forewarn begrudge
     recollect reminisce elaborate enunciate expound hazard flag foreshadow telegraph relay restate
     answer reassert rumour rumor second-guess speculate verify volunteer
     blab postulate prognosticate corroborate substantiate authenticate glean discern extrapolate signify debunk
     disprove misremember verbalize verbalise vocalize vocalise presuppose counterclaim communicate
     itemise itemize expatiate generalise generalize recapitulate rephrase reconfirm recommit testify depose
     comprehend fathom grasp project rationalise rationalize`,
  ],
  [
    'clause speech',
    `observe remark comment respond reply counter retort write tweet blog quip joke muse reason
     boast brag lament complain grumble testify speculate opine venture conjecture hypothesise
     hypothesize theorize theorise proclaim interject continue narrate deadpan gush rant fume
     explain marvel reflect carp gripe grouse moan whine crow gloat bet wager preach blurt rejoin
     interrupt post thunder text email retweet bemoan gossip jest kid lecture pontificate rhapsodise rhapsodize rave
     scribble sermonise sermonize simper snark tease wail
     kvetch wisecrack editorialize editorialise philosophize philosophise moralize moralise message e-mail cable
     radio riposte vociferate yammer ad-lib extemporize extemporise equivocate prevaricate fib banter yap natter
     prattle commentate blather babble bleat drone spout seethe storm nag interpose`,
  ],
  [
    'speech',
    `shout yell scream cry whisper murmur mutter exclaim sigh laugh chant sing snap roar sob
     intone chime begin go agree conclude recite sneer scoff jeer snort plead read bellow bark growl hiss howl
     whimper stammer mumble bluster boom breathe cackle chuckle chortle coo croak drawl enthuse giggle groan grunt
     gasp hoot hum lie nod object perorate protest pronounce rasp rejoice riff shriek shrug smile smirk snarl
     sniff squeal stutter vent warn weep wheeze yelp counsel declaim emote hedge persist
     guffaw titter grin beam grimace wince harrumph holler shrill chirp bawl blare trill purr rumble spit squawk
     squeak quaver sputter bray screech whoop twitter chatter warble whistle orate incant yodel blubber whinge chide
     sniffle croon`,
  ],
  ['clause object', THINKING],
  ['clause', FINDING],
  [
    'that',
    `hold accept appreciate establish calculate ascertain rejoice despair provide stipulate gather fancy resolve
     intuit debate deliberate decree ordain joke grant allow warrant leak adjudge see read inquire enquire query
     contemplate ponder investigate examine discuss probe study research gauge publish post broadcast air`,
  ],
  ['object', `regard view perceive interpret deem`],
  [
    'object',
    `admire adore idolise idolize worship revere esteem cherish prefer distrust mistrust disdain scorn
     compliment flatter`,
  ],
  [
    'action object',
    `want plan intend promise threaten vow pledge refuse decline offer propose seek desire
     prefer favor favour crave covet`,
  ],
  [
    'action clause',
    `hope expect wish vow pledge promise threaten agree decide resolve swear plot pray demand claim pretend profess`,
  ],
  [
    'action',
    `aspire long yearn volunteer consent opt vote hesitate choose undertake elect hanker clamor clamour
     petition lobby dare deign purport feign conspire scheme like love hate beg plead itch ache pine thirst
     strive endeavour endeavor forswear look mean prepare aim arrange bid vie`,
  ],
  [
    'asked',
    `urge ask tell order press push encourage advise warn instruct beg implore request
     persuade entreat direct mandate want expect command exhort challenge counsel pressure lobby beseech
     caution dare forbid petition goad coax cajole enjoin incite admonish
     authorise authorize require permit empower entitle remind pester badger
     invite prod importune dissuade discourage oblige compel allow hector nag`,
  ],
  [
    'object',
    `condemn criticise criticize denounce accuse blame praise reject oppose dismiss defend mock attack slam
     blast question challenge decry deplore hail welcome applaud commend laud honour rebuke
     castigate chide scold berate assail lambast lambaste excoriate disavow disown repudiate rebut
     refute dispute contest endorse urge advocate champion debate protest outline demand dub tout trumpet ridicule
     deride bemoan lament mourn disparage
     lash bash rail scorn insult malign vilify appreciate respect trust love hate dislike
     resent admire disapprove rue dread deprecate relish savour savor begrudge
     acclaim exalt glorify revile reprimand slander smear skewer demonize demonise
     savage tease needle entertain ponder weigh exaggerate understate overstate request threaten celebrate cheer
     upbraid admonish belittle censure chastise congratulate denigrate extol fault impugn reproach salute shame
     ignore despise loathe detest abhor envy pity value prize forgive invoke evoke recite
     taunt thank pillory trash vow mull contemplate chronicle document detail highlight
     emphasize emphasise discuss promote espouse propound stress renounce rebuff downplay minimize
     minimise trivialize trivialise rationalize rationalise justify excuse assess evaluate second heckle boo pan
     rubbish belie float attribute ascribe construe justify favour favor reference`,
  ],
  [
    'object',
    `broach caricature critique deconstruct delineate diagnose disbelieve discredit enumerate lampoon misrepresent
     misstate misread paraphrase parody parrot peddle plug preview publicise publicize query recap retell
     review satirise satirize spotlight spurn summarise summarize underestimate overestimate
     whitewash eulogise eulogize fete impeach indict outlaw pooh-pooh blackball disrespect badmouth bad-mouth
     scapegoat stereotype romanticise romanticize sensationalise sensationalize fetishise fetishize
     politicise politicize advertise air bless curse damn decriminalise decriminalize legalise legalize
     describe illustrate interrogate quiz grill troll
     memorialise memorialize oversell undersell pitch hype
     lionise lionize canonise canonize demean dehumanise dehumanize delegitimise delegitimize sugarcoat belabour
     belabor overemphasise overemphasize overplay overrate underrate gainsay controvert execrate defame libel
     harangue hector diss besmirch misquote misattribute misjudge misunderstand slur spoof venerate
     mischaracterise mischaracterize impute exemplify encapsulate elucidate bewail glamorise glamorize chasten
     picture visualise visualize misinterpret misconstrue proffer
     credit cross-examine toast treasure disregard discount nix
     emulate idealise idealize implicate incriminate patronise patronize prescribe rehash rekindle
     relitigate reprove stigmatise stigmatize stonewall condone countenance dictate express voice
     overthink sanctify deify mispronounce mimic interpret reinterpret`,
  ],
  ['object', ACTS],
  ['object', TELLINGS],
  ['object', 'order'],
  ['object', 'prohibit forbid mandate ban bar preclude'],
  [
    'named',
    `call describe label brand characterise characterize portray depict compare liken regard view see
     equate tag dub denounce hail dismiss cast paint deem consider declare term style name frame rate rank judge
     construe classify categorise categorize herald christen nickname pigeonhole typecast recast caricature
     adjudge pronounce stereotype treat bill cover market position diagnose define`,
  ],
  [
    'clause asked',
    `tell warn inform assure reassure remind notify convince persuade promise alert advise brief apprise`,
  ],
];
