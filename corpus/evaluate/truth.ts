import type { Span } from '../spans/span';
import type { EditedText, Places } from './edited-text';
import { sharedInOrder, wordsOf } from './sentences';
import {
  lookUp,
  nearness,
  SAME_SHARE,
  sharedWith,
  sidesKept,
  bothTexts,
  type Edges,
  type LookedUp,
} from './looked-up';

/**
 * What became of a span: its words `survived` at a place; they `changed` at a place (at least half
 * of them are there or stand replaced); they are `gone`; or a careful reader of both texts could
 * not tell two places apart (`ambiguous`). Such a reader looks for the span's sentence first, and
 * takes for it what has most of its words. Where several places have about as many, the one beside
 * more of the old neighbours is it, looking two sentences to each side; where none is, the reader
 * cannot tell. Only within its sentence, or where little is left of that, do the letters directly
 * beside a word decide. What stood elsewhere in the old text, in another sentence, is that one's.
 */
export type Truth =
  | { readonly kind: 'survived' | 'changed'; readonly place: Span }
  | { readonly kind: 'gone' | 'ambiguous' };

/** Half of a span's signs, kept or replaced where they stood, make it a changed one. */
const CHANGED_SHARE = 0.5;

/** Words that were deleted may be those of a sentence that has this share of the shorter of the two. */
const REPORTED_SHARE = 0.75;
const REPORTED_WORDS = 8;

/** A sentence that shares this part of what a span's own shares with the old one is as much like it. */
const LIKE_SHARE = 0.75;

/** Farther apart, two neighbours of the old text stand in two places. */
const TORN_UNITS = 40;

/**
 * Tells the truth about spans of the first text; typography and white space do not count. A
 * sentence that was copied and whose own words are then all deleted is a sentence that was moved.
 */
export function truthTeller(edited: EditedText): (span: Span) => Truth {
  const [own, ...copies] = edited.places();
  const texts = bothTexts(edited, own);
  return (span) => {
    const lookedUp = lookUp(texts, span);
    const remains = remainsOf(lookedUp, own);
    const heirs = copies
      .map((copy) => remainsOf(lookedUp, copy))
      .filter(({ present, signs }) => present >= CHANGED_SHARE * signs);
    if (remains.present > 0) return judge(lookedUp, remains, heirs);
    const [heir, ...others] = heirs;
    if (heir !== undefined && others.length === 0) return judgeCopy(lookedUp, own, heir);
    return { kind: heir !== undefined || isReported(lookedUp) ? 'ambiguous' : 'gone' };
  };
}

/** What is left of a span: how many of its signs, from where to where, and its sentence's edges. */
interface Remains {
  readonly source: Places;
  readonly signs: number;
  readonly present: number;
  readonly place: Span;
  /** Where its sentence stands around it; null: a side that was torn off. */
  readonly edges: Edges;
}

function remainsOf(lookedUp: LookedUp, source: Places): Remains {
  const { kept, standIn } = source;
  const { first, span } = lookedUp;
  const placeOf = (offset: number) => (kept[offset]! >= 0 ? kept[offset]! : standIn[offset]!);
  let signs = 0;
  let present = 0;
  let start = Infinity;
  let end = -1;
  for (let offset = span.start; offset < span.end; offset++) {
    if (/\s/.test(first[offset]!)) continue;
    signs++;
    const at = placeOf(offset);
    if (at < 0) continue;
    present++;
    start = Math.min(start, at);
    end = Math.max(end, at + 1);
  }
  const place = { start, end };
  return { source, signs, present, place, edges: reachOf(lookedUp, placeOf, place) };
}

/** Where the rest of a span's sentence stands around the span; null: a side that was torn off. */
function reachOf(
  { sentence, span }: LookedUp,
  placeOf: (offset: number) => number,
  place: Span,
): Edges {
  let start: number | null = place.start;
  for (let offset = span.start - 1; offset >= sentence.start && start !== null; offset--) {
    const at = placeOf(offset);
    if (at >= 0) start = at <= start && start - at <= TORN_UNITS ? at : null;
  }
  let end: number | null = place.end;
  for (let offset = span.end; offset < sentence.end && end !== null; offset++) {
    const at = placeOf(offset);
    if (at >= 0) end = at >= end - 1 && at - end <= TORN_UNITS ? at + 1 : null;
  }
  return { start, end };
}

/**
 * Words that are gone where they stood, and are in one copy: moved with it, unless half of what the
 * copy has of their sentence still stands. Then they were cut from the sentence; a reader knows
 * which of the two it is, where the copy has fewer of the old neighbours.
 */
function judgeCopy(lookedUp: LookedUp, own: Places, heir: Remains): Truth {
  const { sentence, span, first } = lookedUp;
  let copied = 0;
  const places: number[] = [];
  for (let offset = sentence.start; offset < sentence.end; offset++) {
    if (/\s/.test(first[offset]!) || (offset >= span.start && offset < span.end)) continue;
    if (heir.source.kept[offset]! < 0) continue;
    copied++;
    if (own.kept[offset]! >= 0) places.push(own.kept[offset]!);
  }
  if (places.length === 0 || places.length < SAME_SHARE * copied) return judge(lookedUp, heir, []);
  const edges = { start: Math.min(...places), end: Math.max(...places) + 1 };
  const isCut = sidesKept(lookedUp, edges) > sidesKept(lookedUp, heir.edges);
  return { kind: isCut ? 'gone' : 'ambiguous' };
}

