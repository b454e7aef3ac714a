import { isOwnProse } from '../document/block';
import { graphemesOf } from '../document/graphemes';
import type { Span } from '../spans/span';
import { sentencesOf } from '../spans/sentences';
import type { DetectableBlock, DetectableText } from './model';
import { mendTags } from './mend';
import { tagWords, type Tag, type TaggedWord } from './tagger';

/** A word or mark of the text; offsets are of the whole text. */
export interface Token extends Span {
  /** Its letters in lower case, apostrophes straight: `didn't` is two tokens, `did` and `n't`. */
  readonly lower: string;
  /** Universal part of speech: NOUN, PROPN, PRON, VERB, AUX, ADJ, ADV, ADP, NUM, PUNCT and so on. */
  readonly tag: Tag;
  readonly lemma: string;
  /** Whether its first letter is a capital. */
  readonly capital: boolean;
  /** Whether white space stands before it. */
  readonly spaced: boolean;
}

export interface Sentence extends Span {
  readonly tokens: readonly Token[];
}

export interface LanguageBlock {
  readonly block: DetectableBlock;
  readonly sentences: readonly Sentence[];
}

/**
 * Tokens and sentences of the article's own prose, block by block; reader comments and furniture
 * are never read. A block's reading depends on that block alone; only the one that is asked for is held.
 */
export function* readLanguage(input: DetectableText): Generator<LanguageBlock> {
  for (const block of input.blocks) {
    if (isOwnProse(block.role)) yield readBlock(input.text, block);
  }
}

function readBlock(text: string, block: DetectableBlock): LanguageBlock {
  const words = text.slice(block.start, block.end);
  const snap = snapperOf(words, block.start);
  const mended = mendTags(words, joinCompounds(words, tagWords(words)));
  const tokens = tokensOf(text, block, mended, snap);
  let next = 0;
  const sentences = sentencesOf(words).map(({ start, end }): Sentence => {
    const from = next;
    while (next < tokens.length && tokens[next]!.start < block.start + end) next++;
    const span = snap({ start: block.start + start, end: block.start + end });
    return { start: span.start, end: span.end, tokens: tokens.slice(from, next) };
  });
  return { block, sentences };
}

/** "U.S.-led" and "trade-offs" are one word each, as readers see them. */
function joinCompounds(text: string, words: readonly TaggedWord[]): readonly TaggedWord[] {
  if (!/[\p{L}\p{N}.]-[\p{L}\p{N}]/u.test(text)) return words;
  const joined: TaggedWord[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    const last = joined.at(-1);
    const next = words[index + 1];
    const isHyphen = word.end === word.start + 1 && text[word.start] === '-';
    const bound = last?.end === word.start && next?.start === word.end;
    if (isHyphen && bound && isWordLike(last) && isWordLike(next)) {
      joined[joined.length - 1] = { ...compound(last, next), start: last.start, end: next.end };
      index++;
    } else joined.push(word);
  }
  return joined;
}

function isWordLike(word: TaggedWord): boolean {
  return word.tag !== 'PUNCT' && word.tag !== 'SYM';
}

function compound(first: TaggedWord, last: TaggedWord): Pick<TaggedWord, 'tag' | 'lemma'> {
  const lemma = `${first.lemma}-${last.lemma}`;
  if (last.tag === 'VERB' || last.tag === 'ADJ' || last.tag === 'ADP') return { tag: 'ADJ', lemma };
  if (last.tag === 'NOUN' && /^(?:ADJ|ADV|NUM)$/.test(first.tag)) return { tag: 'ADJ', lemma };
  return { tag: last.tag === 'PROPN' || first.tag === 'PROPN' ? 'PROPN' : last.tag, lemma };
}

function tokensOf(
  text: string,
  block: DetectableBlock,
  words: readonly TaggedWord[],
  snap: (span: Span) => Span,
): Token[] {
  const tokens: Token[] = [];
  let last = block.start;
  for (const word of words) {
    const span = snap({ start: block.start + word.start, end: block.start + word.end });
    const shared = span.start < last ? tokens.pop()! : null;
    const start = shared?.start ?? span.start;
    const exact = text.slice(start, span.end);
    tokens.push({
      start,
      end: span.end,
      lower: lowerOf(exact),
      tag: word.tag,
      lemma: word.lemma,
      capital: isCapital(exact),
      spaced: shared?.spaced ?? (tokens.length === 0 || span.start > last),
    });
    last = span.end;
  }
  return tokens;
}

function lowerOf(exact: string): string {
  const lower = exact.toLowerCase();
  return /^[\x20-\x7e]*$/.test(lower) ? lower : lower.replace(/[’‘‛ʼ]/gu, "'");
}

function isCapital(exact: string): boolean {
  const first = exact.charCodeAt(0);
  return first < 128 ? first >= 65 && first <= 90 : /^\p{Lu}/u.test(exact);
}

/** Latin, Greek and Cyrillic letters, digits and marks, of which each is a character of its own. */
const PLAIN = /^[\t\n\x20-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u20cf\u2100-\u2bff]*$/;

/** Moves spans outwards to whole characters; `words` is a block's text, which begins at `start`. */
function snapperOf(words: string, start: number): (span: Span) => Span {
  if (PLAIN.test(words)) return (span) => span;
  const { starts, ends } = graphemesOf(words);
  return (span) => ({
    start: start + starts[span.start - start]!,
    end: start + ends[span.end - 1 - start]!,
  });
}
