import { isDash } from './dashes';
import type { Token } from './language';
import { framesOf, isCueLemma } from './lexicon';
import { takesParticle } from './particles';
import type { Period } from './periods';

export const BE = new Set("be am is are was were been being 's 're 'm get got".split(' '));

/** Whether a token is a main verb; present forms that the tagger takes for nouns are mended. */
export function isVerb(period: Period, at: number): boolean {
  const token = period.tokens[at]!;
  if (token.tag === 'AUX') return isMainVerbBe(period, at);
  if (token.tag === 'VERB') return !isNounLike(period, at);
  if (token.tag !== 'NOUN' && token.tag !== 'PROPN' && token.tag !== 'ADJ') return false;
  return isMistakenVerb(period, at);
}

/**
 * "Voters view Marl favourably", "the envoy dreams of peace": in a sentence without any verb, the noun
 * that can be one, by its place behind a noun and before what it would govern; -1 where none is.
 */
export function missingVerb({ tokens, quoted, opening }: Period): number {
  return tokens.findIndex(({ tag, lower, capital }, at) => {
    const [before, next] = [tokens[at - 1], tokens[at + 1]];
    if (tag !== 'NOUN' || capital || quoted[at] !== -1 || at <= opening) return false;
    if (!/^(?:NOUN|PROPN|PRON)$/.test(before?.tag ?? '') || next === undefined) return false;
    if (before!.lower === "'s" || POSSESSIVES.has(before!.lower)) return false;
    const lemma = plainLemma(lower);
    if (takesParticle(lemma, next.lower)) return true;
    const frames = framesOf(lemma);
    if (frames.has('action') && /^(?:next|this|to)$/.test(next.lower)) return true;
    return frames.size > 0 && (OBJECT_WORDS.has(next.lower) || next.tag === 'PROPN');
  });
}

/** "The vote", "a call", "his claims": a verb form that stands where only a noun can. */
function isNounLike(period: Period, at: number): boolean {
  const before = period.tokens[at - 1];
  if (before === undefined) return false;
  const token = period.tokens[at]!;
  const next = period.tokens[at + 1];
  if (before.lower === 'to' && token.lower.endsWith('s') && token.lower !== token.lemma)
    return true;
  if (before.tag === 'VERB' && token.lower.endsWith('s') && /^(?:from|by)$/.test(next?.lower ?? ''))
    return true;
  if (next?.lower === 'that' && before.tag === 'NOUN' && isFiniteTag(period.tokens[at + 2]))
    return true;
  if (token.lower.endsWith('ing') && next?.lower === 'of') return POSSESSIVES.has(before.lower);
  if (token.lower.endsWith('ed')) return isOwned(before, next);
  if (token.lower.endsWith('ing')) return false;
  if (before.tag === 'ADJ' && next !== undefined && /^(?:VERB|AUX)$/.test(next.tag)) return true;
  if (POSSESSIVES.has(before.lower) && before.tag !== 'AUX') return true;
  return (
    before.tag === 'DET' &&
    !['that', 'this', 'all', 'both', 'these', 'those', 'some'].includes(before.lower)
  );
}

/** "rules that promise": behind "that" a verb, whose subject the word before it is. */
function isFiniteTag(token: Token | undefined): boolean {
  return token?.tag === 'VERB' || token?.tag === 'AUX';
}

