import { createHash } from 'node:crypto';
import { foldSign } from '../../anchoring/tokens';
import { wordsOf } from '../../spans/words';

export const SPLITS = ['train', 'validation', 'test'] as const;
export type Split = (typeof SPLITS)[number];

/** Words in a row that are hashed together. */
const RUN = 16;

/**
 * Of so many neighbouring runs the least hash is kept (winnowing, Schleimer, Wilkerson and Aiken
 * 2003): two texts that share RUN + WINDOW - 1 words in a row share a kept hash.
 */
const WINDOW = 35;

/** What a run’s sum is multiplied with from word to word; odd, so that no word is lost. */
const BASE = 0x01000193;
const BASE_TO_RUN = Array.from({ length: RUN }).reduce<number>(
  (power) => Math.imul(power, BASE),
  1,
);

const ASCII = 128;

/** How long a passage must be, in words, to keep two articles on one side for certain. */
export const LONG_PASSAGE = RUN + WINDOW - 1;

/** Which part an article goes to: four of five to train, the others to validation and test. */
const SHARES: readonly (readonly [Split, number])[] = [
  ['train', 0.8],
  ['validation', 0.9],
  ['test', 1],
];

/**
 * Puts articles into parts, by the article and never by the annotation. Articles that share a long
 * passage, also by way of others, go to the same one. The same articles always fall alike.
 */
export class Splitter {
  /** Hash of a run → the first article that has it. */
  private readonly firsts = new Map<number, number>();
  private readonly parents: number[] = [];
  private readonly ids: string[] = [];
  private readonly numbers = new Map<string, number>();

  /** Takes an article in; all of them before the first is asked for. */
  add(id: string, text: string): void {
    const number = this.ids.length;
    this.ids.push(id);
    this.numbers.set(id, number);
    this.parents.push(number);
    for (const hash of keptHashes(text)) {
      const first = this.firsts.get(hash);
      if (first === undefined) this.firsts.set(hash, number);
      else this.join(first, number);
    }
  }

  splitOf(id: string): Split {
    const number = this.numbers.get(id);
    if (number === undefined) throw new Error(`the article ${id} was not taken in`);
    const place = placeOf(this.ids[this.rootOf(number)]!);
    return SHARES.find(([, below]) => place < below)![0];
  }

  /** The smaller number is the root, so that the first article names the group. */
  private join(a: number, b: number): void {
    const [one, two] = [this.rootOf(a), this.rootOf(b)];
    this.parents[Math.max(one, two)] = Math.min(one, two);
  }

  private rootOf(number: number): number {
    let root = number;
    while (this.parents[root] !== root) {
      this.parents[root] = this.parents[this.parents[root]!]!;
      root = this.parents[root]!;
    }
    return root;
  }
}

/** From 0 to 1, evenly, from the id alone. */
function placeOf(id: string): number {
  return createHash('sha256').update(id).digest().readUInt32BE(0) / 2 ** 32;
}

function keptHashes(text: string): ReadonlySet<number> {
  const runs = runHashes(text);
  const kept = new Set<number>();
  let least = -1;
  for (let end = WINDOW; end <= runs.length; end++) {
    const from = end - WINDOW;
    if (least < from) least = leastOf(runs, from, end);
    else if (runs[end - 1]! < runs[least]!) least = end - 1;
    kept.add(runs[least]!);
  }
  return kept;
}

/** Where the least of some hashes stands, the first of equal ones. */
function leastOf(hashes: Uint32Array, from: number, end: number): number {
  let least = from;
  for (let at = from + 1; at < end; at++) if (hashes[at]! < hashes[least]!) least = at;
  return least;
}

/**
 * A hash of each RUN words in a row, rolled on from word to word: a polynomial of the words’
 * hashes (Karp and Rabin 1987), modulo 2^32, its bits mixed.
 */
function runHashes(text: string): Uint32Array {
  const words = Uint32Array.from(wordsOf(text), ({ start, end }) => hashOf(text, start, end));
  const runs = new Uint32Array(Math.max(0, words.length - RUN + 1));
  let sum = 0;
  for (let at = 0; at < words.length; at++) {
    sum = (Math.imul(sum, BASE) + words[at]!) | 0;
    if (at >= RUN) sum = (sum - Math.imul(words[at - RUN]!, BASE_TO_RUN)) | 0;
    if (at >= RUN - 1) runs[at - RUN + 1] = mix(mix(7, sum), sum >>> 15);
  }
  return runs;
}

/** The hash of a word, typography folded. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 2166136261;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    hash = mix(hash, code < ASCII ? code : foldSign(text[at]!).charCodeAt(0));
  }
  return hash;
}

function mix(hash: number, value: number): number {
  return Math.imul(hash ^ value, 16777619) >>> 0;
}
