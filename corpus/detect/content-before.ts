import { contentEnd, trimmed } from './content';
import { isDash } from './dashes';
import { hasFiniteVerb, type Reading } from './frame';
import type { TokenRange } from './noun-phrases';
import { isCueLemma } from './lexicon';
import type { Period } from './periods';
import type { VerbGroup } from './verb-groups';

/** The words before "said X" or "X said": the quotation there, or the clause; with what follows. */
export function leftContent(
  reading: Reading,
  at: number,
  after: number,
): readonly TokenRange[] | null {
  const { period } = reading;
  const { quoted, quotes, tokens } = period;
  let end = at;
  while (
    end >= 0 &&
    quoted[end] === -1 &&
    (/^[,-]$/.test(tokens[end]!.lower) || isDash(tokens[end]!.lower))
  )
    end--;
  if (end < 0) return null;
  const from = relativeStart(period, end) ?? clauseStart(reading, end);
  const left = trimmed(period, { from: behindLink(period, from), to: end });
  if (left === null) return behindLink(period, from) > end ? restAfter(reading, after) : null;
  if (quoted[end] !== -1) {
    const quote = quotes[quoted[end]!]!;
    const whole = period.tokens
      .slice(left.from, quote.from)
      .some((token) => token.tag !== 'PUNCT' && token.tag !== 'CCONJ');
    const first = whole ? left.from : quote.from;
    return [{ from: first, to: quote.to }, ...quoteAfter(reading, after)];
  }
  const isWhole = hasFiniteVerb(reading.groups, left.from, left.to);
  const rest = clauseAfter(reading, after, isWhole);
  if (isLink(period, left)) return restAfter(reading, after);
  return left.to - left.from < 1 && rest.length === 0 ? null : [left, ...rest];
}

/** "…, which, Orm said, is old", "all of which, he said, fell": a relative pronoun opens what is said. */
function relativeStart({ tokens, quoted }: Period, end: number): number | null {
  if (!/^(?:which|who|whom)$/.test(tokens[end]!.lower) || quoted[end] !== -1) return null;
  return tokens[end - 1]?.lower === 'of' && end > 1 ? end - 2 : end;
}

function restAfter(reading: Reading, after: number): readonly TokenRange[] | null {
  const rest = clauseAfter(reading, after, false);
  return rest.length === 0 ? null : rest;
}

/** "Still, Orm said, the wall held": words that only link the sentence to the one before. */
function isLink({ tokens }: Period, { from, to }: TokenRange): boolean {
  return tokens.slice(from, to + 1).every(({ tag }) => tag === 'CCONJ' || tag === 'ADV');
}

/**
 * A quotation that goes on behind "she said": "…," she said, "…"; also behind where, when and to whom
 * she said it, as long as nothing else is told: "…," she told the board on Friday, "but …".
 */
function quoteAfter({ period, groups }: Reading, after: number): readonly TokenRange[] {
  const { quoted, quotes, tokens } = period;
  let at = after + 1;
  while (quoted[at] === -1 && at - after < LONGEST_BETWEEN && !STOP.test(tokens[at]!.lower)) at++;
  while (quoted[at] === -1 && STOP.test(tokens[at]!.lower)) at++;
  if (at >= tokens.length || quoted[at] === -1) return [];
  const quote = quotes[quoted[at]!]!;
  if (quote.from !== at) return [];
  const isNext = tokens
    .slice(after + 1, at)
    .every(({ lower }) => MARK.test(lower) || isDash(lower));
  if (!isNext && (!opensAgain(period, at) || hasVerb(groups, after + 1, at))) return [];
  return [{ from: quote.from, to: quote.to }];
}

const LINKS = new Set(
  `however meanwhile moreover furthermore nevertheless nonetheless besides instead still also
   addition fact instance example contrast`.split(/\s+/),
);

/** "In addition, the wall held, Orm said": how the writer links the sentence to the one before. */
function behindLink({ tokens, quoted }: Period, from: number): number {
  const isPhrase = /^(?:in|for|by)$/.test(tokens[from]?.lower ?? '');
  const word = isPhrase ? from + 1 : from;
  const isLink = quoted[word + 1] === -1 && tokens[word + 1]!.lower === ',';
  return isLink && LINKS.has(tokens[word]!.lower) ? word + 2 : from;
}

const LONGEST_BETWEEN = 30;
const STOP = /^[.?!;…]+$/;
const MARK = /^[,.:]$/;

/** A comma, or "but" and "and" behind one, right before a quotation. */
function opensAgain({ tokens }: Period, at: number): boolean {
  const isJoined = /^(?:but|and|yet)$/.test(tokens[at - 1]!.lower);
  return tokens[isJoined ? at - 2 : at - 1]?.lower === ',';
}

function hasVerb(groups: readonly VerbGroup[], from: number, to: number): boolean {
  return groups.some((group) => group.from >= from && group.head < to);
}

/** "The wall, he said, would hold."; behind a whole clause "a …" is what the writer adds to it. */
function clauseAfter(
  { period, groups }: Reading,
  after: number,
  isWhole: boolean,
): readonly TokenRange[] {
  if (period.tokens[after + 1]?.lower !== ',') return [];
  const from = after + 2;
  if (from >= period.tokens.length) return [];
  const first = period.tokens[from]!;
  if (isWhole && /^an?$/.test(first.lower)) return [];
  if (
    period.quoted[from] === -1 &&
    groups.some((g) => g.from === from && g.form === 'participle' && isCueLemma(g.lemma))
  )
    return [];
  if (
    [
      'who',
      'which',
      'where',
      'as',
      'while',
      'though',
      'although',
      'in',
      'after',
      'speaking',
      'citing',
    ].includes(first.lower)
  )
    return [];
  const rest = trimmed(period, { from, to: contentEnd(period, from, groups) });
  return rest === null || rest.to - rest.from < 1 ? [] : [rest];
}

/** Where the clause that ends at `end` begins: the period's start, or behind an earlier frame. */
function clauseStart({ period, found }: Reading, end: number): number {
  const { tokens, quoted } = period;
  let from = period.opening;
  for (let at = end; at >= from; at--) {
    if (quoted[at] === -1 && tokens[at]!.lower === ';') {
      from = at + 1;
      break;
    }
  }
  for (const frame of found) {
    const last = Math.max(frame.cue?.to ?? 0, frame.source?.to ?? 0);
    if (last < end && last + 1 > from && frame.content.every(({ to }) => to <= last))
      from = last + 1;
  }
  while (
    from < end &&
    quoted[from] === -1 &&
    ((tokens[from]!.tag === 'PUNCT' && tokens[from]!.lower !== '(') ||
      tokens[from]!.tag === 'CCONJ')
  )
    from++;
  return from;
}
