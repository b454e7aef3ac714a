import { createHash } from 'node:crypto';
import { foldWords } from '../../anchoring/tokens';
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
  const words = wordsOf(text).map(({ start, end }) => hashOf(foldWords(text.slice(start, end))));
  const runs = words.slice(0, Math.max(0, words.length - RUN + 1)).map((_word, at) => {
    let hash = 7;
    for (let next = at; next < at + RUN; next++) hash = mix(hash, words[next]!);
    return hash;
  });
  const kept = new Set<number>();
  for (let at = 0; at + WINDOW <= runs.length; at++) {
    let least = runs[at]!;
    for (let next = at + 1; next < at + WINDOW; next++) least = Math.min(least, runs[next]!);
    kept.add(least);
  }
  return kept;
}

function hashOf(word: string): number {
  let hash = 2166136261;
  for (let at = 0; at < word.length; at++) hash = mix(hash, word.charCodeAt(at));
  return hash;
}

function mix(hash: number, value: number): number {
  return Math.imul(hash ^ value, 16777619) >>> 0;
}
