import type { Span } from '../spans/span';
import type { EditedText, Places } from './edited-text';

/**
 * What became of a span: its words `survived` at a place; they `changed` at a place (at least half
 * of them are there or stand replaced); they are `gone`; or two places have them that the text
 * around them does not tell apart (`ambiguous`).
 */
export type Truth =
  | { readonly kind: 'survived' | 'changed'; readonly place: Span }
  | { readonly kind: 'gone' | 'ambiguous' };

/** How much text on each side is compared to tell two places apart, without spaces. */
const CONTEXT_UNITS = 64;

/** Agreement goes beyond a sentence when it goes on for so many units. */
const BEYOND_UNITS = 12;

/** Words that are gone, with so many units that agree around them elsewhere, may be those. */
const ALIKE_UNITS = 32;

/** How much text is compared in all: sentences are long. */
const REACH_UNITS = 600;

/** Half of a span's signs, kept or replaced where they stood, make it a changed one. */
const CHANGED_SHARE = 0.5;

/** A sentence with this share of another's words, in their order, is that sentence with edits. */
const SAME_SHARE = 0.5;

/**
 * Tells the truth about spans of the first text; typography and white space do not count. A
 * sentence that was copied and whose own words are then all deleted is a sentence that was moved.
 */
export function truthTeller(edited: EditedText): (span: Span) => Truth {
  const [own, ...copies] = edited.places();
  const texts = {
    first: edited.first,
    last: edited.text,
    old: squeeze(edited.first),
    fresh: squeeze(edited.text),
  };
  return (span) => {
    const remains = remainsOf(texts.first, span, own);
    const heirs = copies
      .map((copy) => remainsOf(texts.first, span, copy))
      .filter(({ present, signs }) => present >= CHANGED_SHARE * signs);
    if (remains.present === 0) return withoutOwn(texts, span, heirs);
    const truth = judge(texts, span, remains);
    const others = truth.kind === 'changed' ? sameSentences(texts, span) : [];
    const rivals = [...heirs.map(({ place }) => place), ...others];
    if (truth.kind === 'gone' && (heirs.length > 0 || standsElsewhere(texts, span)))
      return { kind: 'ambiguous' };
    return isTold(texts, span, remains.place, rivals) ? truth : { kind: 'ambiguous' };
  };
}

function withoutOwn(texts: Texts, span: Span, heirs: readonly Remains[]): Truth {
  if (heirs.length === 1) return judge(texts, span, heirs[0]!);
  return { kind: heirs.length > 0 || standsElsewhere(texts, span) ? 'ambiguous' : 'gone' };
}

/**
 * Own words are told from a sentence's other places by the text beyond the sentence: where it is
 * the old one on both sides, or on one and at none of the others.
 */
function isTold(texts: Texts, span: Span, own: Span, rivals: readonly Span[]): boolean {
  if (rivals.length === 0) return true;
  const sides = sidesBeyond(texts, span, own);
  if (sides !== 1) return sides === 2;
  return rivals.every((place) => sidesBeyond(texts, span, place) === 0);
}

/**
 * True where the span's whole sentence, or its words with so much of what stood around them, or in
 * the same sentence with edits, is in the new text, be it from another article that reports the
 * same: nobody can tell whose it is.
 */
function standsElsewhere(texts: Texts, span: Span): boolean {
  const { first, old, fresh } = texts;
  const { start, end } = sentenceOf(first, span);
  if (fresh.text.includes(old.text.slice(old.before(start), old.before(end)))) return true;
  const exact = old.text.slice(old.before(span.start), old.before(span.end));
  const near = allPlaces(fresh.text, exact).some((at) => {
    const { left, right } = fit(old, fresh, span, exact, at);
    return left + right >= ALIKE_UNITS;
  });
  return near || sameSentences(texts, span).length > 0;
}

/** Where the span's words stand in a sentence that is, with edits, the span's own. */
function sameSentences({ first, last, old, fresh }: Texts, span: Span): Span[] {
  const exact = old.text.slice(old.before(span.start), old.before(span.end));
  const own = wordsOf(first, sentenceOf(first, span));
  return allPlaces(fresh.text, exact)
    .map((at) => ({ start: fresh.at(at), end: fresh.at(at + exact.length - 1) + 1 }))
    .filter((place) => sharedInOrder(own, wordsOf(last, sentenceOf(last, place))) >= SAME_SHARE * own.length); // prettier-ignore
}

function wordsOf(text: string, { start, end }: Span): string[] {
  return text.slice(start, end).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** How many words two sentences have in common, in the same order. */
function sharedInOrder(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    for (const [at, other] of b.entries()) {
      next.push(word === other ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!));
    }
    row = next;
  }
  return row.at(-1)!;
}

