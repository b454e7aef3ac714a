import { contentEnd, trimmed } from './content';
import { isDash } from './dashes';
import type { Reading } from './frame';
import type { TokenRange } from './noun-phrases';
import { isCueLemma } from './lexicon';
import type { Period } from './periods';

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
  const from = clauseStart(reading, end);
  const left = trimmed(period, { from, to: end });
  if (left === null) return null;
  if (quoted[end] !== -1) {
    const quote = quotes[quoted[end]!]!;
    const whole = period.tokens
      .slice(left.from, quote.from)
      .some((token) => token.tag !== 'PUNCT' && token.tag !== 'CCONJ');
    const first = whole ? left.from : quote.from;
    return [{ from: first, to: quote.to }, ...quoteAfter(period, after)];
  }
  return left.to - left.from < 1 ? null : [left, ...clauseAfter(reading, after)];
}

/** A quotation that goes on behind "she said": "…," she said, "…". */
function quoteAfter(period: Period, after: number): readonly TokenRange[] {
  const { quoted, quotes, tokens } = period;
  let at = after + 1;
  while (
    at < tokens.length &&
    quoted[at] === -1 &&
    (tokens[at]!.lower === ',' ||
      tokens[at]!.lower === '.' ||
      tokens[at]!.lower === ':' ||
      isDash(tokens[at]!.lower))
  )
    at++;
  if (at >= tokens.length || quoted[at] === -1) return [];
  const quote = quotes[quoted[at]!]!;
  return quote.from === at ? [{ from: quote.from, to: quote.to }] : [];
}

/** "The wall, he said, would hold." */
function clauseAfter({ period, groups }: Reading, after: number): readonly TokenRange[] {
  if (period.tokens[after + 1]?.lower !== ',') return [];
  const from = after + 2;
  if (from >= period.tokens.length) return [];
  const first = period.tokens[from]!;
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
  return rest === null || rest.to - rest.from < 2 ? [] : [rest];
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
