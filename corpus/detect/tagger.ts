import winkNLP, { type ItsFunction, type PartOfSpeech } from 'wink-nlp';
import model from 'wink-eng-lite-web-model';
import type { Span } from '../spans/span';

export type Tag = PartOfSpeech;

/** A word or mark as the tagger sees it; offsets are of the text that was given. */
export interface TaggedWord extends Span {
  readonly tag: Tag;
  readonly lemma: string;
}

const nlp = winkNLP(model, ['pos']);
/** The package's types forget that lemmas are read like every other property of a token. */
const lemmaOf = nlp.its.lemma as unknown as ItsFunction<string>;

/** What stands for a character the tagger would cut a word at. */
const STAND_IN = 'x';

/**
 * Words, universal part-of-speech tags and lemmas of one block's text, in order and apart. Every
 * character but white space lies in one of them.
 */
export function tagWords(text: string): readonly TaggedWord[] {
  const plain = plainText(text);
  const words: TaggedWord[] = [];
  for (const piece of piecesOf(plain)) tagPiece(plain, piece, words);
  return words;
}

/** A longer run without white space is no word, and would cost the tagger time squared. */
const LONGEST_RUN = /\S{256}(?=\S)/g;

/** The text, cut inside of endless runs. */
function piecesOf(plain: string): readonly Span[] {
  if (plain.length < 256) return [{ start: 0, end: plain.length }];
  const ends = [...plain.matchAll(LONGEST_RUN)].map(({ index, 0: run }) => index + run.length);
  return [...ends, plain.length].map((end, at) => ({ start: at === 0 ? 0 : ends[at - 1]!, end }));
}

function tagPiece(plain: string, { start: from, end }: Span, words: TaggedWord[]): void {
  const piece = plain.slice(from, end);
  if (piece.trim() === '') return;
  const tokens = nlp.readDoc(piece).tokens();
  const values = tokens.out();
  const tags = tokens.out<Tag>(nlp.its.pos) as Tag[];
  const lemmas = tokens.out(lemmaOf);
  let at = 0;
  for (const [index, value] of values.entries()) {
    const start = piece.indexOf(value, at);
    if (start < 0 || value === '') continue;
    at = start + value.length;
    words.push({
      start: from + start,
      end: from + at,
      tag: tags[index]!,
      lemma: lemmas[index]!,
    });
  }
}

const PLAIN = /^[\x20-\x7e]*$/;
/** Latin letters and the marks of typesetting, none of which cuts a word. */
const TYPESET = /^[\x20-\x7e\u00c0-\u017f‘’“”–—…]*$/;

/**
 * The text unit for unit, with the marks that the tagger knows: straight apostrophes, blanks for
 * all white space, and a letter for each combining mark, joiner and half of a pair.
 */
function plainText(text: string): string {
  if (PLAIN.test(text)) return text;
  if (TYPESET.test(text)) return text.replace(/[’‘]/g, "'");
  return text
    .replace(/[’‘‛ʼ]/gu, "'")
    .replace(/\s/gu, ' ')
    .replace(/[\p{M}\p{Cf}\p{Cc}\p{Cs}\u{10000}-\u{10ffff}]/gu, (c) => STAND_IN.repeat(c.length));
}
