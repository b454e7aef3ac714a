import { isGraphemeBoundary } from '../document/graphemes';
import type { Span } from '../spans/span';
import { alignTexts, type Alignment } from './alignment';
import { changedPlace } from './changed-place';
import { findAlike } from './look-alikes';
import { placesOf } from './places';
import { isPart, readSentence } from './in-sentence';
import { claimsOf, rivalsOf } from './rivals';
import { agreement, isRooted, isTold, isBeyond, isBeyondBoth, isSupported, near } from './support';
import { isWord, tokenFrom, tokenUpTo, type BlockText } from './tokens';
import { wordsIn } from './word-counts';

export const OUTCOMES = ['unchanged', 'moved', 'changed', 'ambiguous', 'lost'] as const;

/** How a span came to a new text; offsets are UTF-16 of the new text. */
export interface Carried {
  readonly outcome: (typeof OUTCOMES)[number];
  /** Its place: the same words for `unchanged` and `moved`, what became of them for `changed`. */
  readonly span: Span | null;
  /** For `ambiguous`: the places that are equally good, at most five. */
  readonly places: readonly Span[];
}

/** A run of fewer words needs more of what stood around it than its own look-alikes tell. */
const TELLING_WORDS = 4;

const MOST_PLACES = 5;

/**
 * Carries spans from one text to another. The texts are aligned once; each span is then judged
 * by its own words and what stands around them. A place is never guessed: where the same words
 * stand in two places that the text around them does not tell apart, the outcome is `ambiguous`.
 * Spans are UTF-16 ranges of the older text.
 */
export function carrier(before: BlockText, after: BlockText): (span: Span) => Carried {
  if (before.text === after.text) {
    return ({ start, end }) => found('unchanged', { start, end });
  }
  const alignment = alignTexts(before, after);
  return (span) => judge(alignment, span);
}

function judge(alignment: Alignment, span: Span): Carried {
  const { before, after } = alignment;
  const from = tokenFrom(before, span.start);
  const to = tokenUpTo(before, span.end);
  if (from >= to) return LOST;
  const reading = readSentence(alignment, from, to);
  if (reading.kind === 'there') {
    const place = placeOfTokens(alignment, span, from, to, reading.there);
    if (place !== null) return foundAs(span, place);
  }
  const carried = judgeByWords(alignment, span, from, to);
  if (reading.kind === 'absent') return judgeAbsent(alignment, carried, reading.rest);
  if (!isFound(carried)) return carried;
  const there = tokenFrom(after, carried.span!.start);
  if (reading.kind === 'nowhere' && isPart(alignment, from, to, there)) return carried;
  return ambiguous(alignment, to - from, [there]);
}

/** The words are not in their sentence: they are in no other one, but are what stands there instead. */
function judgeAbsent({ after }: Alignment, carried: Carried, rest: Span | null): Carried {
  if (!isFound(carried) && carried.outcome !== 'lost') return carried;
  if (rest === null) return LOST;
  return found('changed', { start: after.starts[rest.start]!, end: after.ends[rest.end - 1]! });
}

function isFound({ outcome }: Carried): boolean {
  return outcome === 'unchanged' || outcome === 'moved';
}

/** Judges a run whose sentence does not tell its place: by its own words and what is tied about it. */
function judgeByWords(alignment: Alignment, span: Span, from: number, to: number): Carried {
  const there = tiedWhole(alignment, from, to);
  if (there !== null) {
    const place = placeOfTokens(alignment, span, from, to, there);
    if (place !== null) return judgeTied(alignment, span, from, to, there, place);
  }
  return judgeUntied(alignment, span, from, to);
}

/**
 * Where a run stands whole: all of its words tied in a row, and its punctuation there between
 * them, whatever that is tied to (one full stop is like any other). Null where it does not.
 */
function tiedWhole({ a, b, before, forward }: Alignment, from: number, to: number): number | null {
  let there = forward[from]!;
  for (let at = from; at < to; at++) {
    if (!isWord(before.keys[at]!)) continue;
    there = forward[at]! < 0 ? -1 : forward[at]! - (at - from);
    break;
  }
  if (there < 0) return null;
  for (let at = from; at < to; at++) {
    const stands = isWord(before.keys[at]!)
      ? forward[at] === there + at - from
      : b[there + at - from] === a[at];
    if (!stands) return null;
  }
  return there;
}

/** The span's place where its tokens begin at `there`; null where an edge would cut a grapheme. */
function placeOfTokens(
  { before, after }: Alignment,
  span: Span,
  from: number,
  to: number,
  there: number,
): Span | null {
  const last = there + to - from - 1;
  const lead = span.start - before.starts[from]!;
  const trail = before.ends[to - 1]! - span.end;
  const start = after.starts[there]! + Math.max(0, lead);
  const end = after.ends[last]! - Math.max(0, trail);
  const sound = isGraphemeBoundary(after.text, start) && isGraphemeBoundary(after.text, end);
  return sound && start < end ? { start, end } : null;
}