function judge(lookedUp: LookedUp, own: Remains, heirs: readonly Remains[]): Truth {
  const { exact, fresh, span } = lookedUp;
  const { place, present, signs } = own;
  const from = fresh.before(place.start);
  const end = fresh.before(place.end);
  const isSurvivor = fresh.text.slice(from, end) === exact;
  if (isSurvivor) {
    const told = isToldInside(lookedUp, place) && isToldFromOthers(lookedUp, own, heirs);
    return told ? { kind: 'survived', place } : { kind: 'ambiguous' };
  }
  // The very words, in one piece, where the span's own pieces are: a copy put between them.
  const within = lookedUp.places.some((at) => at.start < place.end && at.end > place.start);
  const compact = place.end - place.start <= 3 * (span.end - span.start) + 60;
  if (present < CHANGED_SHARE * signs || !compact) {
    return { kind: within || heirs.length > 0 || isReported(lookedUp) ? 'ambiguous' : 'gone' };
  }
  const told = !within && isToldFromOthers(lookedUp, own, heirs);
  return told ? { kind: 'changed', place } : { kind: 'ambiguous' };
}

/**
 * True where words are told from the same words of their own new sentence, and, where that shares
 * less than half of the old one's words, from those of any other: by what stands directly beside them.
 */
function isToldInside(lookedUp: LookedUp, own: Span): boolean {
  const { words, places, after } = lookedUp;
  const sentence = after.around(own);
  const known = sharedWith(lookedUp, sentence) >= SAME_SHARE * words.length;
  const least = nearness(lookedUp, lookedUp.span, own);
  return places.every((place) => {
    if (place.start === own.start || isAnothers(lookedUp, place)) return true;
    const inside = place.start >= sentence.start && place.end <= sentence.end;
    return (known && !inside) || nearness(lookedUp, lookedUp.span, place) < least;
  });
}

/**
 * True where the span's place is told from its sentence's copies, and from the sentences that have
 * its words and as much of its own sentence as is left of that: by old neighbours on more sides.
 */
function isToldFromOthers(lookedUp: LookedUp, own: Remains, heirs: readonly Remains[]): boolean {
  const rivals = [...likeCopies(lookedUp, own, heirs), ...likeSentences(lookedUp, own, heirs)];
  if (rivals.length === 0) return true;
  const sides = sidesKept(lookedUp, own.edges);
  return rivals.every((edges) => sidesKept(lookedUp, edges) < sides);
}

/** The copies that have as much of the sentence as stands around the span's own words. */
function likeCopies(lookedUp: LookedUp, own: Remains, heirs: readonly Remains[]): Edges[] {
  const { after } = lookedUp;
  if (heirs.length === 0) return [];
  const least = LIKE_SHARE * sharedWith(lookedUp, after.around(own.place));
  return heirs
    .filter(({ place }) => sharedWith(lookedUp, after.around(place)) >= least)
    .map(({ edges }) => edges);
}

/**
 * The other sentences that have the very words and are as much the span's own, be they put together
 * from several copies.
 */
function likeSentences(lookedUp: LookedUp, own: Remains, heirs: readonly Remains[]): Edges[] {
  const { words, places, after } = lookedUp;
  const home = after.around(own.place);
  const others = places
    .filter(({ start, end }) => end <= home.start || start >= home.end)
    .filter((place) => !isAnothers(lookedUp, place))
    .filter(({ start, end }) => heirs.every(({ place }) => start < place.start || end > place.end))
    .map((place) => after.around(place));
  if (others.length === 0) return [];
  const least = Math.max(SAME_SHARE * words.length, LIKE_SHARE * sharedWith(lookedUp, home));
  return others.filter((sentence) => sharedWith(lookedUp, sentence) >= least);
}

/**
 * True where another sentence says the same in the same words: it, or what of it is between two full
 * stops, shares three quarters of the span's own, or is a part of that, and has the span's words in one
 * piece.
 */
function isReported(lookedUp: LookedUp): boolean {
  const { last, words, places, after } = lookedUp;
  const saysSame = (other: Span) => {
    const others = wordsOf(last, other);
    const shared = sharedInOrder(words, others);
    if (shared >= REPORTED_SHARE * words.length) return true;
    return shared >= REPORTED_WORDS && shared >= REPORTED_SHARE * others.length;
  };
  return places.some((place) => {
    if (isAnothers(lookedUp, place)) return false;
    const sentence = after.around(place);
    return saysSame(sentence) || saysSame(betweenStops(last, sentence, place));
  });
}

/** What of a sentence is around a place up to the next full stops, be they an abbreviation's. */
function betweenStops(text: string, { start, end }: Span, place: Span): Span {
  const stop = /[.!?]\s/u;
  const left = text.slice(start, place.start).split(stop).at(-1) ?? '';
  const right = text.slice(place.end, end).split(stop)[0] ?? '';
  return { start: place.start - left.length, end: place.end + right.length };
}

/**
 * True where the same words stood in the old text too, outside the span, and what is around them
 * now is more what was around those: their sentence, or in one sentence the signs beside them.
 */
function isAnothers(lookedUp: LookedUp, place: Span): boolean {
  const { first, last, span, sentence, before, after, sources } = lookedUp;
  const start = sources[place.start]!;
  if (start < 0 || (start >= span.start && start < span.end)) return false;
  const other = { start, end: start + span.end - span.start };
  if (start >= sentence.start && start < sentence.end) {
    return nearness(lookedUp, other, place) > nearness(lookedUp, span, place);
  }
  const fresh = wordsOf(last, after.around(place));
  const theirs = sharedInOrder(wordsOf(first, before.around(other)), fresh);
  return theirs > sharedInOrder(lookedUp.words, fresh);
}
