import { isDash } from './dashes';
import type { Period, TokenRange } from './periods';
import {
  behindObject,
  coordinatedFrom,
  isNominativeAt,
  restart,
  TIME_WORDS,
  trimLeft,
} from './phrase-start';

export type { TokenRange } from './periods';

const NOMINATIVE = new Set('he she they we i it you who which that this these'.split(' '));

const INSIDE = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ', 'DET', 'PART', 'SYM', 'X', 'INTJ']);

/** Prepositions that do not carry a source's name on: "said Orm after the vote". */
export const NO_LINKS = new Set(
  `after before during since until as because when while although though if despite amid following
   ahead upon through`.split(/\s+/),
);

/** The subject that ends right before token `end` (exclusive); null where none stands there. */
export function subjectBefore(period: Period, end: number): TokenRange | null {
  let known = SUBJECTS.get(period);
  if (known === undefined) {
    known = new Map<number, TokenRange | null>();
    SUBJECTS.set(period, known);
  }
  let subject = known.get(end);
  if (subject === undefined) known.set(end, (subject = findSubject(period, end)));
  return subject;
}

/** What was found before: every frame asks for the same subjects again. */
const SUBJECTS = new WeakMap<Period, Map<number, TokenRange | null>>();

function findSubject(period: Period, end: number): TokenRange | null {
  const { tokens, quoted } = period;
  let to = end - 1;
  while (to >= 0 && tokens[to]!.tag === 'ADV' && !TIME_WORDS.has(tokens[to]!.lower)) to--;
  to = beforeTime(period, to);
  if (to < 0 || quoted[to] !== -1) return null;
  const last = tokens[to]!;
  if (last.lower === ',') return beforeInsertion(period, to);
  if (isDash(last.lower)) return beforeDashes(period, to);
  if (last.lower === 'who' || last.lower === 'which' || last.lower === 'that') {
    return { from: to, to };
  }
  if (!isNominalEnd(period, to)) return null;
  return phraseEndingAt(period, to);
}

const DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:yesterday|today|tonight)$/;

const LAST = /^(?:week|month|year|spring|summer|autumn|fall|winter|night|weekend)$/;

const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|\d{4}|jan\.|feb\.|aug\.|sept\.|oct\.|nov\.|dec\.)$/;

/** The token before "on Friday", "last year" or "in June", which stand between subject and verb. */
function beforeTime(period: Period, at: number): number {
  const { tokens } = period;
  const last = tokens[at]?.lower ?? '';
  const before = tokens[at - 1]?.lower ?? '';
  if (at > 1 && DAY.test(last)) return before === 'on' || before === 'late' ? at - 2 : at - 1;
  if (at > 1 && LAST.test(last) && /^(?:last|this|next|earlier)$/.test(before)) {
    return at > 2 && tokens[at - 2]!.lower === 'earlier' ? at - 3 : at - 2;
  }
  if (at > 1 && MONTH.test(last) && /^(?:in|since|by)$/.test(before)) return at - 2;
  return at;
}

function isNominalEnd(period: Period, at: number): boolean {
  const token = period.tokens[at];
  if (token === undefined) return false;
  if (token.lower === ')') return true;
  if (['NOUN', 'PROPN', 'PRON', 'NUM', 'X', 'SYM'].includes(token.tag)) return true;
  if (QUANTITY.test(token.lower) && period.tokens[at - 1]?.tag !== 'AUX') return true;
  return (token.tag === 'ADJ' || token.tag === 'DET' || token.tag === 'VERB') && at > 0;
}

const QUANTITY = /^(?:all|both|some|many|most|several|few|those|these|none|each)$/;

