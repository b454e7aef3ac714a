import type { Span } from '../spans/span';
import type { Alignment } from './alignment';
import { commonSequence } from './common-sequence';
import { goesOnBoth, sidesKept } from './neighbours';
import { RUN } from './places';
import { remembered, rememberedByRange } from './remembered';
import { sentencePlaces, sentencesAt, wholePlace, type SentencePlace } from './sentence-places';
import { sentenceRanges } from './sentence-ranges';
import { isWord } from './tokens';
import { wordsIn } from './word-counts';

/** A sentence with this share of another's words, in their order, is that sentence with changes. */
const SAME_SHARE = 0.5;

/** A place that has this part of what another has of a sentence is as much like it. */
export const LIKE_SHARE = 0.75;

/** Among its old neighbours a sentence may be cut to this part of what a copy has. */
const TRIMMED_SHARE = 0.25;

/** A sentence of no more words may have been written anew where it stood, and fewer may be but a phrase. */
const SHORT_WORDS = 8;

/** A sentence of which fewer words are left is found by these only whole. */
export const SAME_WORDS = 4;

/** A place of a sentence; what takes time to know of it is found when it is first asked for. */
class Candidate {
  private knownSides: number | null = null;

  constructor(
    private readonly alignment: Alignment,
    private readonly sentence: Span,
    readonly place: SentencePlace,
    private knownOwn: boolean | null = null,
  ) {}

  /** On how many sides the sentence has old neighbours there. */
  get sides(): number {
    this.knownSides ??= sidesKept(this.alignment, this.sentence, this.place);
    return this.knownSides;
  }

  /** Whether it is the sentence's own place, not another one's. */
  get own(): boolean {
    this.knownOwn ??= isOwn(this.alignment, this.sentence, this.place);
    return this.knownOwn;
  }
}

/** The places that a sentence may have, looked for once: those tied to other sentences left out. */
const candidatesOf = rememberedByRange(
  (alignment: Alignment, sentence: Span): readonly Candidate[] => {
    const untouched = untouchedPlace(alignment, sentence);
    if (untouched !== null) return [new Candidate(alignment, sentence, untouched, true)];
    return sentencePlaces(alignment, sentence)
      .filter(({ shared }) => shared > 0)
      .filter((place) => !isAnothers(alignment, sentence, place))
      .map((place) => new Candidate(alignment, sentence, place));
  },
);

/** Where a sentence was tied whole, between the very text that stood on both sides of it. */
function untouchedPlace(alignment: Alignment, { start, end }: Span): SentencePlace | null {
  const { forward } = alignment;
  const there = forward[start]!;
  if (there < 0) return null;
  for (let at = start; at < end; at++) if (forward[at] !== there + at - start) return null;
  const place = wholePlace(alignment.before, { start, end }, there);
  return goesOnBoth(alignment, { start, end }, place) ? place : null;
}

/**
 * The one place that has half of a sentence's words, and beside which each other place of the same
 * words has fewer of the old neighbours, or clearly fewer of the words and no more neighbours. A
 * sentence that was cut in two has two places of different words: the one with the part that is
 * asked for. `alike`: several as good ones, or not its own.
 */
export function placeOfSentence(
  alignment: Alignment,
  sentence: Span,
  placesOfPart: (places: readonly SentencePlace[]) => readonly SentencePlace[],
): SentencePlace | 'nowhere' | 'alike' {
  const all = candidatesOf(alignment, sentence);
  const words = wordsIn(alignment.before, sentence);
  const parts = placesOfPart(all.map(({ place }) => place));
  const here = all.filter(({ place }) => parts.includes(place));
  const likes = here.filter(({ place }) => isSame(all, place, words));
  if (likes.length === 0) return 'nowhere';
  const best = likes.find((one) => here.every((other) => other === one || isTold(one, other)));
  if (best?.own !== true) return 'alike';
  if (best.sides === 0 && isPhrase(alignment, best.place, words)) return 'alike';
  const mayBeReplaced = words <= SHORT_WORDS && best.sides === 0;
  return mayBeReplaced && isReplaced(alignment, sentence, best.place) ? 'alike' : best.place;
}

/** True where what stands beside an old neighbour now, in the sentence's stead, has half of its words. */
function isReplaced(
  { a, b, before, after, forward }: Alignment,
  sentence: Span,
  own: Span,
): boolean {
  const { all, of } = sentenceRanges(after);
  return [-1, 1].some((step) => {
    let at = step < 0 ? sentence.start - 1 : sentence.end;
    while (before.keys[at] !== undefined && !isWord(before.keys[at]!)) at += step;
    const index = of[forward[at] ?? -1];
    const beside = index === undefined ? undefined : all[index - step];
    if (beside === undefined || (beside.start < own.end && own.start < beside.end)) return false;
    const pairs = commonSequence({ a, aFrom: sentence.start, aTo: sentence.end, b, bFrom: beside.start, bTo: beside.end }); // prettier-ignore
    const shared = pairs.filter(([at]) => isWord(before.keys[at]!)).length;
    return shared >= SAME_SHARE * wordsIn(before, sentence);
  });
}

