import { sentencesOf } from '../spans/sentences';
import type { Span } from '../spans/span';
import { remembered } from './remembered';
import type { Tokens } from './tokens';

/** A text's sentences as half-open ranges of its tokens; every token is in one. */
export interface SentenceRanges {
  readonly all: readonly Span[];
  /** The index of each token's sentence. */
  readonly of: Int32Array;
}

/** The sentences of a text, found once for each; the blocks end every sentence. */
export const sentenceRanges = remembered((tokens: Tokens): SentenceRanges => {
  const { blocks } = tokens;
  const all: Span[] = [];
  for (let start = 0, end = 0; start < blocks.length; start = end) {
    while (end < blocks.length && blocks[end] === blocks[start]) end++;
    all.push(...sentencesWithin(tokens, start, end));
  }
  const of = new Int32Array(blocks.length);
  for (const [index, { start, end }] of all.entries()) of.fill(index, start, end);
  return { all, of };
});

function sentencesWithin({ text, starts, ends }: Tokens, first: number, end: number): Span[] {
  const origin = starts[first]!;
  let at = first;
  return sentencesOf(text.slice(origin, ends[end - 1]))
    .map((sentence) => {
      const start = at;
      while (at < end && starts[at]! < origin + sentence.end) at++;
      return { start, end: at };
    })
    .filter(({ start, end: last }) => last > start);
}