/** "Orm, the harbour master, said" or "Orm, 45, said": the comma before the verb closes something. */
function beforeInsertion(period: Period, comma: number): TokenRange | null {
  const { tokens, quoted } = period;
  for (let at = comma - 1; at >= Math.max(0, comma - 40); at--) {
    if (quoted[at] !== -1) return null;
    if (tokens[at]!.lower !== ',') continue;
    const phrase = isNominalEnd(period, at - 1) ? phraseEndingAt(period, at - 1) : null;
    if (phrase === null) continue;
    if (isList(period, at + 1, comma)) return null;
    const isExample = tokens[at + 1]!.lower === 'including';
    if (!isExample && isDescription(period, phrase) && tokens[phrase.from - 1]?.lower === ',')
      continue;
    const to = isDescribing(period, at + 1) ? comma - 1 : phrase.to;
    return { from: phrase.from, to };
  }
  return null;
}

/** "Orm — the harbour master — said". */
function beforeDashes(period: Period, dash: number): TokenRange | null {
  const { tokens, quoted } = period;
  for (let at = dash - 1; at >= Math.max(1, dash - 40); at--) {
    if (quoted[at] !== -1) return null;
    if (!isDash(tokens[at]!.lower)) continue;
    const phrase = isNominalEnd(period, at - 1) ? phraseEndingAt(period, at - 1) : null;
    if (phrase === null || !OPENS_DESCRIPTION.test(tokens[at + 1]!.tag)) return phrase;
    const isApposed = isDescription(period, phrase) && tokens[phrase.from - 1]?.lower === ',';
    const whole = isApposed ? beforeInsertion(period, at) : null;
    return { from: (whole ?? phrase).from, to: dash - 1 };
  }
  return null;
}

const OPENS_DESCRIPTION = /^(?:DET|NOUN|PROPN|ADJ|NUM)$/;

/** "Norland, Sudmark and others,": names that go on a list, and describe nobody. */
function isList({ tokens }: Period, from: number, to: number): boolean {
  if (tokens[from]!.tag !== 'PROPN') return false;
  const and = tokens.findIndex(({ lower }, at) => at > from && at < to && lower === 'and');
  return and > 0 && /^others?$/.test(tokens[and + 1]!.lower);
}

/** Whether what stands between commas tells who somebody is, and not where, when or how they speak. */
function isDescribing({ tokens }: Period, at: number): boolean {
  const { tag, lower } = tokens[at]!;
  if (/^(?:of|from|with|now|then|who|whose|which)$/.test(lower)) return true;
  return tag !== 'ADP' && tag !== 'VERB' && tag !== 'SCONJ';
}

/** An age, or a noun phrase that tells what the name before it is. */
function isDescription(period: Period, { from, to }: TokenRange): boolean {
  const first = period.tokens[from]!;
  if (from === to && first.tag === 'NUM') return true;
  return !first.capital && first.tag !== 'PRON';
}

/** The longest noun phrase that ends with token `to`. */
export function phraseEndingAt(period: Period, to: number): TokenRange | null {
  const { tokens } = period;
  const last = tokens[to]!;
  if (NOMINATIVE.has(last.lower) && last.lower !== 'that' && last.lower !== 'this') {
    return { from: to, to };
  }
  const stretch = walkLeft(period, to);
  const from = behindObject(period, restart(period, trimLeft(period, stretch, to), to), to);
  if (from > to) return null;
  const phrase = { from: coordinatedFrom(period, from, to), to };
  const and = period.tokens[phrase.from - 1];
  if (and?.lower === 'and' && period.tokens[phrase.from - 2]?.lower === ',') {
    const before = beforeInsertion(period, phrase.from - 2);
    if (before?.to === phrase.from - 3) return { from: before.from, to };
  }
  return hasNominal(period, phrase) ? phrase : null;
}

function hasNominal(period: Period, { from, to }: TokenRange): boolean {
  for (let at = from; at <= to; at++) {
    if (['NOUN', 'PROPN', 'PRON', 'NUM', 'X'].includes(period.tokens[at]!.tag)) return true;
    if (period.tokens[at]!.tag === 'DET' && from === to) return true;
    if (period.tokens[at]!.tag === 'ADJ' && at === to) return true;
  }
  return false;
}

