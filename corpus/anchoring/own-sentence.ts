import type { Span } from '../spans/span';
import type { Alignment } from './alignment';
import { isAnothers, isOwn, LIKE_SHARE } from './claims';
import { goesOnBoth, sidesKept } from './neighbours';
import { RUN } from './places';
import { rememberedByRange } from './remembered';
import { sentencePlaces, sentencesAt, wholePlace, type SentencePlace } from './sentence-places';
import { isReplaced } from './stead';
import { wordsIn } from './word-counts';

/** A sentence with this share of another's words, in their order, is that sentence with changes. */
const SAME_SHARE = 0.5;

/** Among its old neighbours a sentence may be cut to this part of what a copy has. */
const TRIMMED_SHARE = 0.25;

/** Fewer words of a sentence may be but a phrase. */
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
    /** How many of its words stand there and, in the same new sentence, in its other pieces. */
    readonly shared: number,
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
    if (untouched !== null)
      return [new Candidate(alignment, sentence, untouched, untouched.shared, true)];
    const places = sentencePlaces(alignment, sentence)
      .filter(({ shared }) => shared > 0)
      .filter((place) => !isAnothers(alignment, sentence, place));
    return places.map((place) => {
      const shared = sharedAbout(alignment, places, place);
      return new Candidate(alignment, sentence, place, shared);
    });
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
 * asked for. `alike`: several as good ones; or the best is another sentence's, but a phrase, or what
 * the sentence became stands elsewhere.
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
  if (best?.own !== true || isPhrase(alignment, best, words)) return 'alike';
  return best.sides === 0 && isReplaced(alignment, sentence) ? 'alike' : best.place;
}

/** How many of a sentence's words stand at a place, and in its other pieces in the same new sentence. */
function sharedAbout(
  { after }: Alignment,
  places: readonly SentencePlace[],
  place: SentencePlace,
): number {
  if (places.length === 1) return place.shared;
  const { start, end } = sentencesAt(after, place.start, place.end);
  const rest = places.filter(
    (other) => other.start < end && other.end > start && isRest(other, place),
  );
  return rest.reduce((sum, { shared }) => sum + shared, place.shared);
}

/**
 * True where two sentences share a few words, and neither has most of its own there, nor old
 * neighbours on both sides, nor on one side while both begin or end with these words.
 */
function isPhrase({ after }: Alignment, { sides, place }: Candidate, words: number): boolean {
  const { shared, tied } = place;
  if (sides === 2 || shared >= SHORT_WORDS || shared >= LIKE_SHARE * words) return false;
  const there = tied.filter((at) => at >= 0);
  const fresh = sentencesAt(after, there[0]!, there.at(-1)! + 1);
  const isEdge = tied[0] === fresh.start || tied.at(-1) === fresh.end - 1;
  return !(sides === 1 && isEdge) && shared < SAME_SHARE * wordsIn(after, fresh);
}

/** True where one place is the sentence's rather than another: by its words, or by its neighbours. */
function isTold(one: Candidate, other: Candidate): boolean {
  if (other.place.shared < TRIMMED_SHARE * one.place.shared) return true;
  const least = other.sides > one.sides ? TRIMMED_SHARE : SAME_SHARE;
  if (other.place.shared < least * one.place.shared) return true;
  if (one.sides > 0 && isCrossed(one.place, other.place)) return false;
  if (one.sides > other.sides) return one.shared >= LIKE_SHARE * other.shared;
  return one.sides === other.sides && other.shared < LIKE_SHARE * one.shared;
}

/**
 * True where two places share a part of a sentence, and one has more before it, the other after it:
 * each can have old neighbours on its own side only.
 */
function isCrossed({ tied }: SentencePlace, other: SentencePlace): boolean {
  const isThere = (at: number) => at >= 0;
  const before = tied.findIndex(isThere) - other.tied.findIndex(isThere);
  const after = tied.findLastIndex(isThere) - other.tied.findLastIndex(isThere);
  return before > 0 === after > 0 && Math.min(Math.abs(before), Math.abs(after)) > RUN;
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
  let own = 0;
  let both = 0;
  for (let at = 0; at < tied.length; at++) {
    if (tied[at]! < 0) continue;
    own++;
    if (other.tied[at]! >= 0 && ++both > RUN) return false;
  }
  return 2 * both <= own;
}
