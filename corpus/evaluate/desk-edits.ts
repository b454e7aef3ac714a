import { BLOCK_SEPARATOR } from '../document/text';
import type { EditedText } from './edited-text';
import type { Random } from './random';

/** One edit as a desk makes it; does nothing where the text has no place for it. */
type Edit = (text: EditedText, random: Random, foreign: string) => void;

interface Range {
  readonly start: number;
  readonly end: number;
}

function blocksOf(text: string): Range[] {
  const blocks: Range[] = [];
  let start = 0;
  for (const part of text.split(BLOCK_SEPARATOR)) {
    if (part !== '') blocks.push({ start, end: start + part.length });
    start += part.length + BLOCK_SEPARATOR.length;
  }
  return blocks;
}

function matches(text: string, pattern: RegExp): Range[] {
  return [...text.matchAll(pattern)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
}

function some<T>(random: Random, all: readonly T[]): T | null {
  return all.length === 0 ? null : random.pick(all);
}

const WORD = /\p{L}{4,}/gu;
const NUMBER = /\d+(?:[.,]\d+)*/g;
const SENTENCE = /[^.!?\n]{12,}[.!?]["”’]? ?/g;
const QUOTED = /[“"][^“”"\n]{20,}[”"]/g;

const wordOf = (random: Random, foreign: string) => random.pick(foreign.match(WORD) ?? ['harbour']);

const typo: Edit = (text, random) => {
  const word = some(random, matches(text.text, WORD));
  if (word === null) return;
  const at = word.start + 1 + random.below(word.end - word.start - 2);
  text.replace(at, at + 2, text.text[at + 1]! + text.text[at]!);
};

const otherNumber: Edit = (text, random) => {
  const number = some(random, matches(text.text, NUMBER));
  if (number !== null) text.replace(number.start, number.end, String(2 + random.below(900)));
};

const otherWord: Edit = (text, random, foreign) => {
  const word = some(random, matches(text.text, WORD));
  if (word !== null) text.replace(word.start, word.end, wordOf(random, foreign));
};

const newSentence: Edit = (text, random, foreign) => {
  const at = some(random, matches(text.text, SENTENCE));
  const added = some(random, foreign.match(SENTENCE) ?? []);
  if (at !== null && added !== null) text.insert(at.start, `${added.trim()} `);
};

const noSentence: Edit = (text, random) => {
  const sentence = some(random, matches(text.text, SENTENCE));
  if (sentence !== null) text.remove(sentence.start, sentence.end);
};

const sentenceTwice: Edit = (text, random) => {
  const all = matches(text.text, SENTENCE);
  const sentence = some(random, all);
  const to = some(random, all);
  if (sentence === null || to === null) return;
  const length = text.text.slice(sentence.start, sentence.end).trimEnd().length;
  text.copy(sentence.start, sentence.start + length, to.start);
};

const paragraphMoved: Edit = (text, random) => {
  const blocks = blocksOf(text.text);
  if (blocks.length < 4) return;
  const from = random.below(blocks.length - 1);
  const to = random.pick(blocks);
  text.move(blocks[from]!.start, blocks[from + 1]!.start, to.start);
};

const sentenceMoved: Edit = (text, random) => {
  const all = matches(text.text, SENTENCE);
  const from = some(random, all);
  const to = some(random, all);
  if (from !== null && to !== null) text.move(from.start, from.end, to.start);
};

const newLede: Edit = (text, random, foreign) => {
  const lede = blocksOf(text.text)[random.below(2)];
  const other = some(random, blocksOf(foreign));
  if (lede === undefined || other === null) return;
  text.remove(lede.start, lede.end);
  text.insert(lede.start, foreign.slice(other.start, other.end));
};

const quoteTrimmed: Edit = (text, random) => {
  const quote = some(random, matches(text.text, QUOTED));
  if (quote === null) return;
  const words = matches(text.text.slice(quote.start, quote.end), /\S+\s/g);
  if (words.length < 4) return;
  const from = 1 + random.below(words.length - 3);
  const to = from + 1 + random.below(Math.min(3, words.length - from - 1));
  text.remove(quote.start + words[from]!.start, quote.start + words[to]!.start);
};

const paragraphFromElsewhere: Edit = (text, random, foreign) => {
  const at = some(random, blocksOf(text.text));
  const other = some(random, blocksOf(foreign));
  if (at === null || other === null) return;
  text.insert(at.start, foreign.slice(other.start, other.end) + BLOCK_SEPARATOR);
};

const paragraphGone: Edit = (text, random) => {
  const blocks = blocksOf(text.text);
  if (blocks.length < 3) return;
  const at = random.below(blocks.length - 1);
  text.remove(blocks[at]!.start, blocks[at + 1]!.start);
};

const otherQuotes: Edit = (text, random) => {
  const dress = random.chance(0.5) ? { '“': '"', '”': '"', '’': "'" } : { '"': '“', "'": '’' };
  for (const { start, end } of matches(text.text, /[“”’"']/g)) {
    const other = (dress as Record<string, string>)[text.text.slice(start, end)];
    if (other !== undefined) text.restyle(start, end, other);
  }
};

const otherSpaces: Edit = (text, random) => {
  const spaces = matches(text.text, / /g).reverse();
  for (const { start } of spaces) if (random.chance(0.03)) text.insert(start, ' ');
};

const paragraphSplit: Edit = (text, random) => {
  const at = some(random, matches(text.text, /(?<=[.!?]["”]?) (?=\S)/g));
  if (at === null) return;
  text.remove(at.start, at.end);
  text.insert(at.start, BLOCK_SEPARATOR);
};

const paragraphsJoined: Edit = (text, random) => {
  const at = some(random, matches(text.text, /\n\n/g));
  if (at === null) return;
  text.remove(at.start, at.end);
  text.insert(at.start, ' ');
};

const wholeRewrite: Edit = (text, random, foreign) => {
  for (let count = blocksOf(text.text).length >> 1; count > 0; count--) {
    newLede(text, random, foreign);
    paragraphMoved(text, random, foreign);
  }
};

/** The edits with their weights: how often each comes among a hundred. */
const EDITS: readonly (readonly [Edit, number])[] = [
  [typo, 14],
  [otherNumber, 10],
  [otherWord, 16],
  [newSentence, 9],
  [noSentence, 7],
  [sentenceTwice, 7],
  [paragraphMoved, 6],
  [sentenceMoved, 4],
  [newLede, 4],
  [quoteTrimmed, 6],
  [paragraphFromElsewhere, 4],
  [paragraphGone, 3],
  [otherQuotes, 2],
  [otherSpaces, 2],
  [paragraphSplit, 3],
  [paragraphsJoined, 2],
  [wholeRewrite, 1],
];

/**
 * Applies edits as desks make them; `foreign` is another article, from which words, sentences and
 * paragraphs come. The text keeps whole blocks joined by the block separator.
 */
export function editAsADesk(
  text: EditedText,
  edits: number,
  random: Random,
  foreign: string,
): void {
  const total = EDITS.reduce((sum, [, weight]) => sum + weight, 0);
  for (let done = 0; done < edits; done++) {
    let draw = random.below(total);
    const [edit] = EDITS.find(([, weight]) => (draw -= weight) < 0)!;
    edit(text, random, foreign);
  }
}