function walkLeft(period: Period, to: number): number {
  const { tokens, quoted } = period;
  let from = to;
  let brackets = tokens[to]!.lower === ')' ? 1 : 0;
  for (let at = to - 1; at >= 0 && to - at < 40; at--) {
    const token = tokens[at]!;
    if (quoted[at] !== -1) {
      const piece = period.quotes[quoted[at]!]!;
      if (piece.to - piece.from > 6 || tokens[piece.to - 1]?.tag === 'PUNCT') break;
      from = at;
      continue;
    }
    if (token.lower === ')') brackets++;
    if (token.lower === '(' && brackets > 0) brackets--;
    if (brackets === 0 && isRelativeOf(period, at)) break;
    const goesOn =
      brackets > 0 ||
      token.lower === '(' ||
      (token.lower !== 'that' && INSIDE.has(token.tag) && !isNominativeAt(period, at)) ||
      (token.tag === 'ADP' && !NO_LINKS.has(token.lower)) ||
      (token.lower === 'and' && isNominalEnd(period, at - 1) && joinsNouns(period, at)) ||
      token.lower === '&' ||
      token.lower === '/' ||
      (token.tag === 'ADV' && ['ADJ', 'ADV', 'VERB', 'NUM'].includes(tokens[at + 1]!.tag)) ||
      isReduced(period, at);
    if (!goesOn) {
      const relative = relativeStart(period, at);
      if (relative === null) break;
      at = relative;
    }
    from = at;
  }
  return from;
}

/** "all of which Orm denies": the words before and with "which" are what she denies. */
function isRelativeOf({ tokens }: Period, at: number): boolean {
  return /^(?:which|whom)$/.test(tokens[at]!.lower) && tokens[at - 1]?.tag === 'ADP';
}

/** "Orm and Vale", but not "left and Vale". */
export function joinsNouns(period: Period, at: number): boolean {
  const after = period.tokens[at + 1]!;
  return (
    ['NOUN', 'PROPN', 'DET', 'ADJ', 'NUM', 'PRON'].includes(after.tag) &&
    !isNominativeAt(period, at + 1)
  );
}

/** A participle that belongs to the noun before it: "doctors working there", "a man named Orm". */
export function isReduced(period: Period, at: number): boolean {
  const token = period.tokens[at]!;
  if (token.tag !== 'VERB') return false;
  const before = period.tokens[at - 1];
  if (before === undefined) return false;
  if (/ing$/.test(token.lower))
    return before.tag !== 'AUX' && before.tag !== 'PUNCT' && before.tag !== 'CCONJ';
  if (
    !/(?:ed|en|wn|ld|de)$|^(?:found|sent|built|paid|bought|brought|caught|kept|led)$/.test(
      token.lower,
    )
  )
    return false;
  if (before.tag === 'DET' || before.tag === 'ADJ' || before.lower === "'s") return true;
  const after = period.tokens[at + 1];
  return (
    (before.tag === 'NOUN' || before.tag === 'PROPN') &&
    after?.tag === 'ADP' &&
    period.tokens[at + 1]!.lower !== 'that'
  );
}

/** Where a relative clause that token `at` stands in begins: at its "who", "which" or "that". */
function relativeStart(period: Period, at: number): number | null {
  const { tokens, quoted } = period;
  if (!['VERB', 'AUX', 'ADV', 'PART'].includes(tokens[at]!.tag)) return null;
  if (/^(?:when|where|while)$/.test(tokens[at]!.lower)) return null;
  for (let before = at - 1; before >= Math.max(1, at - 10); before--) {
    const token = tokens[before]!;
    if (quoted[before] !== -1 || token.tag === 'PUNCT' || token.lower === 'when') return null;
    if (['who', 'which', 'that', 'whose', 'whom'].includes(token.lower)) {
      return isNominalEnd(period, before - 1) && tokens[before - 1]!.tag !== 'VERB' ? before : null;
    }
  }
  return null;
}
