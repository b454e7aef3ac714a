import { alignTexts } from '../../anchoring/alignment';
import { tokenFrom, tokensOf, tokenUpTo } from '../../anchoring/tokens';
import type { Span } from '../../spans/span';
import type { DeskTexts } from './model';

/** A token as a file has it. */
export interface FileToken {
  readonly words: string;
  /** True where no white space stands before it. */
  readonly isGlued: boolean;
  /** What begins with it. */
  readonly begins: 'block' | 'sentence' | null;
}

/** The text of a file's tokens, and where each run of tokens stands in it. */
export interface TokenText {
  readonly text: string;
  /** Its id, where the text is an article's on the desk. */
  readonly articleId: string | null;
  /** UTF-16 offsets of the tokens `first` to `last`; null where the text does not have them so. */
  readonly placeOf: (first: number, last: number) => Span | null;
}

/** How the Penn Treebank writes brackets and quotation marks, which many corpora keep. */
const TREEBANK: Readonly<Record<string, string>> = {
  ...{ '-LRB-': '(', '-RRB-': ')', '-LSB-': '[', '-RSB-': ']', '-LCB-': '{', '-RCB-': '}' },
  ...{ '``': '"', "''": '"', '\\/': '/' },
};

/** The tokens as a text of their own: a space between two, an empty line between blocks. */
function joined(tokens: readonly FileToken[]) {
  const places: Span[] = [];
  let text = '';
  for (const { words, isGlued, begins } of tokens) {
    const own = TREEBANK[words] ?? words;
    if (text !== '') text += begins === 'block' ? '\n\n' : isGlued ? '' : ' ';
    places.push({ start: text.length, end: text.length + own.length });
    text += own;
  }
  return { text, places };
}

/** A text's characters without white space and typography, and where each of them stands. */
function squeezed(text: string) {
  const { keys, starts } = tokensOf({ text, blocks: [{ start: 0 }] });
  const places: number[] = [];
  for (const [index, key] of keys.entries()) {
    for (let at = 0; at < key.length; at++) places.push(starts[index]! + at);
  }
  return { words: keys.join(''), places };
}

/**
 * Finds the article whose tokens these are: the one of this id, or any whose words are the same.
 * Where the desk has neither, the text is put together from the tokens.
 */
export function textOfTokens(
  id: string | null,
  tokens: readonly FileToken[],
  texts: DeskTexts,
): TokenText {
  const own = joined(tokens);
  const known = (id === null ? null : texts.byId(id)) ?? null;
  if (id !== null && known !== null) return onText(id, known, own);
  const { words } = squeezed(own.text);
  for (const [other, text] of texts.all()) {
    if (squeezed(text).words === words) return onText(other, text, own);
  }
  const placeOf = (first: number, last: number) => ({
    start: own.places[first]!.start,
    end: own.places[last]!.end,
  });
  return { text: own.text, articleId: null, placeOf };
}

/** Character by character where all words are the same, else by the alignment of the words. */
function onText(articleId: string, text: string, own: ReturnType<typeof joined>): TokenText {
  const [file, desk] = [squeezed(own.text), squeezed(text)];
  if (file.words === desk.words) {
    const there = new Map(file.places.map((place, index) => [place, desk.places[index]!]));
    const placeOf = (first: number, last: number) => {
      const start = there.get(own.places[first]!.start);
      const before = there.get(own.places[last]!.end - 1);
      return start === undefined || before === undefined ? null : { start, end: before + 1 };
    };
    return { text, articleId, placeOf };
  }
  const blocks = [{ start: 0 }];
  const { before, after, forward } = alignTexts({ text: own.text, blocks }, { text, blocks });
  const placeOf = (first: number, last: number) => {
    const from = tokenFrom(before, own.places[first]!.start);
    const to = tokenUpTo(before, own.places[last]!.end);
    const there = forward[from] ?? -1;
    for (let at = from; at < to; at++) {
      if (there < 0 || forward[at] !== there + at - from) return null;
    }
    return to === from ? null : { start: after.starts[there]!, end: after.ends[there + to - from - 1]! }; // prettier-ignore
  };
  return { text, articleId, placeOf };
}