/** True where two sentences share a few words, and neither has most of its own there. */
function isPhrase({ after }: Alignment, { shared, tied }: SentencePlace, words: number): boolean {
  if (shared >= SHORT_WORDS || shared >= LIKE_SHARE * words) return false;
  const there = tied.filter((at) => at >= 0);
  const fresh = sentencesAt(after, there[0]!, there.at(-1)! + 1);
  return shared < SAME_SHARE * wordsIn(after, fresh);
}

function isTold(one: Candidate, other: Candidate): boolean {
  if (other.place.shared < TRIMMED_SHARE * one.place.shared) return true;
  const least = other.sides > one.sides ? TRIMMED_SHARE : SAME_SHARE;
  if (other.place.shared < least * one.place.shared) return true;
  if (one.sides > other.sides) return one.place.shared >= LIKE_SHARE * other.place.shared;
  return one.sides === other.sides && other.place.shared < LIKE_SHARE * one.place.shared;
}

/** True where half of a sentence's words are at a place, or there and where the rest of it went. */
function isSame(all: readonly Candidate[], one: SentencePlace, words: number): boolean {
  const { shared } = one;
  if (shared === words) return true;
  if (shared < SAME_WORDS) return false;
  if (shared >= SAME_SHARE * words) return true;
  const rest = Math.max(0, ...all.map(({ place }) => (isRest(place, one) ? place.shared : 0)));
  return shared + rest >= SAME_SHARE * words;
}

/** True where two places have other parts of a sentence: it was cut into pieces. */
export function isRest({ tied }: SentencePlace, other: SentencePlace): boolean {
  const own = tied.filter((there) => there >= 0).length;
  const both = tied.filter((there, at) => there >= 0 && other.tied[at]! >= 0).length;
  return both <= RUN && 2 * both <= own;
}

/**
 * True where no other sentence of the old text has as much claim to a place. One that stands more
 * wholly elsewhere, and less so here than the sentence itself, claims nothing.
 */
function isOwn(alignment: Alignment, sentence: Span, place: SentencePlace): boolean {
  const claims = claimsTo(alignment, sentence, place).filter(
    ({ start, end, shared }) =>
      shared >= LIKE_SHARE * place.shared &&
      (shared >= place.shared || !standsElsewhere(alignment, { start, end }, place, shared)),
  );
  if (claims.length === 0) return true;
  const sides = sidesKept(alignment, sentence, place);
  const isWhole = isWholeSentence(alignment, sentence, place);
  return claims.every((claim) => {
    if (place.shared < LIKE_SHARE * claim.shared) return false;
    const theirs = sidesKept(alignment, claim, place);
    return theirs < sides || (theirs === sides && isWhole && claim.shared < place.shared);
  });
}

/** True where a sentence stands with all of its words, and no others in the new sentence. */
function isWholeSentence(
  { before, after }: Alignment,
  sentence: Span,
  { shared, tied }: SentencePlace,
): boolean {
  if (shared < wordsIn(before, sentence)) return false;
  const there = tied.filter((at) => at >= 0);
  return shared === wordsIn(after, sentencesAt(after, there[0]!, there.at(-1)! + 1));
}

function standsElsewhere(alignment: Alignment, sentence: Span, place: Span, here: number): boolean {
  return sentencePlaces(alignment, sentence).some(
    ({ start, end, shared }) => (end <= place.start || start >= place.end) && shared > here,
  );
}

/**
 * True where most of what stands at a place is tied to another sentence of the old text that has as
 * many words there.
 */
function isAnothers(alignment: Alignment, sentence: Span, place: SentencePlace): boolean {
  let places = 0;
  let others = 0;
  for (const there of place.tied) {
    if (there < 0) continue;
    places++;
    const at = alignment.back[there]!;
    if (at >= 0 && (at < sentence.start || at >= sentence.end)) others++;
  }
  if (2 * others <= places) return false;
  return claimsTo(alignment, sentence, place).some(({ shared }) => shared >= place.shared);
}

/** Where other sentences of the old text share words with a place of one. */
function claimsTo(
  alignment: Alignment,
  sentence: Span,
  { start, end }: SentencePlace,
): readonly SentencePlace[] {
  const claims = sentencePlaces(reversed(alignment), { start, end });
  return claims.filter((claim) => claim.end <= sentence.start || claim.start >= sentence.end);
}

/** The same alignment, from the new text to the old one. */
const reversed = remembered(({ before, after, a, b, back, forward }: Alignment): Alignment => {
  return { before: after, after: before, a: b, b: a, forward: back, back: forward };
});