/** "his supposed lies", "their claimed losses": a participle between an owner and what is owned. */
function isOwned(before: Token, next: Token | undefined): boolean {
  if (!/^(?:his|its|their|our|my|your)$/.test(before.lower)) return false;
  return next?.tag === 'NOUN' || next?.tag === 'ADJ' || /^["“‘]/.test(next?.lower ?? '');
}

const POSSESSIVES = new Set("his her its their our my your 's".split(' '));

function isMainVerbBe(period: Period, at: number): boolean {
  const { tokens, quoted } = period;
  for (let next = at + 1; next < tokens.length; next++) {
    const token = tokens[next]!;
    if (quoted[next] !== -1) return true;
    if (token.tag === 'AUX' || token.tag === 'VERB') return false;
    if (token.tag !== 'ADV' && token.tag !== 'PART') return true;
  }
  return true;
}

/** Behind a common noun a verb form is a verb only before these. */
const OBJECT_WORDS = new Set(
  `to that the a an his her their its it he she they what how why whether who no`.split(' '),
);

const OBJECT_TAGS: ReadonlySet<string> = new Set([
  'DET',
  'PRON',
  'NOUN',
  'PROPN',
  'ADJ',
  'NUM',
  'SCONJ',
]);

/** "Parents plan to sue": a plural, and a verb of intention before "to". */
function isPlainPlan(before: Token, { lower }: Token, next: Token): boolean {
  const isPlural = before.tag === 'NOUN' && before.lower.endsWith('s') && before.lower !== "'s";
  return isPlural && next.lower === 'to' && framesOf(lower).has('action');
}

const CLAUSE_OPENERS = new Set('the there it he she they we his her its their no'.split(' '));

/** "Sources fear the wall will fall": a plural, a verb of saying in its plain form, and a clause. */
function isPlainThought({ tokens, quoted }: Period, at: number): boolean {
  const token = tokens[at]!;
  const before = tokens[at - 1]!;
  const next = tokens[at + 1]!;
  const isNoun = before.tag === 'NOUN' || before.tag === 'ADJ' || (before.capital && at === 1);
  const isPlural =
    /(?:s|people|police|many|few|most|some)$/.test(before.lower) && before.lower !== "'s";
  if (!isNoun || !isPlural || token.capital || !framesOf(token.lower).has('clause')) return false;
  const isThat = next.lower === 'that';
  if (!CLAUSE_OPENERS.has(next.lower) && next.tag !== 'PROPN' && !isThat) return false;
  if (isThat && isFiniteTag(tokens[at + 2])) return false;
  for (let verb = at + 2; verb < Math.min(tokens.length, at + 16); verb++) {
    if (quoted[verb] !== -1 || tokens[verb]!.tag === 'PUNCT') return false;
    if (tokens[verb]!.tag === 'AUX' || (isThat && tokens[verb]!.tag === 'VERB')) return true;
  }
  return false;
}

const OPENS_OBJECT = /^(?:the|an?|his|her|its|their|this|these)$/;

/** "Critics slam the plan": a plural that opens a clause, a verb in its plain form, and its object. */
function isPlainAct({ tokens, quoted }: Period, at: number): boolean {
  const token = tokens[at]!;
  const before = tokens[at - 1]!;
  const isPlural = /^(?:NOUN|PROPN)$/.test(before.tag) && /[^s']s$/.test(before.lower);
  const next = tokens[at + 1]!.lower;
  const isObject = OPENS_OBJECT.test(next) && framesOf(token.lower).has('object');
  if (!isPlural || token.capital || !(isObject || takesParticle(token.lower, next))) return false;
  const opener = tokens[at - 2];
  if (opener === undefined || quoted[at - 2] !== -1) return true;
  const isPlain =
    opener.tag === 'DET' &&
    !isObject &&
    (at < 3 || quoted[at - 3] !== -1 || tokens[at - 3]!.tag === 'PUNCT');
  return isPlain || /^(?:PUNCT|CCONJ|ADV|SCONJ)$/.test(opener.tag);
}

/** "United States", "Rules Committee": a capital where the sentence runs on and not all words have one. */
function isNamePart({ tokens, block, opening }: Period, at: number): boolean {
  if (block.role === 'headline' || block.role === 'deck' || at <= opening) return false;
  const isTitle = tokens.filter(({ capital }) => capital).length * 2 > tokens.length;
  return tokens[at]!.capital && !isTitle;
}

function isMistakenVerb(period: Period, at: number): boolean {
  const { tokens, quoted, block } = period;
  const token = tokens[at]!;
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (next === undefined || !isCueLemma(plainLemma(token.lower))) return false;
  if (before === undefined) return isOpeningParticiple(period, at, next);
  if (isNeverNoun(period, at)) return true;
  if (isBehindAuxiliary(period, at) || isBehindAdverb(period, at)) return true;
  if (isPlainPlan(before, token, next) || isMistakenState(before, token, next)) return true;
  if (next.lower === 'such' && tokens[at + 2]?.lower === 'as') return false;
  if (isPlainThought(period, at) || isPlainAct(period, at)) return true;
  if (isNamePart(period, at)) return false;
  if (!isInflectedCue(token.lower)) return false;
  if (token.lower === 'said' || token.lower === 'told') return true;
  if (next.lower === 'that' && /^(?:VERB|AUX)$/.test(tokens[at + 2]?.tag ?? '')) return false;
  const opensQuote = quoted[at + 1] !== -1;
  if (token.lower.endsWith('ing')) {
    const follows = before.lower === ',' || isDash(before.lower) || quoted[at - 1] !== -1;
    const takes = takesParticle(plainLemma(token.lower), next.lower);
    const isObject = OBJECT_WORDS.has(next.lower) || next.tag === 'PROPN';
    return follows && (opensQuote || takes || isObject);
  }
  if (before.lower === 'and' || before.lower === 'but' || before.lower === 'yet') {
    const isApart = tokens[at - 2]?.lower === ',' && next.tag === 'PROPN';
    return isApart || next.tag === 'DET' || next.tag === 'PRON' || next.lower === 'to';
  }
  if (before.tag === 'ADJ' && tokens[at - 2]?.tag === 'DET') return next.tag === 'DET';
  if (!['PROPN', 'PRON', 'NOUN', 'NUM'].includes(before.tag) || before.lower === "'s") return false;
  if (POSSESSIVES.has(before.lower)) return false;
  if (block.role === 'headline' || block.role === 'deck') return true;
  if (opensQuote || OBJECT_WORDS.has(next.lower)) return true;
  return (before.tag === 'PROPN' || before.tag === 'PRON') && OBJECT_TAGS.has(next.tag);
}

/** "the elderly say the wall held", "Orm cast doubt on it": words that the tagger never takes for verbs. */
function isNeverNoun({ tokens }: Period, at: number): boolean {
  const { lower } = tokens[at]!;
  const before = tokens[at - 1]!;
  const next = tokens[at + 1]!;
  if (lower === 'show' && next.lower === '.')
    return before.lower.endsWith('s') && tokens[at - 2]?.lower === ',';
  if (lower === 'point') return next.lower === 'out' && before.tag !== 'DET';
  if (lower === 'show' && CLAUSE_OPENERS.has(next.lower))
    return /^(?:NOUN|PROPN)$/.test(before.tag);
  if (lower === 'cast') return /^(?:doubts?|aspersions|blame)$/.test(next.lower);
  return (
    lower === 'say' &&
    before.tag !== 'DET' &&
    !/^(?:his|her|their|its|no|,)$/.test(before.lower) &&
    OBJECT_TAGS.has(next.tag)
  );
}

/** "Lamenting their luck, …" at the start of a sentence. */
function isOpeningParticiple({ tokens, quoted }: Period, at: number, next: Token): boolean {
  const { lower } = tokens[at]!;
  if (!lower.endsWith('ing') || !isInflectedCue(lower) || !OBJECT_WORDS.has(next.lower))
    return false;
  return tokens.some((token, comma) => token.lower === ',' && quoted[comma] === -1);
}

const MODALS = new Set(
  "will would can could may might shall should must do does did 'll 'd".split(' '),
);
const HAVE = new Set("have has had having 've".split(' '));

/** "has also detailed", "will then question": the auxiliary tells that a verb follows. */
function isBehindAuxiliary({ tokens, quoted }: Period, at: number): boolean {
  const { lower } = tokens[at]!;
  let before = at - 1;
  while (before > 0 && (tokens[before]!.tag === 'ADV' || NEGATION.test(tokens[before]!.lower)))
    before--;
  const auxiliary = tokens[before]!;
  if (quoted[before] !== -1 || auxiliary.tag !== 'AUX') return false;
  if (HAVE.has(auxiliary.lower)) return lower.endsWith('ed') && isInflectedCue(lower);
  return MODALS.has(auxiliary.lower) && framesOf(lower).size > 0;
}

const NEGATION = /^(?:not|n't|never)$/;

/** "The ad then references the report": an adverb between a subject and a verb in the present. */
function isBehindAdverb({ tokens }: Period, at: number): boolean {
  const [subject, adverb, token, next] = [
    tokens[at - 2],
    tokens[at - 1]!,
    tokens[at]!,
    tokens[at + 1]!,
  ];
  if (adverb.tag !== 'ADV' || token.capital || !token.lower.endsWith('s')) return false;
  const isSubject = subject !== undefined && /^(?:NOUN|PROPN|PRON)$/.test(subject.tag);
  return isSubject && isInflectedCue(token.lower) && OBJECT_TAGS.has(next.tag);
}

const IRREGULAR: Readonly<Record<string, string>> = {
  said: 'say',
  told: 'tell',
  found: 'find',
  thought: 'think',
  felt: 'feel',
  knew: 'know',
  wrote: 'write',
  denies: 'deny',
};

const PLAIN = new Map<string, string>();

export function plainLemma(lower: string): string {
  let lemma = PLAIN.get(lower);
  if (lemma === undefined) {
    const stems = [
      lower,
      lower.replace(/s$/, ''),
      lower.replace(/es$/, ''),
      lower.replace(/ies$/, 'y'),
    ];
    stems.push(lower.replace(/d$/, ''), lower.replace(/ed$/, ''));
    stems.push(lower.replace(/ing$/, ''), lower.replace(/ing$/, 'e'));
    stems.push(lower.replace(/ied$/, 'y'), lower.replace(/([bdgmnprt])\1(?:ed|ing)$/, '$1'));
    lemma = IRREGULAR[lower] ?? stems.find(isCueLemma) ?? lower;
    if (PLAIN.size < 20_000) PLAIN.set(lower, lemma);
  }
  return lemma;
}

/** "says", "urged", "denying": a form of a verb of saying that is not its plain one. */
function isInflectedCue(lower: string): boolean {
  const lemma = plainLemma(lower);
  const frames = framesOf(lemma);
  return lemma !== lower && frames.size > (frames.has('that') ? 1 : 0);
}

/** "Orm is promising lower taxes", whose verb the tagger takes for an adjective. */
function isMistakenState(before: Token, token: Token, next: Token): boolean {
  if (!BE.has(before.lower) || !token.lower.endsWith('ing')) return false;
  const lemma = plainLemma(token.lower);
  return framesOf(lemma).size > 0 && (OBJECT_WORDS.has(next.lower) || OBJECT_TAGS.has(next.tag));
}
