import { StemIndex } from './stems';

/**
 * What single words show, in one index. The lists in the second half only tell that a pattern below
 * is worth trying: each holds a stem of every word that the pattern needs.
 */
export const STEMS = new StemIndex({
  /** Somebody died or was hurt. */
  casualty: `
  killed$ kills$ killing$ kill$ dead$ died$ dies$ death deaths$ wounded$ wounding$ injur casualt
  fatal drown slaughter massacr murder missing$ hospitalis hospitaliz stabbed$ burned$
  survivors$ victims$ corpse graves$ suicide executed$ beheaded starv
  `,
  /** Something was done by force or went badly wrong, with harm to people or things. */
  violence: `
  attack bomb blast$ blasts$ explo shot$ shooting shelled$ shelling$ raid raids$ assault rape raping$
  raped$ abduct kidnap enslav slave tortur beating$ beaten$ hostage gunned$ destroy damaged$ collaps
  crash derail flooded$ evict fled$ flee displaced$ besieg encircl poison weapons$ airstrike
  clash gunm gunfire ambush mortar artiller warplane sorties invad invasion annex siege struck$
  captiv burst$ leak outbreak contaminat rocket missile drone evacuat ransack loot riot
  `,
  /** What was done to people that is as grave as their death. */
  atrocity: `
  rape raping$ raped$ enslav slave$ slaves$ slavery$ tortur abduct kidnap hostage captive$ captives$ captivity$ behead massacr genocid
  traffick molest maim mutilat lynch
  `,
  /** Somebody is said to have done wrong, or something is held against them. */
  wrongdoing: `
  accus alleg arrest convict jailed$ indict corrupt brib fraud embezzl stole$ stolen$ theft smuggl
  illegal unlawful terroris extremis jihadist blacklist sanction sued$ lawsuit investigat probe
  violat abus cover-up secret$ secretly$ secrecy covert$ covertly$ blame interfer neglig misconduct sacked$ harass
  discriminat lied$ lying$ forged$ falsif conceal exploit responsib traffick blackmail hacked$
  crime criminal illicit mislead misled$ guilty complicit collu launder plagiar cheat perjur evasion
  fake$ faked$ coerc defraud swindl extort falsely$ racis sexis
  betray breach scandal unauthoris unauthoriz raped$ denies$ denied$
  `,
  /** Nothing has happened yet, or it is wished for. */
  prospect: `
  will$ would$ could$ may$ might$ should$ must$ hope hopes$ hoping$ want wants$ plans$ planned$
  likely$ expect seek seeks$ aims$ intend pledg promis consider vow fear potential unlikely$
  `,
  /** Moods, scenes and judgements, which no record can settle. */
  judgement: `
  proud mood$ spirits$ confiden eager$ unease felt$ feels$ enthusias tough$ seemed$ appeared$ happy$
  sad$ glad$ beautiful lovely$ good$ bad$ importan difficult complicated$ unclear$ scepti
  skepti doubt$ doubts$ friction tensions$ influence pressure$ committed$ helpful$ effective integral$
  volatile$ remain nearby$ meanwhile$
  `,
  /** Matters in which a mistake hurts the people written about. */
  sensitive: `
  rape raped$ suicide sexual child$ children$ minor$ minors$ refugee asylum disab illness cancer
  pregnan abortion religio mosque church synagogue ethnic minority$ addict gay$ lesbian transgender
  `,
  rank: `first$ only$ last$ worst$ kind$ record unprecedented$ never$ years$ decades$ generation$ most$`,
  cause: `because$ due$ cause$ caused$ causing$ led$ result thanks$ owing$ blamed$ prompt since$`,
  poll: `poll survey approval$ percentage$ voters$`,
  law: `law$ laws$ bill$ court$ judge$ ruling$ ruled$ legislation$ statute$ treaty$ verdict$ appeal$ charge sentenced$ constitution`,
  history: `once$ formerly$ founded$ established$ ancient$ centur war$ decade since$ until$`,
  anonymous: `source official diplomat witnesses$ person$ people$ insider activists$ experts$ residents$ anonymity$ widely$ believed$ thought$`,
  reported: `said$ say$ says$ told$ tells$ according$ reported$ added$ warned$ claimed$ confirmed$ estimate insist announced$ wrote$ believe`,
  titled: `president$ prime$ minister$ secretary$ mayor$ governor$ senator$ sen. rep. gen. general$ col. capt. captain$ judge$ professor$ prof. dr. king$ queen$ sheikh$ ambassador$ director$ spokes chief$ commander$ chair head$`,
  empty: `declin respon repl comment return further$ any$ reached$ read$ click$ sign$ subscribe$ follow$ rights$ reporting$ editing$ writing$ compiled$ photograph`,
  dated: `mon tue wed thu fri sat sun$ sunday yesterday$ today$ last$ this$ past$ next$ ago$ jan feb mar apr may$ jun jul aug sep oct nov dec`,
});

