import type { Period, TokenRange } from './periods';

const PEOPLE = new Set(
  'he she they we i you who many some others both most everyone nobody'.split(' '),
);
/** Persons and bodies of persons whose words do not end as such words mostly do. */
const BODIES =
  /^(?:part(?:y|ies)|campaigns?|governments?|administrations?|councils?|courts?|boards?|teams?|groups?|compan(?:y|ies)|firms?|unions?|minist(?:ry|ries)|departments?|agenc(?:y|ies)|police|arm(?:y|ies)|militar(?:y|ies)|committees?|commissions?|senates?|congress|parliaments?|houses?|church(?:es)?|cit(?:y|ies)|towns?|states?|countr(?:y|ies)|nations?|famil(?:y|ies)|communit(?:y|ies)|public|crowds?|people|coalitions?|organi[sz]ations?|associations?|institutes?|universit(?:y|ies)|schools?|newspapers?|networks?|magazines?|editorials?|critics?|aides?|chiefs?|judges?|kings?|queens?|mothers?|fathers?|brothers?|sisters?|friends?|colleagues?|rivals?|candidates?|nominees?|republicans?|democrats?|conservatives?|liberals?|progressives?|lawmakers?|residents?|presidents?|diplomats?|executives?|parents?|students?|allies|ally|envoys?|guards?|crews?|majorit(?:y|ies)|minorit(?:y|ies)|delegates?|delegations?|spouses?|wi(?:fe|ves)|husbands?|sons?|daughters?|boys?|girls?|kids?|children|child|generals?|staff|mayors?|hosts?|heads?|bishops?|popes?|monks?|pilots?|coach(?:es)?|athletes?|surrogates?|activists?|reports?|stud(?:y|ies)|polls?|surveys?|papers?|books?|articles?|letters?|memos?|ads?|films?|speech(?:es)?|panels?|regimes?|leadership|officials?|experts?|victims?|opposition|electorate|blocs?|camps?|cabinets?|jur(?:y|ies)|tribunals?|watchdogs?|think-tanks?|lobb(?:y|ies)|movements?|factions?|authorit(?:y|ies)|airlines?|startups?|clubs?|leagues?|federations?|societ(?:y|ies)|bureaus?|brigades?|militias?|rebels?|presidenc(?:y|ies)|chancellery|embass(?:y|ies)|monarch(?:s|y)?|royals?|pundits?|hawks?|doves?|partisans?|veterans?|fans?|nurses?|scholars?|clerks?|clerics?|academics?|cops?|sheriffs?|deput(?:y|ies)|princes?|princess(?:es)?|dukes?|poets?|boss(?:es)?|bureaucrats?|autocrats?|locals?|individuals?|elders?|youths?|teens?|teenagers?|skeptics?|sceptics?|clients?|dissidents?|opponents?|proponents?|correspondents?|superintendents?|agents?|representatives?|detectives?|relatives?|natives?|operatives?|professionals?|intellectuals?|radicals?|principals?|counsels?|co-founders?|loyalists?|tribes?|firebrands?|figures?|spokespersons?|persons?|outlets?|media|press|publications?|sources?|spokespeople)$/;
const PERSON = /(?:[^aeiou]er|[^o]or|ist|ian|ant|man|woman|ee)s?$|(?:men|women)$/;
const THINGS =
  /^(?:numbers?|matters?|papers?|powers?|waters?|winters?|summers?|weather|orders?|rivers?|corners?|centers?|computers?|factors?|errors?|borders?|towers?|chapters?|letters?|terrors?|shelters?|measures?|plants?|restaurants?|sweater|layer|quarter|quarters|december|september|november|october|dinner|danger|anger|hunger|fever|butter|silver|gender|folder|poster|posters|disaster|disasters|register|counter|answer|answers|offer|offers|humor|tumor|mirror|horror|motor|sector|sectors|list|lists|fees?|trees?|degrees?|human)$/;

const RULES =
  /^(?:laws?|rules?|bills?|orders?|polic(?:y|ies)|treat(?:y|ies)|agreements?|constitutions?|amendments?|charters?|statutes?|acts?|deals?|contracts?|codes?|regulations?|guidelines?|resolutions?|provisions?|bylaws|by-laws|measures?|legislation|rulings?|clauses?|sections?|articles?|conventions?|decrees?|ordinances?)$/;

const EVIDENCE =
  /^(?:polls?|surveys?|stud(?:y|ies)|reports?|data|figures|statistics|research|researchers|results|analys[ie]s|census|investigations?|inquir(?:y|ies)|audits?|investigators|auditors|inspectors|scientists)$/;

/** Whether a source is somebody who can speak: a name, a person, a body, or a text of theirs. */
export function isSpeaker(period: Period, source: TokenRange): boolean {
  const head = headOf(period, source);
  const { lower, tag, capital } = period.tokens[head]!;
  if (PEOPLE.has(lower) || (tag === 'PROPN' && capital)) return true;
  return BODIES.test(lower) || (PERSON.test(lower) && !THINGS.test(lower));
}

/** Whether a source is a poll, a study or a table of figures. */
export function isEvidence(period: Period, source: TokenRange): boolean {
  return EVIDENCE.test(period.tokens[headOf(period, source)]!.lower);
}

const TEXTS =
  /^(?:polls?|surveys?|stud(?:y|ies)|reports?|data|figures|statistics|research|results|analys[ie]s|census|investigations?|inquir(?:y|ies)|audits?|articles?|columns?|editorials?|essays?|books?|memoirs?|biograph(?:y|ies)|novels?|papers?|letters?|e-?mails?|memos?|messages?|tweets?|posts?|blogs?|ads?|advertisements?|adverts?|commercials?|spots?|videos?|films?|movies?|documentar(?:y|ies)|footage|recordings?|tapes?|clips?|photos?|photographs?|pictures?|images?|transcripts?|documents?|files?|records?|filings?|lawsuits?|complaints?|indictments?|affidavits?|statements?|speech(?:es)?|remarks|brochures?|leaflets?|flyers?|websites?|sites?|programs?|programmes?|shows?|broadcasts?|episodes?|podcasts?|stor(?:y|ies)|texts?|plaques?|signs?|posters?|charts?|graphs?|maps?|tables?|lists?|cartoons?)$/;

/** Whether a source is a text, a picture, a recording or a study. */
export function isText(period: Period, source: TokenRange): boolean {
  return TEXTS.test(period.tokens[headOf(period, source)]!.lower);
}

/** Whether a source is a law, a rule or a contract. */
export function isRule(period: Period, source: TokenRange): boolean {
  return RULES.test(period.tokens[headOf(period, source)]!.lower);
}

/** "A number of clerks": what is counted is the clerks. */
const QUANTITY =
  /^(?:numbers?|dozens?|hundreds|thousands|scores?|handful|lots?|host|couple|pair|range|array|series|string|bunch|percent|percentage|share|half|thirds?|quarters?|all|many|most|some|few|several|both|none|each|one|two|three)$/;

/** The word that a noun phrase is about: the last one before "of", a comma or "who". */
function headOf({ tokens }: Period, { from, to }: TokenRange): number {
  let head = from;
  for (let at = from; at <= to; at++) {
    const { tag, lower } = tokens[at]!;
    const isEnd =
      tag === 'ADP' || tag === 'VERB' || lower === ',' || /^(?:who|which|that)$/.test(lower);
    if (lower === 'of' && QUANTITY.test(tokens[head]!.lower)) continue;
    if (isEnd && at > from) break;
    if (tag === 'NOUN' || tag === 'PROPN' || tag === 'PRON' || at === from) head = at;
  }
  return head;
}
