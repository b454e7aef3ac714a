import { contentEnd, trimmed } from './content';
import type { Frame, Reading } from './frame';
import { isStop, skipAdjunct } from './adjuncts';
import { framesOf, isThought } from './lexicon';
import { phraseEndingAt, type TokenRange } from './noun-phrases';
import type { Period } from './periods';
import type { VerbGroup } from './verb-groups';
import { isSpeaker } from './who-speaks';

const RELATIVES = new Set(['what', 'which', 'that', 'who', 'whom']);

const PROMISES = new Set('promise pledge vow want hope plan intend agree refuse'.split(' '));

/**
 * "charges which Orm says are false", "a wall Orm says will hold", "what Orm calls a ruin": what is
 * said has its subject before the source.
 */
export function readRelative(reading: Reading, group: VerbGroup, source: TokenRange): Frame | null {
  const { period, groups } = reading;
  const { tokens, quoted } = period;
  const next = groups.find(({ from }) => from > group.to);
  const isNext = next?.from === group.to + 1 && quoted[next.from] === -1;
  const isPromise =
    isNext &&
    next.form === 'infinitive' &&
    PROMISES.has(group.lemma) &&
    isStop(period, next.to + 1);
  const isOpen =
    isPromise ||
    (isNext &&
      framesOf(group.lemma).has('clause') &&
      next.form !== 'participle' &&
      next.form !== 'infinitive');
  if (!isOpen || RELATIVES.has(tokens[source.to]!.lower)) return null;
  const own = splitNames(reading, source);
  const mark = own.from - 1;
  const isMarked = mark >= 0 && quoted[mark] === -1 && RELATIVES.has(tokens[mark]!.lower);
  const isBare = mark >= 0 && quoted[mark] === -1 && tokens[mark]!.tag === 'NOUN';
  if (!isMarked && !isBare) return null;
  const isSaid = next.lemma === 'be' && isMarked && tokens[mark]!.lower === 'what';
  const that = isSaid && tokens[next.to + 1]?.lower === 'that' ? 1 : 0;
  const rest = trimmed(period, {
    from: isSaid ? next.to + 1 + that : next.from,
    to: contentEnd(period, next.from, groups, { isFronted: false, isPhrase: true }),
  });
  if (rest === null) return null;
  const before = isMarked ? mark - 1 : mark;
  const isWhat = isMarked && tokens[mark]!.lower === 'what';
  const head = isWhat ? { from: mark, to: mark } : antecedent(reading, before);
  const content = isSaid || head === null || head.to >= own.from ? [rest] : [head, rest];
  return { rule: 'says-relative', cue: group, source: own, addressee: null, content };
}

/** "the plan that Orm opposes", "what the council has condemned": the verb's object stands before its source. */
export function readObjectBefore(
  reading: Reading,
  group: VerbGroup,
  source: TokenRange,
): Frame | null {
  const { period, groups } = reading;
  const { tokens, quoted } = period;
  const frames = framesOf(group.lemma);
  if (!frames.has('object') && group.particle === null) return null;
  const end = skipAdjunct(period, group.to + 1);
  const isVerb = groups.some(({ from, form }) => from === end && /^(?:finite|passive)$/.test(form));
  if (!isStop(period, end) && !isVerb) return null;
  if (RELATIVES.has(tokens[source.to]!.lower)) return null;
  const own = splitNames(reading, source);
  const mark = own.from - 1;
  if (mark < 0 || quoted[mark] !== -1 || !isSpeaker(period, own)) return null;
  const isMarked = /^(?:that|which|whom|what)$/.test(tokens[mark]!.lower);
  const isAll = ALL.test(tokens[mark]!.lower);
  const isPlain = /^(?:DET|PRON)$/.test(tokens[own.from]!.tag);
  if (isAll) {
    const content = { from: mark, to: mark };
    return { rule: 'says-relative', cue: group, source: own, addressee: null, content: [content] };
  }
  if (!isMarked && (!isPlain || isThought(group.lemma))) return null;
  const head =
    isMarked && tokens[mark]!.lower === 'what'
      ? { from: mark, to: mark }
      : isMarked || tokens[mark]!.tag === 'NOUN'
        ? antecedent(reading, isMarked ? mark - 1 : mark)
        : null;
  if (head === null || head.to >= own.from) return null;
  return { rule: 'says-relative', cue: group, source: own, addressee: null, content: [head] };
}

/** "everything Orm says". */
const ALL = /^(?:everything|anything|something|nothing|all)$/;

/** "allegations Qatar": a name behind a common noun is the source alone. */
function splitNames({ period }: Reading, source: TokenRange): TokenRange {
  const { tokens } = period;
  let from = source.to;
  while (from > source.from && tokens[from - 1]!.tag === tokens[from]!.tag) from--;
  const isName = tokens[from]!.tag === 'PROPN' && tokens[source.to]!.tag === 'PROPN';
  const before = tokens[from - 1];
  const isApart = before?.tag === 'NOUN' || ALL.test(before?.lower ?? '');
  return isName && from > source.from && isApart ? { from, to: source.to } : source;
}

/** Where the words right before a noun begin that belong to it: its article and adjectives. */
export function nounPhraseStart({ tokens, quoted }: Period, to: number): number {
  let from = to;
  while (
    from > 0 &&
    quoted[from - 1] === -1 &&
    /^(?:ADJ|NOUN|PROPN|NUM|DET)$/.test(tokens[from - 1]!.tag) &&
    tokens[from]!.tag !== 'DET'
  )
    from--;
  return from;
}

function antecedent({ period }: Reading, at: number): TokenRange | null {
  const token = period.tokens[at];
  if (token === undefined || period.quoted[at] !== -1) return null;
  const last = token.lower === ',' ? at - 1 : at;
  const tag = period.tokens[last]?.tag;
  if (tag !== 'NOUN' && tag !== 'PROPN' && tag !== 'PRON') return null;
  const phrase = phraseEndingAt(period, last);
  if (phrase === null) return { from: nounPhraseStart(period, last), to: last };
  for (let from = last; from > phrase.from; from--) {
    const { tag: before, lower } = period.tokens[from - 1]!;
    if (before === 'ADP' && lower !== 'of') return { from, to: last };
  }
  return phrase;
}
