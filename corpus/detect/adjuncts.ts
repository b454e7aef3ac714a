import { isDash } from './dashes';
import type { TokenRange } from './noun-phrases';
import type { Period } from './periods';

/** The end of the period, or a mark that closes what was begun. */
export function isStop(period: Period, at: number): boolean {
  const token = period.tokens[at];
  if (token === undefined) return true;
  if (period.quoted[at] !== -1) return false;
  if (token.lower === ',') return (period.quoted[at + 1] ?? -1) === -1;
  return /^[.?!;…)]+$/.test(token.lower) || isDash(token.lower);
}

const ADJUNCT_NOUNS =
  /^(?:statement|interview|interviews|speech|letter|email|e-mail|post|tweet|tweets|report|conference|briefing|television|tv|radio|phone|facebook|twitter|testimony|filing|article|column|blog|video|remarks|call|message|hearing|rally|debate|event|forum|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|january|february|march|april|may|june|july|august|september|october|november|december|week|month|year|morning|evening|night|afternoon|weekend|day|earlier|ago|court|affidavit|memo|note|response|reply|part|reference|\d{4})$/;

const SPANS = /^(?:week|month|year|spring|summer|autumn|fall|winter|night|weekend)$/;

/** The token behind "on Friday", "Friday", "last week" or "in June"; the same where none stands there. */
export function behindDay({ tokens, quoted }: Period, at: number): number {
  const [first, second] = [tokens[at]?.lower ?? '', tokens[at + 1]?.lower ?? ''];
  if (quoted[at] !== -1) return at;
  if (TIMES.test(first) && first !== 'last' && first !== 'this') return at + 1;
  const isSpan = /^(?:last|this)$/.test(first) && SPANS.test(second);
  const isNamed =
    /^(?:on|in)$/.test(first) && TIMES.test(second) && second !== 'last' && second !== 'this';
  return isSpan || isNamed ? at + 2 : at;
}

const TIMES =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|yesterday|today|tonight|earlier|last|this|\d{4})$/;

/** The token behind "on Friday", "in an interview with the Courier", "last week". */
export function skipAdjunct(period: Period, from: number): number {
  const { tokens, quoted } = period;
  let at = from;
  for (;;) {
    const token = tokens[at];
    if (token === undefined || quoted[at] !== -1) return at;
    const end = adjunctEnd(period, at);
    if (end === null) return at;
    at = end + 1;
  }
}

function adjunctEnd(period: Period, at: number): number | null {
  const { tokens, quoted } = period;
  const token = tokens[at]!;
  if (
    /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:yesterday|today|tonight|earlier|recently|later|afterwards?|publicly|repeatedly|again|then|yesterday|simply|flatly|bluntly|sarcastically)$/.test(
      token.lower,
    )
  )
    return /^(?:morning|afternoon|evening|night)$/.test(tokens[at + 1]?.lower ?? '') ? at + 1 : at;
  if (token.lower === ',' && tokens[at + 2]?.lower === ',' && tokens[at + 1]!.tag === 'ADV')
    return at + 2;
  const opens =
    token.tag === 'ADP' ||
    token.lower === 'last' ||
    token.lower === 'next' ||
    token.lower === 'this' ||
    token.lower === 'earlier' ||
    (token.lower === ',' && tokens[at + 1]?.tag === 'ADP' && (quoted[at + 1] ?? -1) === -1);
  if (!opens || /^(?:to|whether|if)$/.test(token.lower)) return null;
  if (token.lower === 'on' && tokens[at + 1]?.lower === 'condition') return lastWord(period);
  let hit = -1;
  const first = token.lower === ',' ? at + 2 : at + 1;
  for (let next = first; next < Math.min(tokens.length, at + 14); next++) {
    const word = tokens[next]!;
    if (quoted[next] !== -1) break;
    if (
      (word.tag === 'VERB' && !isWritten(period, next)) ||
      word.tag === 'AUX' ||
      word.lower === 'that' ||
      (word.tag === 'PUNCT' && hit < 0)
    )
      break;
    if (['he', 'she', 'they', 'it', 'we'].includes(word.lower)) break;
    if (ADJUNCT_NOUNS.test(word.lower)) {
      hit = next;
      if (!['ADP', 'NOUN', 'PROPN', 'NUM'].includes(tokens[next + 1]?.tag ?? '')) break;
    } else if (word.tag === 'PUNCT') break;
    else if (hit >= 0 && (word.tag === 'NOUN' || word.tag === 'PROPN')) {
      hit = next;
      if (!['ADP', 'NOUN', 'PROPN', 'PART', 'NUM'].includes(tokens[next + 1]?.tag ?? '')) break;
    } else if (hit >= 0 && !['ADP', 'DET', 'ADJ', 'NUM', 'PART'].includes(word.tag)) break;
  }
  if (hit < 0) return phraseBeforeThat(period, at);
  return token.lower === ',' && tokens[hit + 1]?.lower === ',' ? hit + 1 : hit;
}

