import { isDash } from './dashes';
import { NO_LINKS, isReduced, joinsNouns, type TokenRange } from './noun-phrases';
import { isNominativeAt, TIME_WORDS } from './phrase-start';
import type { Period } from './periods';

const REPORT_PLACES =
  /^(?:statement|interview|speech|letter|email|e-mail|post|tweet|report|conference|briefing|television|tv|radio|phone|telephone|facebook|twitter|reporters|testimony|filing|article|column|blog|video|remarks|address|call|message|news|hearing|rally|debate|event|meeting|forum|press|court|wednesday|thursday|friday|monday|tuesday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|late|early|mid|response|reply|comments|\d{4})$/;

/** The noun phrase that begins at token `from`, with what describes it behind commas. */
export function phraseStartingAt(
  period: Period,
  from: number,
  withDescription = true,
): TokenRange | null {
  const { tokens, quoted } = period;
  const first = tokens[from];
  if (first === undefined || quoted[from] !== -1) return null;
  if (!['NOUN', 'PROPN', 'PRON', 'DET', 'ADJ', 'NUM', 'X'].includes(first.tag)) return null;
  if (isNominativeAt(period, from) || first.lower === 'it' || first.lower === 'she')
    return { from, to: from };
  let to = from;
  for (let at = from + 1; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (quoted[at] !== -1 || endsPhrase(period, at)) break;
    if (token.lower === ',') {
      const insertion = withDescription ? insertionEnd(period, at) : null;
      if (insertion === null) break;
      to = insertion;
      at = insertion;
      continue;
    }
    to = at;
  }
  while (to > from && tokens[to]!.tag === 'PUNCT' && tokens[to]!.lower !== ')') to--;
  return { from, to };
}

function endsPhrase(period: Period, at: number): boolean {
  const { tokens } = period;
  const token = tokens[at]!;
  if (isAbbreviation(period, at)) return false;
  if (/^[.;:?!…]+$/.test(token.lower) || isDash(token.lower)) return true;
  if (token.tag === 'SCONJ' || NO_LINKS.has(token.lower)) return true;
  if (TIME_WORDS.has(token.lower)) return true;
  if (token.tag === 'ADP' && ['in', 'on', 'at', 'during', 'to', 'by', 'of'].includes(token.lower)) {
    for (let next = at + 1; next < Math.min(tokens.length, at + 6); next++) {
      if (tokens[next]!.tag === 'PUNCT' || tokens[next]!.tag === 'VERB') break;
      if (REPORT_PLACES.test(tokens[next]!.lower)) return token.lower !== 'of';
    }
  }
  if (token.tag === 'CCONJ') return !joinsNouns(period, at);
  if (token.tag === 'AUX') return !inRelative(period, at);
  if (token.lower === 'to' && tokens[at + 1]?.tag === 'VERB') {
    return !isFirstTo(period, at) && !inRelative(period, at);
  }
  if (token.tag === 'VERB') {
    return !isReduced(period, at) && !inRelative(period, at) && !isFirstTo(period, at - 1);
  }
  return false;
}

/** "the first woman to lead the port": an infinitive that goes with a rank. */
function isFirstTo({ tokens }: Period, to: number): boolean {
  if (tokens[to]?.lower !== 'to' || tokens[to + 1]?.tag !== 'VERB') return false;
  return tokens
    .slice(Math.max(0, to - 5), to)
    .some(({ lower }) => /^(?:first|second|third|last|only|next|youngest|oldest)$/.test(lower));
}

/** "Bo R. Orm", "Atty. Ada Orm": a stop inside of a name. */
function isAbbreviation({ tokens }: Period, at: number): boolean {
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (tokens[at]!.lower !== '.' || tokens[at]!.spaced || before === undefined) return false;
  return before.capital && before.lower.length <= 5 && next?.tag === 'PROPN' && next.capital;
}

function inRelative(period: Period, at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 12); before--) {
    const { lower, tag } = period.tokens[before]!;
    if (
      lower === ',' &&
      period.tokens[before + 1]!.lower !== 'who' &&
      period.tokens[before + 1]!.lower !== 'which' &&
      period.tokens[before + 1]!.lower !== 'whose'
    )
      return false;
    if (['who', 'which', 'that', 'whose', 'whom'].includes(lower)) return tag !== 'DET';
  }
  return false;
}

/** The end of what stands between commas and describes the name before; null where it does not. */
function insertionEnd(period: Period, comma: number): number | null {
  const { tokens, quoted } = period;
  const isTimed = /^(?:now|then|currently|formerly|also)$/.test(tokens[comma + 1]?.lower ?? '');
  const first = tokens[isTimed ? comma + 2 : comma + 1];
  if (first === undefined || quoted[comma + 1] !== -1) return null;
  const describes =
    first.tag === 'DET' ||
    first.tag === 'NUM' ||
    first.tag === 'NOUN' ||
    first.tag === 'PROPN' ||
    first.tag === 'ADJ' ||
    /^(?:who|whose|which|an?|the|his|her|its|their|of)$/.test(first.lower);
  if (!describes || TIME_WORDS.has(first.lower)) return null;
  const isRelative = ['who', 'whose', 'which'].includes(first.lower);
  for (let at = comma + 1; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (quoted[at] !== -1) return null;
    if (/^[.;:?!…]+$/.test(token.lower) || isDash(token.lower)) return at - 1;
    if (token.lower === ',') return at - 1;
    if (!isRelative && at > comma + 1 && endsPhrase(period, at)) return at - 1;
  }
  return tokens.length - 1;
}
