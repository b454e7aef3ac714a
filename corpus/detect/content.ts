import { subjectBefore, type TokenRange } from './noun-phrases';
import type { Period } from './periods';
import type { VerbGroup } from './verb-groups';
import { framesOf } from './lexicon';

const STOP = /^[.?!…]+$/;

/**
 * Where the content that begins at token `from` ends: before the sentence's stop, a semicolon, or
 * the next thing that somebody says in the same sentence.
 */
export function contentEnd(period: Period, from: number, groups: readonly VerbGroup[]): number {
  const { tokens, quoted } = period;
  let end = tokens.length - 1;
  for (let at = from; at < tokens.length; at++) {
    if (quoted[at] !== -1) continue;
    if (
      tokens[at]!.lower === ';' ||
      (tokens[at]!.lower === ',' && endsAtComma(period, at, groups))
    ) {
      end = at - 1;
      break;
    }
    if (at > from && isCoordinatedCue(period, at, groups)) {
      end = at - 1;
      break;
    }
  }
  return trimEnd(period, from, end);
}

function trimEnd(period: Period, from: number, to: number): number {
  let end = to;
  while (end > from && period.quoted[end] === -1 && isEdge(period.tokens[end]!.lower)) end--;
  return end;
}

function isEdge(lower: string): boolean {
  return (
    STOP.test(lower) ||
    lower === ',' ||
    lower === ';' ||
    lower === ':' ||
    lower === '—' ||
    lower === '–'
  );
}

/** "…, adding", "…, where", "…, but Vale said", "…, according to": what was said is over. */
function endsAtComma(period: Period, comma: number, groups: readonly VerbGroup[]): boolean {
  const { tokens } = period;
  const next = tokens[comma + 1];
  if (next === undefined) return true;
  if (next.lower === 'according') return true;
  if (['which', 'who', 'where', 'whose', 'whom'].includes(next.lower)) {
    return !tokens.slice(comma + 2).some(({ lower }) => lower === ',');
  }
  const group = groups.find(({ from }) => from > comma);
  if (group === undefined) return false;
  if (closesWithSaying(period, comma, group)) return true;
  const isCue = framesOf(group.lemma).size > 0;
  if (group.from === comma + 1 && group.form === 'participle') return isCue;
  if (['but', 'while', 'although', 'though', 'and', 'as', 'whereas', 'yet'].includes(next.lower)) {
    return (
      isCue &&
      group.form === 'finite' &&
      group.from - comma < 12 &&
      framesOf(group.lemma).has('clause')
    );
  }
  return false;
}

/** "…, Orm said." behind a statement: the words before it are all that he said. */
function closesWithSaying(period: Period, comma: number, group: VerbGroup): boolean {
  if (group.form !== 'finite' || !SAYING.has(group.lemma) || group.from - comma > 16) return false;
  const next = period.tokens[group.to + 1];
  const closes =
    next === undefined || (period.quoted[group.to + 1] === -1 && /^[.,;?!]$/.test(next.lower));
  if (!closes) return false;
  const subject = subjectBefore(period, group.from);
  return subject !== null && subject.from === comma + 1;
}

const SAYING = new Set(
  'say add tell note write report explain argue warn believe think claim insist suggest'.split(' '),
);

/** "… and added", "… but said": a second thing said by the same source. */
function isCoordinatedCue(period: Period, at: number, groups: readonly VerbGroup[]): boolean {
  const word = period.tokens[at]!.lower;
  if (word !== 'and' && word !== 'but') return false;
  const group = groups.find(({ from }) => from === at + 1);
  return group !== undefined && group.form !== 'infinitive' && SECOND.has(group.lemma);
}

const SECOND = new Set(
  `say add tell warn claim insist promise vow call accuse ask urge argue suggest deny describe
   announce pledge note express predict`.split(/\s+/),
);

/** A range without the marks at its edges; null where nothing is left. */
export function trimmed(period: Period, { from, to }: TokenRange): TokenRange | null {
  let first = from;
  while (first <= to && period.quoted[first] === -1 && isEdge(period.tokens[first]!.lower)) first++;
  return first > to ? null : { from: first, to: trimEnd(period, first, to) };
}
