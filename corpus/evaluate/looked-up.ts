import type { Span } from '../spans/span';
import type { EditedText, Places } from './edited-text';
import { sentencesIn, sharedInOrder, wordsOf, type Sentences } from './sentences';
import { agreeAfter, agreeBefore, allPlaces, squeeze, type Squeezed } from './squeezed';

/** How much text on each side of a span is compared, without spaces. */
const CONTEXT_UNITS = 64;

/** A reader looks at so many sentences to each side of a place. */
const NEIGHBOURS = 2;

/** The text beyond a sentence is the old one when so many units of it are. */
const BEYOND_UNITS = 12;

/** A neighbour of fewer common words than this is recognised only whole. */
const NEIGHBOUR_WORDS = 3;

/** A sentence with this share of another's words, in their order, is that sentence with edits. */
export const SAME_SHARE = 0.5;

/** An edited text before and after, and where the units of the one are in the other. */
interface Texts {
  readonly first: string;
  readonly last: string;
  readonly old: Squeezed;
  readonly fresh: Squeezed;
  readonly before: Sentences;
  readonly after: Sentences;
  /** Each unit of the new text → its offset in the old one; −1: a copy's, or new. */
  readonly sources: Int32Array;
}

export function bothTexts(edited: EditedText, own: Places): Texts {
  return {
    first: edited.first,
    last: edited.text,
    old: squeeze(edited.first),
    fresh: squeeze(edited.text),
    before: sentencesIn(edited.first),
    after: sentencesIn(edited.text),
    sources: sourcesOf(own, edited.text.length),
  };
}

function sourcesOf({ kept }: Places, length: number): Int32Array {
  const sources = new Int32Array(length).fill(-1);
  for (const [offset, at] of kept.entries()) if (at >= 0) sources[at] = offset;
  return sources;
}

/** A span with its sentence, its words as they are compared, and all places that have them. */
export interface LookedUp extends Texts {
  readonly span: Span;
  readonly sentence: Span;
  readonly words: readonly string[];
  readonly exact: string;
  readonly places: readonly Span[];
}

export function lookUp(texts: Texts, span: Span): LookedUp {
  const { first, old, fresh, before } = texts;
  const sentence = before.around(span);
  const exact = old.text.slice(old.before(span.start), old.before(span.end));
  const places = allPlaces(fresh.text, exact).map((at) => ({
    start: fresh.at(at),
    end: fresh.at(at + exact.length - 1) + 1,
  }));
  return { ...texts, span, sentence, words: wordsOf(first, sentence), exact, places };
}

/** Where a sentence begins and ends in the new text; null: a side that was torn off. */
export interface Edges {
  readonly start: number | null;
  readonly end: number | null;
}

/**
 * On how many sides of a place of the span's sentence it has an old neighbour: the text directly
 * beside it, or one of the two sentences that stood there among the two that stand there now.
 */
export function sidesKept(lookedUp: LookedUp, { start, end }: Edges): number {
  const { before, after, sentence, old, fresh } = lookedUp;
  const [x, v] = [old.before(sentence.start), old.before(sentence.end)];
  const isLeft =
    start !== null &&
    (agreeBefore(old.text, x, fresh.text, fresh.before(start), BEYOND_UNITS) === BEYOND_UNITS ||
      isNeighboured(lookedUp, before.before(sentence.start, NEIGHBOURS), after.before(start, NEIGHBOURS))); // prettier-ignore
  const isRight =
    end !== null &&
    (agreeAfter(old.text, v, fresh.text, fresh.before(end), BEYOND_UNITS) === BEYOND_UNITS ||
      isNeighboured(
        lookedUp,
        before.after(sentence.end, NEIGHBOURS),
        after.after(end, NEIGHBOURS),
      ));
  return (isLeft ? 1 : 0) + (isRight ? 1 : 0);
}

function isNeighboured(
  { first, last }: Texts,
  old: readonly Span[],
  fresh: readonly Span[],
): boolean {
  if (old.length === 0) return fresh.length === 0;
  return old.some((neighbour) => {
    const words = wordsOf(first, neighbour);
    const least = Math.max(SAME_SHARE * words.length, Math.min(NEIGHBOUR_WORDS, words.length));
    return fresh.some((other) => sharedInOrder(words, wordsOf(last, other)) >= least);
  });
}

/** How many of the words of a span's sentence stand in a new one, in order. */
export function sharedWith({ last, words }: LookedUp, sentence: Span): number {
  return sharedInOrder(words, wordsOf(last, sentence));
}

/** How many units agree directly before and after a span's words, counted to CONTEXT_UNITS each. */
export function nearness({ old, fresh }: Texts, span: Span, place: Span): number {
  const [x, y] = [old.before(span.start), fresh.before(place.start)];
  const [v, w] = [old.before(span.end), fresh.before(place.end)];
  const left = agreeBefore(old.text, x, fresh.text, y, CONTEXT_UNITS);
  return left + agreeAfter(old.text, v, fresh.text, w, CONTEXT_UNITS);
}