function judgeTied(
  alignment: Alignment,
  span: Span,
  from: number,
  to: number,
  there: number,
  place: Span,
  again = false,
): Carried {
  const { a, b } = alignment;
  const twins = placesOf(b, a, from, to).filter((at) => at !== there);
  const doubles = placesOf(a, a, from, to).filter((at) => at !== from);
  const around = agreement(alignment, from, to, there);
  const words = wordsIn(alignment.before, { start: from, end: to });
  const rooted = words >= TELLING_WORDS || isRooted(alignment, from, to, there, around);
  const alike = findAlike(alignment, from, to, there);
  if (twins.length === 0 && doubles.length === 0 && alike === null) {
    const telling = rooted && (words >= 3 || isTold(alignment, from, to, there, around));
    // A word or two, with no word around them that they had before, may be another's.
    return telling ? foundAs(span, place) : ambiguous(alignment, to - from, [there]);
  }
  const own = near(around);
  const beyond = isBeyond(alignment, from, to, around);
  const standing = { from, to, there, around };
  const isAlone =
    rivalsOf(alignment, standing, twins).length === 0 &&
    claimsOf(alignment, standing, doubles).length === 0;
  const told =
    alike === null || (beyond && (!alike.beyond || isBeyondBoth(alignment, from, to, around)));
  const supported = told && isSupported(alignment, from, to, there, around);
  if (rooted && supported && isAlone) return foundAs(span, place);
  const elsewhere = again || beyond ? null : foundElsewhere(alignment, span, from, to, twins, own);
  if (elsewhere !== null) return elsewhere;
  const places = [there, ...twins.filter((at) => near(agreement(alignment, from, to, at)) > 0)];
  return ambiguous(alignment, to - from, places);
}

/** The look-alike that agrees best, where it goes beyond its sentence and holds by itself. */
function foundElsewhere(
  alignment: Alignment,
  span: Span,
  from: number,
  to: number,
  twins: readonly number[],
  own: number,
): Carried | null {
  const told = twins.map((at) => ({ at, around: agreement(alignment, from, to, at) }));
  const [best] = told.sort((x, y) => near(y.around) - near(x.around));
  if (best === undefined || near(best.around) <= own) return null;
  if (!isBeyond(alignment, from, to, best.around)) return null;
  const place = placeOfTokens(alignment, span, from, to, best.at);
  if (place === null) return null;
  const judged = judgeTied(alignment, span, from, to, best.at, place, true);
  return judged.span === null ? null : judged;
}

/** Its words are not all where they were: what became of them, or where they may stand now. */
function judgeUntied(alignment: Alignment, span: Span, from: number, to: number): Carried {
  const { a, b, back } = alignment;
  const free = placesOf(b, a, from, to).filter((at) => back[at]! < 0);
  const doubled = placesOf(a, a, from, to).length > 1;
  if (free.length === 1 && !doubled && !isHeld(alignment, from, to, free[0]!)) {
    const only = foundAt(alignment, span, from, to, free[0]!);
    if (only !== null) return only;
  }
  const place = changedPlace(alignment, from, to);
  if (place !== null) {
    return wordsWithin(alignment, span, from, to, place) ?? found('changed', place);
  }
  if (free.length === 0 || wordsIn(alignment.before, { start: from, end: to }) < 3) return LOST;
  return ambiguous(alignment, to - from, free);
}

/** True where a word directly beside the run stands elsewhere: that is where its own place is. */
function isHeld({ before, forward }: Alignment, from: number, to: number, there: number): boolean {
  const tiedWord = (at: number) => (isWord(before.keys[at] ?? '') ? forward[at]! : -1);
  const [left, right] = [tiedWord(from - 1), tiedWord(to)];
  return (left >= 0 && left !== there - 1) || (right >= 0 && right !== there + to - from);
}

/** The words at a place that they were not tied to, where all that tells a tied one tells it too. */
function foundAt(
  alignment: Alignment,
  span: Span,
  from: number,
  to: number,
  there: number,
): Carried | null {
  const place = placeOfTokens(alignment, span, from, to, there);
  if (place === null) return null;
  const judged = judgeTied(alignment, span, from, to, there, place);
  return judged.span === null ? null : found('moved', place);
}

/** The very words, where they stand once in what a span was thought to have become. */
function wordsWithin(
  alignment: Alignment,
  span: Span,
  from: number,
  to: number,
  { start, end }: Span,
): Carried | null {
  const { a, b, after } = alignment;
  const overlaps = (at: number) =>
    after.starts[at]! < end && after.ends[at + to - from - 1]! > start;
  const [there, ...others] = placesOf(b, a, from, to).filter(overlaps);
  if (there === undefined || others.length > 0) return null;
  if (wordsIn(alignment.before, { start: from, end: to }) < 3) return null;
  if (near(agreement(alignment, from, to, there)) === 0) return null;
  if (isHeld(alignment, from, to, there)) return null;
  return foundAt(alignment, span, from, to, there);
}

const LOST: Carried = { outcome: 'lost', span: null, places: [] };

function foundAs(span: Span, place: Span): Carried {
  const isSame = place.start === span.start && place.end === span.end;
  return found(isSame ? 'unchanged' : 'moved', place);
}

function found(outcome: 'unchanged' | 'moved' | 'changed', span: Span): Carried {
  return { outcome, span, places: [] };
}

function ambiguous({ after }: Alignment, length: number, at: readonly number[]): Carried {
  const places = [...at]
    .sort((x, y) => x - y)
    .slice(0, MOST_PLACES)
    .map((first) => ({ start: after.starts[first]!, end: after.ends[first + length - 1]! }));
  return { outcome: 'ambiguous', span: null, places };
}
