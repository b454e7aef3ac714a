import { framesOf } from './lexicon';
import type { Period } from './periods';
import { isSpeaker } from './who-speaks';

export const TIME_WORDS = new Set(
  `monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow
   earlier later recently once meanwhile`.split(/\s+/),
);

/** "said the city and a diplomat": what stands behind a verb of saying is the subject of what is said. */
function opensClause(lemma: string): boolean {
  const frames = framesOf(lemma);
  return CLAUSES.some((frame) => frames.has(frame));
}

const CLAUSES = ['clause', 'that', 'asked', 'speech'] as const;

/** "to retake the city and a diplomat": what a verb before the phrase governs is its object. */
export function behindObject({ tokens }: Period, from: number, to: number): number {
  const verb = tokens[from - 1];
  if (verb?.tag !== 'VERB' || verb.lower.endsWith('ing') || opensClause(verb.lemma)) return from;
  for (let at = from + 1; at < to; at++) {
    const opens = /^(?:DET|PROPN|NOUN|ADJ)$/.test(tokens[at + 1]!.tag);
    if (tokens[at]!.lower === 'and' && opens) return at + 1;
  }
  return from;
}

export function isNominativeAt(period: Period, at: number): boolean {
  return ['he', 'she', 'they', 'we', 'i'].includes(period.tokens[at]!.lower);
}

/** "nearly 3,000", "at least one": adverbs that belong to a number. */
function isQuantity({ tokens }: Period, at: number): boolean {
  const next = tokens[tokens[at + 1]?.tag === 'ADV' ? at + 2 : at + 1];
  return next?.tag === 'NUM';
}

/** Drops a conjunction, a time and a fronted phrase from the start of a stretch. */
export function trimLeft(period: Period, from: number, to: number): number {
  const { tokens } = period;
  let at = from;
  while (at < to) {
    const token = tokens[at]!;
    const drops =
      token.tag === 'CCONJ' ||
      ['which', 'who', 'whom', 'what', 'that', 'how', 'where', 'when', 'why'].includes(
        token.lower,
      ) ||
      (token.tag === 'PUNCT' && token.lower !== '(') ||
      TIME_WORDS.has(token.lower) ||
      token.tag === 'PART' ||
      token.tag === 'INTJ' ||
      (token.tag === 'ADV' && at < to && !isQuantity(period, at)) ||
      token.tag === 'SCONJ';
    if (!drops) break;
    at++;
  }
  return at;
}

/** Behind a fronted phrase ("in Vessa the mayor") or a name the phrase begins anew. */
export function restart(period: Period, from: number, to: number): number {
  const { tokens } = period;
  const isFronted = tokens[from]!.tag === 'ADP' || tokens[from]!.tag === 'VERB';
  if (isNominativeAt(period, to)) return to;
  const time = behindTime(period, from, to);
  if (time > from) return time;
  if (!isFronted) {
    return behindEvent(period, from, to) ?? cutAtObject(period, from, to);
  }
  for (let at = to; at > from; at--) {
    const before = tokens[at - 1]!;
    const startsAnew =
      (tokens[at]!.tag === 'DET' || tokens[at]!.tag === 'PRON') &&
      ['NOUN', 'PROPN', 'NUM'].includes(before.tag);
    if (startsAnew) return at;
  }
  for (let at = from + 1; at <= to; at++) {
    if (tokens[at]!.tag !== 'ADP' && tokens[at - 1]!.tag === 'NOUN' && tokens[at]!.tag === 'PROPN')
      return at;
  }
  return isFronted && from <= period.opening + 1 ? lastName(period, from, to) : to + 1;
}

/** "After the flood Orm": the event that a sentence opens with, and who speaks. */
function behindEvent(period: Period, from: number, to: number): number | null {
  const { tokens, opening } = period;
  const isBehind = from === opening + 1 && EVENTS.has(tokens[opening]!.lower);
  for (let at = from + 1; isBehind && at <= to; at++) {
    const isName = tokens[at]!.tag === 'PROPN' && tokens[at - 1]!.tag === 'NOUN';
    if (isName && !isSpeaker(period, { from: at - 1, to: at - 1 })) return at;
  }
  return null;
}

const EVENTS = new Set('after before since until during following despite amid'.split(' '));

const SPAN = /^(?:week|month|year|spring|summer|autumn|fall|winter|night|weekend|morning|evening)$/;
const NAMED_TIME =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december|\d{4})$/;

/** "Last week Orm", "on Monday the mayor", "in 1998 Orm": where the phrase goes on behind a time. */
function behindTime({ tokens }: Period, from: number, to: number): number {
  const [first, second] = [tokens[from]!, tokens[from + 1]];
  if (second === undefined || from + 2 > to) return from;
  const isSpan = /^(?:last|this|next|earlier)$/.test(first.lower) && SPAN.test(second.lower);
  const isNamed = /^(?:on|in|since|by)$/.test(first.lower) && NAMED_TIME.test(second.lower);
  return isSpan || isNamed ? from + 2 : from;
}

/** "In Vessa officials", "in a meeting with the Tarn Post Orm": the last words of a phrase that nothing else cuts. */
function lastName({ tokens }: Period, from: number, to: number): number {
  const isName = tokens[to]!.tag === 'PROPN';
  if (!isName && (tokens[to]!.tag !== 'NOUN' || tokens[to - 1]!.tag !== 'PROPN')) return to + 1;
  return to > from + 1 ? to : to + 1;
}

const QUANTIFIERS = new Set('many most some several few'.split(' '));

/** "the report the council": two noun phrases side by side, the second one speaks. */
function cutAtObject(period: Period, from: number, to: number): number {
  const { tokens } = period;
  for (let at = to; at > from; at--) {
    const token = tokens[at]!;
    const before = tokens[at - 1]!;
    if (
      (token.tag === 'DET' || QUANTIFIERS.has(token.lower)) &&
      ['NOUN', 'PROPN'].includes(before.tag) &&
      !['all', 'both', 'each'].includes(token.lower)
    ) {
      return at;
    }
  }
  return from;
}

/** "Marl, the Isles of Tey and Norland": short names before the commas speak along. */
export function coordinatedFrom(period: Period, from: number, to: number): number {
  const { tokens, quoted } = period;
  const joins = tokens
    .slice(from, to + 1)
    .some((token) => token.lower === 'and' || token.lower === 'or');
  if (!joins) return from;
  let start = from;
  while (start >= 2 && tokens[start - 1]!.lower === ',' && quoted[start - 1] === -1) {
    let at = start - 2;
    while (at >= 0 && start - at < 8 && ['PROPN', 'NOUN', 'DET', 'ADJ'].includes(tokens[at]!.tag))
      at--;
    if (at === start - 2 || start - at >= 8) break;
    const beforeIt = tokens[at];
    if (beforeIt !== undefined && beforeIt.tag !== 'PUNCT') break;
    start = at + 1;
  }
  return start;
}
