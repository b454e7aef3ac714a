import { isDash } from './dashes';
import { framesOf, isCueLemma, takesParticle } from './lexicon';
import type { Token } from './language';
import type { Period } from './periods';

/** A verb with its auxiliaries, negation, adverbs and particle; token indices, both included. */
export interface VerbGroup {
  readonly from: number;
  readonly head: number;
  readonly to: number;
  readonly lemma: string;
  readonly form: 'finite' | 'passive' | 'participle' | 'infinitive';
  /** "for" in "called for". */
  readonly particle: string | null;
}

const CHAINS = new Set(
  `continue decline go begin start appear seem fail hesitate proceed manage use happen dare come
   keep have`.split(/\s+/),
);
/** "kept saying", "avoided condemning", "persisted in arguing": with the words between. */
const ASPECTS = new Set(
  `begin start keep continue stop quit cease avoid persist refrain resist finish resume tire`.split(
    ' ',
  ),
);
const ASPECT_LINKS = new Set('in from of on'.split(' '));
const NO_ADVERBS = new Set(
  `when where why how then there here however meanwhile instead yet so thus therefore
   moreover furthermore indeed too perhaps maybe more most very not-`.split(/\s+/),
);
const AUXILIARIES = new Set(
  `be am is are was were been being have has had having do does did will would can could may might
   shall should must 'll 'd 've 're 's 'm ca wo`.split(/\s+/),
);
const BE = new Set("be am is are was were been being 's 're 'm get got".split(' '));

/** All verb groups outside of quotations, in order, whether they say something or not. */
export function verbGroupsOf(period: Period): readonly VerbGroup[] {
  const groups: VerbGroup[] = [];
  for (let at = 0; at < period.tokens.length; at++) {
    if (period.quoted[at] !== -1 || !isVerb(period, at)) continue;
    const group = groupAt(period, at, groups.at(-1));
    if (groups.at(-1) && group.from <= groups.at(-1)!.head) groups.pop();
    groups.push(group);
    at = group.to;
  }
  return groups;
}

/** Whether a token is a main verb; present forms that the tagger takes for nouns are mended. */
function isVerb(period: Period, at: number): boolean {
  const token = period.tokens[at]!;
  if (token.tag === 'AUX') return isMainVerbBe(period, at);
  if (token.tag === 'VERB') return !isNounLike(period, at);
  if (token.tag !== 'NOUN' && token.tag !== 'PROPN' && token.tag !== 'ADJ') return false;
  return isMistakenVerb(period, at);
}

/** "The vote", "a call", "his claims": a verb form that stands where only a noun can. */
function isNounLike(period: Period, at: number): boolean {
  const before = period.tokens[at - 1];
  if (before === undefined) return false;
  const token = period.tokens[at]!;
  const next = period.tokens[at + 1];
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
  const isPlural = /(?:s|people|police)$/.test(before.lower) && before.lower !== "'s";
  if (!isNoun || !isPlural || token.capital || !framesOf(token.lower).has('clause')) return false;
  if (!CLAUSE_OPENERS.has(next.lower) && next.tag !== 'PROPN') return false;
  for (let verb = at + 2; verb < Math.min(tokens.length, at + 16); verb++) {
    if (quoted[verb] !== -1 || tokens[verb]!.tag === 'PUNCT') return false;
    if (tokens[verb]!.tag === 'AUX') return true;
  }
  return false;
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
  if (before === undefined || next === undefined) return false;
  if (isPlainPlan(before, token, next) || isMistakenState(before, token, next)) return true;
  if (next.lower === 'such' && tokens[at + 2]?.lower === 'as') return false;
  if (isPlainThought(period, at)) return true;
  if (isNamePart(period, at)) return false;
  if (!isInflectedCue(token.lower)) return false;
  if (token.lower === 'said' || token.lower === 'told') return true;
  if (next.lower === 'that' && /^(?:VERB|AUX)$/.test(tokens[at + 2]?.tag ?? '')) return false;
  const opensQuote = quoted[at + 1] !== -1;
  if (token.lower.endsWith('ing')) {
    const follows = before.lower === ',' || isDash(before.lower) || quoted[at - 1] !== -1;
    const takes = takesParticle(plainLemma(token.lower), next.lower);
    return follows && (opensQuote || takes || OBJECT_WORDS.has(next.lower));
  }
  if (before.lower === 'and' || before.lower === 'but' || before.lower === 'yet') {
    return next.tag === 'DET' || next.tag === 'PRON' || next.lower === 'to';
  }
  if (before.tag === 'ADJ' && tokens[at - 2]?.tag === 'DET') return next.tag === 'DET';
  if (!['PROPN', 'PRON', 'NOUN', 'NUM'].includes(before.tag) || before.lower === "'s") return false;
  if (POSSESSIVES.has(before.lower)) return false;
  if (block.role === 'headline' || block.role === 'deck') return true;
  if (opensQuote || OBJECT_WORDS.has(next.lower)) return true;
  return (before.tag === 'PROPN' || before.tag === 'PRON') && OBJECT_TAGS.has(next.tag);
}

