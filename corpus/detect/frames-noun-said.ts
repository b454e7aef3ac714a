import { behindDay } from './adjuncts';
import type { Frame, Reading } from './frame';
import { BE } from './main-verbs';
import { namesFrom, ownerOf } from './noun-owner';
import type { TokenRange } from './noun-phrases';
import { DEFINED, PLANS, STATEMENTS, WITH_ACTION, WITH_TOPIC } from './nouns';
import type { Period } from './periods';
import { restOf } from './rest';

const CLAUSE = { isFronted: false, isPhrase: false };
const PHRASE = { isFronted: false, isPhrase: true };

/** "Orm’s hope is that the dam holds", "his plan was to sail", "the fear is that …": a noun and what it is. */
export function readDefined(reading: Reading, at: number): Frame | null {
  const { period } = reading;
  const { tokens } = period;
  const noun = tokens[at]!.lemma;
  if (![STATEMENTS, WITH_ACTION, PLANS, DEFINED].some((nouns) => nouns.has(noun))) return null;
  const owner = ownerOf(period, at);
  const colon = readColon(reading, at, owner);
  if (colon !== null) return colon;
  const be = behindBe(period, at);
  if (be === at) return null;
  const next = tokens[be + 1];
  if (next === undefined) return null;
  const isQuote = owner !== null && period.quoted[be + 1] !== -1;
  const isThat = next.lower === 'that' && (owner !== null || STATEMENTS.has(noun));
  const isTo = next.lower === 'to' && owner !== null && tokens[be + 2]?.tag === 'VERB';
  if (!isThat && !isTo && !isQuote) return null;
  const content = restOf(reading, isThat ? be + 2 : be + 1, isTo ? PHRASE : CLAUSE);
  if (content === null) return null;
  const cue = { from: adjectivesBefore(period, at), to: be };
  return { rule: 'noun-that', cue, source: owner, addressee: null, content: [content] };
}

/** The last token of "is", "was not", "has always been" behind a noun; the noun where none follows. */
function behindBe({ tokens, quoted }: Period, at: number): number {
  let to = at;
  while (
    quoted[to + 1] === -1 &&
    /^(?:AUX|ADV|PART)$/.test(tokens[to + 1]!.tag) &&
    tokens[to + 1]!.lower !== 'to'
  )
    to++;
  return to > at && BE.has(tokens[to]!.lower) ? to : at;
}

/** "Her reply was blunt: “We won.”", "Orm’s answer: no boats." */
function readColon(reading: Reading, at: number, owner: TokenRange | null): Frame | null {
  const { period } = reading;
  const { tokens, quoted } = period;
  if (owner === null) return null;
  let to = behindBe(period, at);
  while (to > at && quoted[to + 1] === -1 && /^(?:ADV|ADJ)$/.test(tokens[to + 1]!.tag)) to++;
  if (tokens[to + 1]?.lower !== ':' || quoted[to + 1] !== -1) return null;
  const content = restOf(reading, to + 2, CLAUSE);
  if (content === null) return null;
  const cue = { from: adjectivesBefore(period, at), to };
  return { rule: 'noun-that', cue, source: owner, addressee: null, content: [content] };
}

const FROM_LINKS = new Set('that about over for against on to'.split(' '));

/** "repeated warnings from Orm that the dam could fail", "a call by Orm for an inquiry". */
export function readFrom(reading: Reading, at: number): Frame | null {
  const { period } = reading;
  const { tokens, quoted } = period;
  const { lemma } = tokens[at]!;
  if (!/^(?:from|by)$/.test(tokens[at + 1]?.lower ?? '')) return null;
  const source = namesFrom(period, at + 2);
  const to = behindDay(period, (source?.to ?? at) + 1);
  const link = tokens[to]?.lower ?? '';
  if (source === null || quoted[to] !== -1 || !FROM_LINKS.has(link)) return null;
  const isTo = link === 'to';
  const isAction = isTo && WITH_ACTION.has(lemma) && tokens[to + 1]?.tag === 'VERB';
  const isThat = link === 'that' && STATEMENTS.has(lemma);
  const isTopic = !isTo && !isThat && WITH_TOPIC.has(lemma);
  if (!isAction && !isThat && !isTopic) return null;
  const manner = { isFronted: opensSentence(period, at), isPhrase: !isThat };
  const content = restOf(reading, isTo ? to : to + 1, manner);
  if (content === null) return null;
  return {
    rule: isTopic ? 'noun-about' : 'noun-that',
    cue: { from: adjectivesBefore(period, at), to: at + 1 },
    source,
    addressee: null,
    content: [content],
  };
}

/** "long-standing doubts about": what tells how strong a thought is belongs to its noun. */
export function adjectivesBefore({ tokens, quoted }: Period, at: number): number {
  let from = at;
  while (from > 0 && tokens[from - 1]!.tag === 'ADJ' && quoted[from - 1] === -1) from--;
  const isDegree = from < at && /^(?:more|most|less|very)$/.test(tokens[from - 1]?.lower ?? '');
  return isDegree ? from - 1 : from;
}

/** "Amid fears that …, the town was cleared": a noun in a phrase that opens the sentence. */
export function opensSentence(period: Period, at: number): boolean {
  const { tokens, opening } = period;
  let from = adjectivesBefore(period, at) - 1;
  while (from > opening && /^(?:DET|PRON|NUM)$/.test(tokens[from]!.tag)) from--;
  return from === opening && tokens[from]!.tag === 'ADP';
}