function sentenceOf(text: string, { start, end }: Span): Span {
  const before = Math.max(...['.', '!', '?', '\n'].map((s) => text.lastIndexOf(s, start - 1)));
  const after = text.slice(end).search(/[.!?\n]/);
  return { start: before + 1, end: after < 0 ? text.length : end + after + 1 };
}

/** On how many sides the text around a place is the old one beyond the span's sentence. */
function sidesBeyond({ first, old, fresh }: Texts, span: Span, place: Span): number {
  const { start, end } = sentenceOf(first, span);
  const words = fresh.text.slice(fresh.before(place.start), fresh.before(place.end));
  const { left, right } = fit(old, fresh, span, words, fresh.before(place.start));
  const before = old.before(span.start) - old.before(start) + BEYOND_UNITS;
  const after = old.before(end) - old.before(span.end) + BEYOND_UNITS;
  return (left >= before ? 1 : 0) + (right >= after ? 1 : 0);
}

interface Texts {
  readonly first: string;
  readonly last: string;
  readonly old: Squeezed;
  readonly fresh: Squeezed;
}

/** What is left of a span: how many of its signs, and from where to where. */
interface Remains {
  readonly signs: number;
  readonly present: number;
  readonly place: Span;
}

function remainsOf(first: string, span: Span, { kept, standIn }: Places): Remains {
  let signs = 0;
  let present = 0;
  let start = Infinity;
  let end = -1;
  for (let offset = span.start; offset < span.end; offset++) {
    if (/\s/.test(first[offset]!)) continue;
    signs++;
    const at = kept[offset]! >= 0 ? kept[offset]! : standIn[offset]!;
    if (at < 0) continue;
    present++;
    start = Math.min(start, at);
    end = Math.max(end, at + 1);
  }
  return { signs, present, place: { start, end } };
}

function judge({ old, fresh }: Texts, span: Span, { signs, present, place }: Remains): Truth {
  const exact = old.text.slice(old.before(span.start), old.before(span.end));
  const from = fresh.before(place.start);
  const survived = fresh.text.slice(from, fresh.before(place.end)) === exact;
  const rivals = allPlaces(fresh.text, exact).filter((at) => at !== from || !survived);
  const near = (at: number) => {
    const { left, right } = fit(old, fresh, span, exact, at);
    return Math.min(CONTEXT_UNITS, left) + Math.min(CONTEXT_UNITS, right);
  };
  const best = Math.max(-1, ...rivals.map(near));
  if (survived) {
    return best >= near(from) ? { kind: 'ambiguous' } : { kind: 'survived', place };
  }
  // The very words, in one piece, where the span's own pieces are: a copy put between them.
  const end = fresh.before(place.end);
  const within = rivals.some((at) => at < end && at + exact.length > from);
  if (within || best >= 2 * CONTEXT_UNITS) return { kind: 'ambiguous' };
  const compact = place.end - place.start <= 3 * (span.end - span.start) + 60;
  if (present >= CHANGED_SHARE * signs && compact) return { kind: 'changed', place };
  return { kind: 'gone' };
}

/** Text without white space, quotation marks and dashes made alike, and where each unit came to. */
interface Squeezed {
  readonly text: string;
  before(offset: number): number;
  /** The offset of a unit that is left. */
  at(unit: number): number;
}

function squeeze(text: string): Squeezed {
  const counts = new Int32Array(text.length + 1);
  const offsets: number[] = [];
  let squeezed = '';
  for (let at = 0; at < text.length; at++) {
    counts[at] = squeezed.length;
    const sign = text[at]!;
    if (/\s/.test(sign)) continue;
    squeezed += sign.replace(/[“”]/, '"').replace(/[‘’]/, "'");
    offsets.push(at);
  }
  counts[text.length] = squeezed.length;
  return { text: squeezed, before: (offset) => counts[offset]!, at: (unit) => offsets[unit]! };
}

/** How many units agree directly before and after the words, counted to REACH_UNITS each. */
function fit(
  old: Squeezed,
  fresh: Squeezed,
  span: Span,
  words: string,
  at: number,
): { readonly left: number; readonly right: number } {
  const start = old.before(span.start);
  const end = old.before(span.end);
  let left = 0;
  while (left < REACH_UNITS && old.text[start - 1 - left] === fresh.text[at - 1 - left]) left++;
  let right = 0;
  const after = at + words.length;
  while (right < REACH_UNITS && old.text[end + right] === fresh.text[after + right]) right++;
  return { left, right };
}

function allPlaces(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at);
  return places;
}
