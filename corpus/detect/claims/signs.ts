import type { BlockRole } from '../../document/block';
import type { Span } from '../../spans/span';
import type { Sentence, Token } from '../language';
import type { Figure } from '../model';
import * as words from './vocabulary';

/** What a sentence shows to somebody who has to decide whether it needs checking. */
export interface Signs {
  readonly role: BlockRole;
  /** Whether it stands in the first paragraph of the article. */
  readonly lede: boolean;
  /** How many figures it has; a bare year and a rank are none. */
  readonly figures: number;
  /** How many names it has: runs of capitalised words that are tagged as proper nouns. */
  readonly names: number;
  readonly dated: boolean;
  /** Whether somebody's post is named. */
  readonly titled: boolean;
  readonly casualty: boolean;
  readonly violence: boolean;
  /** Whether people were enslaved, abducted, raped or tortured. */
  readonly atrocity: boolean;
  /** Whether all the harm it tells of is only possible, feared or to be prevented. */
  readonly feared: boolean;
  readonly wrongdoing: boolean;
  readonly superlative: boolean;
  readonly cause: boolean;
  readonly poll: boolean;
  readonly law: boolean;
  readonly history: boolean;
  readonly prospect: boolean;
  readonly judgement: boolean;
  readonly reported: boolean;
  readonly anonymous: boolean;
  /** Whether something happened: a verb in the past that is not the reporting verb. */
  readonly happened: boolean;
  /** Whether it says how something is, by a full verb in the present. */
  readonly states: boolean;
  readonly firstPerson: boolean;
  /** The share of its letters that stand between quotation marks, 0 to 1. */
  readonly quoted: number;
  readonly question: boolean;
  /** Only that nobody answered, or how the article was made. */
  readonly empty: boolean;
  /** Whether it touches matters in which a mistake hurts the people written about. */
  readonly sensitive: boolean;
  /** The words that tell of harm or blame, in text order. */
  readonly telling: readonly Span[];
  /** How many words it has. */
  readonly length: number;
}

const DATED =
  /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|(?:last|this|past|next) (?:week|month|year|summer|\p{Lu}\p{L}+)|ago|(?:January|February|April|June|July|August|September|October|November|December)|(?:in|since|until|by) (?:May|March|(?:1\d|20)\d\d)|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.|in (?:1\d|20)\d\d|(?:1\d|20)\d\d)\b/u;
const FIRST_PERSON = new Set(['i', 'we', 'our', 'my', 'us', 'me', "i'm", 'you', 'your', 'let']);
const SAYING = /^(?:sa(?:y|id)|tell|told|add|warn|claim|ask|report|state|note|believe|think)/;

/** The signs of one sentence; `known` holds the quotation pieces that touch it and its figures, in text order. */
export function readSigns(
  text: string,
  sentence: Sentence,
  place: { readonly role: BlockRole; readonly lede: boolean },
  known: { readonly quotations: readonly Span[]; readonly figures: readonly Figure[] },
): Signs {
  const exact = text.slice(sentence.start, sentence.end);
  const { tokens } = sentence;
  const { bits, telling, feared } = readStems(tokens);
  const has = (name: words.StemList) => (bits & words.STEMS.bitsOf(name)) !== 0;
  const hasYear = /\d{4}/.test(exact);
  return {
    role: place.role,
    lede: place.lede,
    figures: known.figures.filter(({ kind }) => kind !== 'ordinal').length,
    names: countNames(tokens),
    dated: (has('dated') || hasYear) && DATED.test(exact),
    titled: has('titled') && words.TITLED.test(exact),
    casualty: has('casualty'),
    violence: has('violence'),
    atrocity: has('atrocity'),
    feared,
    wrongdoing: has('wrongdoing'),
    superlative: tokens.some(isRank) || (has('rank') && words.RANK.test(exact)),
    cause: has('cause') && words.CAUSE.test(exact),
    poll: has('poll') && words.POLL.test(exact),
    law: has('law') && words.LAW.test(exact),
    history: (has('history') || hasYear) && words.HISTORY.test(exact),
    prospect: has('prospect'),
    judgement: has('judgement'),
    reported: has('reported') && words.REPORTED.test(exact),
    anonymous: has('anonymous') && words.ANONYMOUS.test(exact),
    happened: tokens.some(isPastDeed),
    states: tokens.some(isPresentFact),
    firstPerson: tokens.some((token) => FIRST_PERSON.has(token.lower)),
    quoted: quotedShare(sentence, known.quotations),
    question: /\?["”’)]*$/.test(exact),
    sensitive: has('sensitive'),
    telling,
    empty: has('empty') && words.EMPTY_REMARK.test(exact),
    length: tokens.filter((token) => token.tag !== 'PUNCT').length,
  };
}

/** What the words show, and whether all the harm among it is feared and none came about. */
function readStems(tokens: readonly Token[]): {
  bits: number;
  telling: readonly Span[];
  feared: boolean;
} {
  let bits = 0;
  const telling: Span[] = [];
  let [harms, fears] = [0, 0];
  for (const [at, token] of tokens.entries()) {
    const shown = words.STEMS.bitsIn(token);
    bits |= shown;
    if ((shown & TELLING) !== 0) telling.push({ start: token.start, end: token.end });
    if ((shown & HARM) === 0) continue;
    harms++;
    if (isBehindFear(tokens, at)) fears++;
  }
  return { bits, telling, feared: harms > 0 && fears === harms };
}

const HARM = words.STEMS.bitsOf('casualty', 'violence');

/** How far before a word of harm the word stands that keeps it from having come about. */
const REACH = 5;

/** "could be killed", "to stop the bombing", "if rockets are fired". */
function isBehindFear(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - REACH); before--) {
    const { lower, lemma, tag } = tokens[before]!;
    if (tag === 'PUNCT') return false;
    if (words.FEARED.has(lower) || words.FEARED.has(lemma)) return true;
  }
  return false;
}

const TELLING = words.STEMS.bitsOf('casualty', 'wrongdoing', 'violence');

function countNames(tokens: readonly Token[]): number {
  return tokens.filter((token, index) => isName(token) && !isName(tokens[index - 1])).length;
}

function isName(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    token.tag === 'PROPN' &&
    token.capital &&
    !/^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/.test(token.lower)
  );
}

function isSuperlative({ lower, tag }: Token): boolean {
  return tag === 'ADJ' && /^\p{L}{2,}est$/u.test(lower) && !words.NO_SUPERLATIVE.has(lower);
}

/** "two of their biggest backers" ranks nobody first. */
function isRank(token: Token, at: number, tokens: readonly Token[]): boolean {
  if (!isSuperlative(token)) return false;
  return (
    tokens[at - 2]?.lower !== 'of' || !/^(?:his|her|its|their|our)$/.test(tokens[at - 1]!.lower)
  );
}

function isPastDeed({ tag, lower, lemma }: Token): boolean {
  const isPast = lower !== lemma && !/(?:ing|[^aiou]s)$/.test(lower);
  return tag === 'VERB' && isPast && !SAYING.test(lemma);
}

function isPresentFact({ tag, lower, lemma }: Token): boolean {
  return tag === 'VERB' && lower !== lemma && /[^aiou]s$/.test(lower) && !SAYING.test(lemma);
}

function quotedShare(sentence: Span, quotations: readonly Span[]): number {
  let inside = 0;
  for (const { start, end } of quotations) {
    inside += Math.max(0, Math.min(end, sentence.end) - Math.max(start, sentence.start));
  }
  return inside / (sentence.end - sentence.start);
}