export type StemList = typeof STEMS extends StemIndex<infer Name> ? Name : never;

/** A sentence that says only that nothing was said, or that tells how the article was made. */
export const EMPTY_REMARK =
  /\b(?:declin(?:ed?|es|ing) to|(?:did|does|do|has|have|had)(?: not|n['’]t) (?:immediately )?(?:respon|repl|comment|return)|no comment|requests? for comment|(?:no|any) further details|(?:be|been) reached for|read more|click here|sign up|subscribe|follow us|all rights reserved|(?:reporting|editing|writing|compiled|photographs?) by)\b/i;

/** Ends in -est and praises nothing. */
export const NO_SUPERLATIVE = new Set(
  `rest west forest interest request protest arrest test guest harvest honest unrest contest suggest
   invest quest crest nest chest guest modest midwest northwest southwest protest attest digest
   manifest latest conquest`.split(/\s+/),
);

/** Words that claim a rank by themselves. */
export const RANK =
  /\b(?:the first|first (?:known|time|ever|such)|the only|the last (?!(?:of (?:which|whom)|few|two|three|four|five|\p{L}+ (?:days|weeks|months|years)))|worst|of (?:its|their) kind|record(?:-breaking)?\b(?= (?:high|low|number|\p{L}+s\b))|unprecedented|never before|in (?:years|decades|a generation)|most (?!of\b)\p{L}+)\b/iu;

export const CAUSE =
  /\b(?:because|due to|caused?|causing|led to|result(?:ed|ing)? in|as a result|thanks to|owing to|blamed on|prompt(?:ed|ing)|since the)\b/i;
export const POLL =
  /\b(?:polls?|polled|surveys?|surveyed|approval rating|percentage points?|voters)\b/i;
export const LAW =
  /\b(?:law|laws|bill|court|judge|ruling|ruled|legislation|statute|treaty|verdict|appeal|charges?|charged|sentenced|constitution\w*)\b/i;
export const HISTORY =
  /\b(?:once|formerly|founded|established in|ancient|centur(?:y|ies)|(?:in|since|until) (?:1\d|20)\d\d|decades?|(?:World|Civil|First|Second|Cold) War)\b/;
export const ANONYMOUS =
  /\b(?:sources?|officials?|diplomats?|witnesses|a person|people familiar|insiders?|activists|experts|residents)\b[^.“”"]{0,60}?\b(?:said|says?|told|believe|reported|confirmed)\b|\b(?:said|told|according to|believe)\b[^.“”"]{0,40}?\b(?:sources?|officials?|diplomats?|witnesses|people familiar|insiders?|activists|experts)\b|\bcondition of anonymity\b|\b(?:widely|is|are) (?:believed|thought)\b/i;
export const REPORTED =
  /\b(?:said|says?|told|tells|according to|reported|added|warned|claimed|confirmed|estimates?d?|insist(?:s|ed)?|announced|wrote|believes?d?)\b/i;

/** A post or a rank before or behind a name. */
export const TITLED =
  /\b(?:President|Prime Minister|Minister|Secretary|Mayor|Governor|Senator|Sen\.|Rep\.|Gen\.|General|Col\.|Capt\.|Captain|Judge|Professor|Prof\.|Dr\.?|King|Queen|Sheikh|Ambassador|director|spokes(?:man|woman|person)|chief|commander|chair(?:man|woman)?|chief executive|head of)\b/;

/** Words behind which harm is only possible, asked for, feared or kept from happening. */
export const FEARED = new Set(
  `could may might would should if unless prevent avoid avert stop halt end against threat threaten warn fear risk
   spectre specter possible potential plan prepare simulate deter combat fight`.split(/\s+/),
);