function groupAt(period: Period, head: number, before: VerbGroup | undefined): VerbGroup {
  const { tokens } = period;
  const token = tokens[head]!;
  let from = head;
  let hasBe = false;
  let hasAux = false;
  let isInfinitive = false;
  for (let at = head - 1; at >= 0 && period.quoted[at] === -1; at--) {
    const word = tokens[at]!;
    if (isAuxiliary(word)) {
      hasAux = true;
      hasBe ||= BE.has(word.lower) && !(word.lower === "'s" && at === head - 1 && isHas(token));
      from = at;
    } else if (word.tag === 'PART' && (word.lower === 'not' || word.lower === "n't")) from = at;
    else if (word.lower === 'not' || word.lower === "n't" || word.lower === 'never') from = at;
    else if (/^(?:further|also)$/.test(word.lower) && hasWordBefore(period, at)) from = at;
    else if (isDegreeBehindVerb(period, at)) from = at;
    else if (word.tag === 'ADV' && !NO_ADVERBS.has(word.lower) && hasWordBefore(period, at)) {
      from = at;
    } else if (word.lower === 'to' && !hasAux) {
      isInfinitive = true;
      from = at;
      if (
        before !== undefined &&
        at === before.to + 1 &&
        CHAINS.has(before.lemma) &&
        isCueLemma(lemmaOf(token)) &&
        !/^[,.;:?!]$/.test(tokens[head + 1]?.lower ?? '.')
      ) {
        return finish(period, { ...before, head, lemma: lemmaOf(token) });
      }
      break;
    } else break;
  }
  const ing = token.lower.endsWith('ing');
  if (ing && !hasAux && before !== undefined && ASPECTS.has(before.lemma)) {
    const gap = from - before.to;
    const isLinked = gap === 2 && ASPECT_LINKS.has(tokens[from - 1]!.lower);
    if ((gap === 1 || isLinked) && isCueLemma(lemmaOf(token))) {
      return finish(period, { ...before, head, lemma: lemmaOf(token) });
    }
  }
  const form = isInfinitive
    ? 'infinitive'
    : hasBe && !ing
      ? 'passive'
      : ing && !hasAux
        ? 'participle'
        : 'finite';
  return finish(period, { from, head, to: head, lemma: lemmaOf(token), form, particle: null });
}

