import { isGraphemeBoundary } from '../document/graphemes';
import type { AnchoredSpan, Span } from '../spans/span';

/** How a span came to a new text. */
export interface Carried {
  readonly outcome: 'unchanged' | 'moved' | 'ambiguous' | 'lost';
  readonly span: Span | null;
}

/** Words and context shorter than this (UTF-16 units) say too little to be found again by. */
const TELLING = 16;

/**
 * Finds a stored span in a new text by its words and their context; offsets are UTF-16. The words
 * with both contexts must occur exactly once; else with one context, where the other does not
 * point elsewhere; else alone, where they are long enough to be no accident. A place is never
 * guessed, because a wrong anchor is worse than none.
 */
export function carrySpan(span: AnchoredSpan, text: string): Carried {
  const { exact, prefix, suffix } = span;
  const both = placesOf(text, prefix, exact, suffix);
  if (both.length > 0) return carried(span, both);
  const oneSided = [
    ...(prefix === '' ? [] : tellingPlaces(text, prefix, exact, '')),
    ...(suffix === '' ? [] : tellingPlaces(text, '', exact, suffix)),
  ];
  if (oneSided.length > 0) return carried(span, [...new Set(oneSided)]);
  return carried(span, tellingPlaces(text, '', exact, ''));
}

function carried(span: AnchoredSpan, places: readonly number[]): Carried {
  const [start] = places;
  if (start === undefined) return { outcome: 'lost', span: null };
  if (places.length > 1) return { outcome: 'ambiguous', span: null };
  const outcome = start === span.start ? 'unchanged' : 'moved';
  return { outcome, span: { start, end: start + span.exact.length } };
}

/** Places found by a description that is no accident: long enough, and no part of a longer word. */
function tellingPlaces(text: string, before: string, exact: string, after: string): number[] {
  if (before.length + exact.length + after.length < TELLING) return [];
  return placesOf(text, before, exact, after).filter(
    (start) =>
      (before !== '' || !cutsWord(text, start)) &&
      (after !== '' || !cutsWord(text, start + exact.length)),
  );
}

/** "12" in "2012"; not in scripts that write no spaces. */
function cutsWord(text: string, offset: number): boolean {
  const around = text.slice(Math.max(0, offset - 1), offset + 1);
  return /^[\p{L}\p{N}]{2}$/u.test(around) && !UNSPACED.test(around);
}

const UNSPACED =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar}/u;

/**
 * The first two places at which the words stand whole between these contexts: more are not
 * needed to know that it is not one.
 */
function placesOf(text: string, before: string, exact: string, after: string): readonly number[] {
  const description = before + exact + after;
  const places: number[] = [];
  let at = text.indexOf(description);
  while (at >= 0 && places.length < 2) {
    const start = at + before.length;
    if (isGraphemeBoundary(text, start) && isGraphemeBoundary(text, start + exact.length)) {
      places.push(start);
    }
    at = text.indexOf(description, at + 1);
  }
  return places;
}
