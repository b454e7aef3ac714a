import { offsetTable } from '../document/positions';
import { sentencesOf } from '../spans/sentences';
import { snapToGraphemes, type Span } from '../spans/span';
import { wordsOf } from '../spans/words';
import type { DatasetArticle } from './article';

/** Name and version of the way in which a text is cut into tokens; another way is another version. */
export const TOKENIZER = 'stet-words/1';

/** A word, or a sign by itself; offsets in code points of the article's text. */
export interface Token extends Span {
  readonly text: string;
}

/** The tokens of one sentence of one block. */
export interface Sentence extends Span {
  readonly block: number;
  readonly text: string;
  readonly tokens: readonly Token[];
}

const SIGN = /\S/gu;

/** The sentences of an article's blocks with their tokens; white space is in no token. */
export function tokenSentences({ text, blocks }: DatasetArticle): readonly Sentence[] {
  const offsets = offsetTable(text);
  return blocks.flatMap((block, index) => {
    const from = offsets.toUtf16(block.start);
    const own = text.slice(from, offsets.toUtf16(block.end));
    return sentencesOf(own).map((sentence) => {
      const words = own.slice(sentence.start, sentence.end);
      const start = from + sentence.start;
      const tokens = tokensOf(words).map((token) => ({
        ...offsets.rangeToCodePoints({ start: start + token.start, end: start + token.end }),
        text: words.slice(token.start, token.end),
      }));
      const place = { start, end: start + words.length };
      return { ...offsets.rangeToCodePoints(place), block: index, text: words, tokens };
    });
  });
}

/** UTF-16 ranges of a sentence: its words, and each other character that is no white space. */
function tokensOf(sentence: string): readonly Span[] {
  const tokens: Span[] = [];
  let at = 0;
  const addSigns = (end: number) => {
    SIGN.lastIndex = 0;
    for (const { index } of sentence.slice(at, end).matchAll(SIGN)) {
      const start = at + index;
      const last = tokens.at(-1);
      if (last !== undefined && start < last.end) continue;
      const whole = snapToGraphemes(sentence, { start, end: start + 1 })!;
      tokens.push({ start: Math.max(whole.start, last?.end ?? 0), end: Math.min(whole.end, end) });
    }
  };
  for (const word of wordsOf(sentence)) {
    addSigns(word.start);
    tokens.push(word);
    at = word.end;
  }
  addSigns(sentence.length);
  return tokens;
}
