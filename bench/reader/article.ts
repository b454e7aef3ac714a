import { layOut } from '@/corpus/document/text';
import type { ReadingBlock } from '@/corpus/annotation/reading';
import type { ReaderMark } from '@/components/editor/mark-index';

/** A made-up article: the same for the same size, in Node and in the browser. */
export interface BenchArticle {
  readonly text: string;
  readonly blocks: readonly ReadingBlock[];
  readonly marks: readonly ReaderMark[];
  /** Places on the first screen for marks that are made one at a time. */
  readonly creations: readonly ReaderMark[];
}

const VOCABULARY =
  `the a of to and in council harbour said on storm wall for was with that from crowns ferry people
   by after month plan report bridge would school at winter town had its work who officer night
   county it board repair two years more than been paper letter first over street`.split(/\s+/);

const KINDS = ['claim', 'quote', 'attribution'] as const;
/** One mark in five is laid across another one. */
const OVERLAPPING = 0.2;
/** Marks made one at a time, so many that where in a frame each falls evens out. */
const CREATIONS = 18;
/** The paragraphs that they are made in, all on the first screen. */
const CREATED_IN = 3;

/** mulberry32: a small seeded generator of numbers in [0, 1). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** An article of about `wordCount` words in paragraphs of 20–80, with `markCount` marks. */
export function makeArticle(wordCount: number, markCount: number): BenchArticle {
  const random = randomFrom(wordCount + markCount);
  const paragraphs: string[] = [];
  for (let words = 0; words < wordCount;) {
    const length = Math.min(20 + Math.floor(random() * 61), Math.max(8, wordCount - words));
    paragraphs.push(makeParagraph(random, length));
    words += length;
  }
  const { text, blocks } = layOut(
    paragraphs.map((text) => ({
      role: 'paragraph' as const,
      text,
      depth: 0,
      group: null,
      original: null,
    })),
  );
  const marks = makeMarks(random, blocks, markCount);
  const creations = Array.from({ length: CREATIONS }, (_, n): ReaderMark => {
    const start = blocks[n % CREATED_IN]!.start + 12 + Math.floor(n / CREATED_IN) * 14;
    return markOf(`n${n}`, KINDS[n % 3]!, start, start + 24);
  });
  return {
    text,
    blocks: blocks.map((block) => ({ ...block, id: `b${block.ordinal}` })),
    marks,
    creations,
  };
}

function makeParagraph(random: () => number, length: number): string {
  const words: string[] = [];
  let left = 0;
  for (let n = 0; n < length; n++) {
    let word = VOCABULARY[Math.floor(random() * VOCABULARY.length)]!;
    if (left === 0) {
      word = word[0]!.toUpperCase() + word.slice(1);
      left = 8 + Math.floor(random() * 14);
    }
    left--;
    words.push(left === 0 || n === length - 1 ? `${word}.` : word);
  }
  return words.join(' ');
}

function makeMarks(
  random: () => number,
  blocks: readonly { readonly start: number; readonly end: number }[],
  count: number,
): ReaderMark[] {
  const marks: ReaderMark[] = [];
  const perBlock = count / blocks.length;
  for (const [index, block] of blocks.entries()) {
    const wanted = Math.round((index + 1) * perBlock) - Math.round(index * perBlock);
    const slot = (block.end - block.start) / Math.max(1, wanted);
    for (let n = 0; n < wanted; n++) {
      const length = Math.max(12, Math.floor(slot * (0.3 + 0.5 * random())));
      const crossing = random() < OVERLAPPING ? slot * 0.5 : 0;
      const start = Math.floor(block.start + n * slot + random() * slot * 0.2 + crossing);
      const end = Math.min(block.end, start + length);
      if (end > start) marks.push(markOf(`m${marks.length}`, KINDS[marks.length % 3]!, start, end));
    }
  }
  return marks;
}

function markOf(id: string, kind: ReaderMark['kind'], start: number, end: number): ReaderMark {
  return {
    id,
    kind,
    status: 'unchecked',
    suggested: false,
    spans: [{ part: 'content', ordinal: 0, piece: 0, start, end }],
  };
}
