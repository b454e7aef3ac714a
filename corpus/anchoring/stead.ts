import type { Span } from '../spans/span';
import type { Alignment } from './alignment';
import { commonSequence } from './common-sequence';
import { rememberedByRange } from './remembered';
import { sentencePlaces } from './sentence-places';
import { sentenceRanges } from './sentence-ranges';
import { isWord, type Tokens } from './tokens';
import { wordsIn } from './word-counts';

/** So many sentences to each side are looked at. */
const NEIGHBOURS = 2;

/** A line of fewer words has no neighbours of its own: what it became may stand anywhere. */
const LINE_WORDS = 4;

/** What a sentence became has this share of its words, in order, or this share of its letters at its ends. */
const SAME_SHARE = 0.5;
const LETTER_SHARE = 0.4;

/**
 * True where a new sentence that is at none of an old one's places looks like what that became: near an
 * old neighbour, or, of one of a few words, anywhere.
 */
export const isReplaced = rememberedByRange((alignment: Alignment, sentence: Span): boolean => {
  const known = sentencePlaces(alignment, sentence);
  const isStead = (beside: Span | undefined) =>
    beside !== undefined &&
    !known.some((place) => beside.start < place.end && place.start < beside.end) &&
    isFree(alignment, sentence, beside) &&
    isAlike(alignment, sentence, beside);
  const fresh = sentenceRanges(alignment.after);
  if (wordsIn(alignment.before, sentence) < LINE_WORDS) return fresh.all.some(isStead);
  return ([-1, 1] as const).some((step) =>
    tiedBeside(alignment, sentence, step).some((there) =>
      counts(NEIGHBOURS).some((off) => isStead(fresh.all[fresh.of[there]! - step * off])),
    ),
  );
});

/** Where the old neighbours on one side of a sentence went: their words nearest to it. */
function tiedBeside({ before, forward }: Alignment, sentence: Span, step: 1 | -1): number[] {
  const { all, of } = sentenceRanges(before);
  const edge = of[step < 0 ? sentence.start : sentence.end - 1]!;
  return counts(NEIGHBOURS)
    .map((off) => nearestTied(before, forward, all[edge + step * off], step))
    .filter((there) => there !== null);
}

function counts(most: number): number[] {
  return Array.from({ length: most }, (_, index) => index + 1);
}

/** Where the word of a neighbour went that is tied and nearest to the sentence beside it. */
function nearestTied(
  { keys }: Tokens,
  forward: Int32Array,
  neighbour: Span | undefined,
  step: 1 | -1,
): number | null {
  if (neighbour === undefined) return null;
  const { start, end } = neighbour;
  for (let at = step < 0 ? end - 1 : start; at >= start && at < end; at += step) {
    if (isWord(keys[at]!) && forward[at]! >= 0) return forward[at]!;
  }
  return null;
}

/** True where most of a new sentence is not tied to other sentences. */
function isFree({ after, back }: Alignment, sentence: Span, { start, end }: Span): boolean {
  let others = 0;
  for (let at = start; at < end; at++) {
    const from = back[at]!;
    if (from >= 0 && (from < sentence.start || from >= sentence.end)) {
      if (isWord(after.keys[at]!)) others++;
    }
  }
  return 2 * others <= wordsIn(after, { start, end });
}

function isAlike({ a, b, before, after }: Alignment, sentence: Span, beside: Span): boolean {
  const words = wordsIn(before, sentence);
  const pairs = commonSequence({ a, aFrom: sentence.start, aTo: sentence.end, b, bFrom: beside.start, bTo: beside.end }); // prettier-ignore
  const shared = pairs.filter(([at]) => isWord(before.keys[at]!)).length;
  if (words > 1 && shared >= SAME_SHARE * words) return true;
  const [old, fresh] = [textOf(before, sentence), textOf(after, beside)];
  const most = Math.min(old.length, fresh.length);
  let left = 0;
  while (left < most && old[left] === fresh[left]) left++;
  let right = 0;
  while (right < most - left && old.at(-1 - right) === fresh.at(-1 - right)) right++;
  return left + right >= LETTER_SHARE * old.length;
}

function textOf({ text, starts, ends }: Tokens, { start, end }: Span): string {
  return text.slice(starts[start], ends[end - 1]);
}