/** "in an emailed statement", "in a televised debate": a participle between an article and its noun. */
function isWritten({ tokens }: Period, at: number): boolean {
  return tokens[at - 1]!.tag === 'DET' && /(?:ed|en)$/.test(tokens[at]!.lower);
}

/** "told workers at the shift change that …": of place or time, as a clause with "that" follows. */
function phraseBeforeThat({ tokens, quoted }: Period, at: number): number | null {
  if (!/^(?:at|in|on|during|after|before|outside|inside|near)$/.test(tokens[at]!.lower))
    return null;
  let next = at + 1;
  while (
    next - at < 7 &&
    quoted[next] === -1 &&
    tokens[next]?.lower !== 'that' &&
    ['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PART'].includes(tokens[next]?.tag ?? '')
  )
    next++;
  return next > at + 1 && tokens[next]?.lower === 'that' ? next - 1 : null;
}

/** "on condition of anonymity because …": to the end of the sentence it says why. */
function lastWord({ tokens }: Period): number {
  let last = tokens.length - 1;
  while (last > 0 && tokens[last]!.tag === 'PUNCT') last--;
  return last;
}

const OWNERS = /^(?:his|her|its|their)$/;

/** Who is told or asked: the noun phrase right behind the verb. */
export function addresseeAt(period: Period, from: number): TokenRange | null {
  const { tokens, quoted } = period;
  const first = tokens[from];
  if (first === undefined || quoted[from] !== -1) return null;
  if (!['NOUN', 'PROPN', 'PRON', 'DET', 'ADJ', 'NUM'].includes(first.tag)) return null;
  if (
    ['that', 'what', 'how', 'why', 'whether', 'he', 'she', 'they', 'there', 'we', 'i'].includes(
      first.lower,
    )
  )
    return null;
  if (
    ['him', 'her', 'me', 'us', 'them', 'you', 'it'].includes(first.lower) &&
    tokens[from + 1]?.tag !== 'NOUN'
  )
    return { from, to: from };
  let to = from;
  for (let at = from + 1; at < tokens.length; at++) {
    const { tag, lower } = tokens[at]!;
    if (quoted[at] !== -1 || lower === 'that' || lower === 'to') break;
    const goesOn =
      ['NOUN', 'PROPN', 'ADJ', 'NUM'].includes(tag) ||
      lower === "'s" ||
      lower === 'of' ||
      lower === 'and' ||
      ((tag === 'DET' || OWNERS.test(lower)) && ['of', 'and'].includes(tokens[at - 1]!.lower));
    if (!goesOn) break;
    const isName = lower === 'today' && tokens[at]!.capital;
    if (TIMES.test(lower) && at > from && !isName) break;
    to = at;
  }
  while (to > from && ['of', 'and'].includes(tokens[to]!.lower)) to--;
  return { from, to };
}