/** "was not too worried": a degree between an auxiliary and its participle. */
function isDegreeBehindVerb({ tokens }: Period, at: number): boolean {
  if (!/^(?:too|so|more|most|very|indeed|thus|therefore|however)$/.test(tokens[at]!.lower))
    return false;
  const before = tokens[at - 1];
  const isNot = before !== undefined && /^(?:not|n't|never)$/.test(before.lower);
  const verb = isNot ? tokens[at - 2] : before;
  return verb !== undefined && isAuxiliary(verb);
}

/** With "'s" before them these are passive. */
const HELD = new Set('believe expect suppose consider deem regard know view see think'.split(' '));

/** "He's called for it" has called; "he's believed to be ill" is believed. */
function isHas(token: Token): boolean {
  return framesOf(token.lemma).size > 0 && !HELD.has(token.lemma);
}

/** Tags err on "accusing" and "saying", never on their letters. */
function lemmaOf(token: Token): string {
  return token.tag === 'VERB' || token.tag === 'AUX' ? token.lemma : plainLemma(token.lower);
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

function plainLemma(lower: string): string {
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
    lemma = IRREGULAR[lower] ?? stems.find(isCueLemma) ?? lower;
    if (PLAIN.size < 20_000) PLAIN.set(lower, lemma);
  }
  return lemma;
}

/** "says", "urged", "denying": a form of a verb of saying that is not its plain one. */
function isInflectedCue(lower: string): boolean {
  const lemma = plainLemma(lower);
  return lemma !== lower && framesOf(lemma).size > 0;
}

function isAuxiliary(token: Token): boolean {
  return token.tag === 'AUX' || (AUXILIARIES.has(token.lower) && token.tag !== 'PART');
}

function hasWordBefore(period: Period, at: number): boolean {
  const before = period.tokens[at - 1];
  return (
    before !== undefined &&
    before.tag !== 'PUNCT' &&
    before.tag !== 'CCONJ' &&
    period.quoted[at - 1] === -1
  );
}

/** Adds the particle, and "as saying" behind "quoted". */
function finish(period: Period, group: VerbGroup): VerbGroup {
  const { tokens } = period;
  let to = group.head;
  const next = tokens[to + 1];
  if (isOtherVerb(group.lemma, next, tokens[to + 2])) return { ...group, lemma: OTHER_VERB };
  if (group.lemma === 'put' && next?.lower === 'it') return { ...group, to: to + 1, lemma: 'say' };
  if (group.lemma === 'point' && next?.lower === 'out')
    return { ...group, to: to + 1, lemma: 'note' };
  if (group.lemma === 'quote' && next?.lower === 'as' && tokens[to + 2]?.lower === 'saying') {
    return { ...group, to: to + 2, lemma: 'say', form: 'finite' };
  }
  if (
    next !== undefined &&
    period.quoted[to + 1] === -1 &&
    takesParticle(group.lemma, next.lower)
  ) {
    to++;
    return { ...group, to, particle: next.lower };
  }
  return { ...group, to: behindAdverb(period, group, to) };
}

/** A lemma that gives nobody words or thoughts. */
const OTHER_VERB = 'do';
/** "show up", "call off", "think up", "turn down": with these behind them verbs do something else. */
const TURNS = new Set('up off away apart'.split(' '));

function isOtherVerb(lemma: string, next: Token | undefined, after: Token | undefined): boolean {
  if (next === undefined || !TURNS.has(next.lower) || takesParticle(lemma, next.lower))
    return false;
  return after?.tag !== 'NUM' && after?.lower !== 'to';
}

/** "Orm is promising lower taxes", whose verb the tagger takes for an adjective. */
function isMistakenState(before: Token, token: Token, next: Token): boolean {
  if (!BE.has(before.lower) || !token.lower.endsWith('ing')) return false;
  const lemma = plainLemma(token.lower);
  return framesOf(lemma).size > 0 && (OBJECT_WORDS.has(next.lower) || OBJECT_TAGS.has(next.tag));
}

/** "said flatly that", "wrote later": an adverb right behind the verb and before what is said. */
function behindAdverb({ tokens, quoted }: Period, { lemma }: VerbGroup, to: number): number {
  const adverb = tokens[to + 1];
  if (adverb === undefined || quoted[to + 1] !== -1 || adverb.tag !== 'ADV') return to;
  if (!/ly$|^(?:again|later|earlier|once|often|too|back|further|then)$/.test(adverb.lower))
    return to;
  const next = tokens[to + 2];
  const isDegree = next !== undefined && /^(?:ADJ|ADV)$/.test(next.tag) && adverb.lower === 'too';
  if (isDegree) return to;
  const frames = framesOf(lemma);
  return frames.has('clause') || frames.has('speech') ? to + 1 : to;
}
