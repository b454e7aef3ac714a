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

/**
 * Tells the truth about spans of the first text; typography and white space do not count. A
 * sentence that was copied and whose own words are then all deleted is a sentence that was moved.
 */
export function truthTeller(edited: EditedText): (span: Span) => Truth {
  const [own, ...copies] = edited.places();
  const texts = { first: edited.first, old: squeeze(edited.first), fresh: squeeze(edited.text) };
  return (span) => {
    const remains = remainsOf(texts.first, span, own);
    const heirs = copies
      .map((copy) => remainsOf(texts.first, span, copy))
      .filter(({ present, signs }) => present >= CHANGED_SHARE * signs);
    if (remains.present > 0) {
      const truth = judge(texts, span, remains);
      const told = heirs.length === 0 || truth.kind === 'gone' || goesBeyond(texts, span, remains);
      return told ? truth : { kind: 'ambiguous' };
    }
    if (heirs.length === 1) return judge(texts, span, heirs[0]!);
    return { kind: heirs.length > 0 || standsElsewhere(texts, span) ? 'ambiguous' : 'gone' };
  };
}

/**
 * True where the span's whole sentence, or its words with so much of what stood around them, is in
 * the new text, be it from another article that reports the same: nobody can tell whose it is.
 */
function standsElsewhere({ first, old, fresh }: Texts, span: Span): boolean {
  const { start, end } = sentenceOf(first, span);
  if (fresh.text.includes(old.text.slice(old.before(start), old.before(end)))) return true;
  const exact = old.text.slice(old.before(span.start), old.before(span.end));
  return allPlaces(fresh.text, exact).some((at) => {
    const { left, right } = fit(old, fresh, span, exact, at);
    return left + right >= ALIKE_UNITS;
  });
}

function sentenceOf(text: string, { start, end }: Span): Span {
  const before = Math.max(...['.', '!', '?', '\n'].map((s) => text.lastIndexOf(s, start - 1)));
  const after = text.slice(end).search(/[.!?\n]/);
  return { start: before + 1, end: after < 0 ? text.length : end + after + 1 };
}

/**
 * True where the text around a place is the old one beyond the span's sentence: what tells a
 * sentence from its copy when either may have been changed.
 */
function goesBeyond({ first, old, fresh }: Texts, span: Span, { place }: Remains): boolean {
  const { start, end } = sentenceOf(first, span);
  const words = fresh.text.slice(fresh.before(place.start), fresh.before(place.end));
  const { left, right } = fit(old, fresh, span, words, fresh.before(place.start));
  const room = { left: old.before(span.start) - old.before(start), right: old.before(end) - old.before(span.end) }; // prettier-ignore
  const atEdge =
    (start === 0 && left >= room.left) || (end === first.length && right >= room.right);
  return atEdge || left >= room.left + BEYOND_UNITS || right >= room.right + BEYOND_UNITS;
}

interface Texts {
  readonly first: string;
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
}

function squeeze(text: string): Squeezed {
  const counts = new Int32Array(text.length + 1);
  let squeezed = '';
  for (let at = 0; at < text.length; at++) {
    counts[at] = squeezed.length;
    const sign = text[at]!;
    if (!/\s/.test(sign)) squeezed += sign.replace(/[“”]/, '"').replace(/[‘’]/, "'");
  }
  counts[text.length] = squeezed.length;
  return { text: squeezed, before: (offset) => counts[offset]! };
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
