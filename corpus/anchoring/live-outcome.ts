import { commonSequence } from './common-sequence';
import { isWord, tokensOf } from './tokens';

/** What an edit has made of a span so far; `gone` is what the judge calls lost. */
export type LiveOutcome = 'whole' | 'changed' | 'gone';

/** Some words with what stands beside them, each as far as a word or two. */
export interface WordsInPlace {
  readonly left: string;
  readonly words: string;
  readonly right: string;
}

/** Shares and lengths as in carry.ts, which decides when the edit is saved. */
const KEPT_SHARE = 0.25;
const SHORT = 8;
const SHORTEST = 4;

/**
 * Foretells, from one place alone, what carrying a span over will say of it. Look-alikes
 * elsewhere in the text are not seen here.
 */
export function liveOutcome(before: WordsInPlace, after: WordsInPlace): LiveOutcome {
  const [old, fresh] = [keysOf(before.words), keysOf(after.words)];
  if (old.join(' ') === fresh.join(' ')) return 'whole';
  if (fresh.length === 0) return 'gone';
  const total = old.filter(isWord).length;
  const kept = keptWords(old, fresh);
  const left = keysOf(before.left).at(-1) === keysOf(after.left).at(-1);
  const right = keysOf(before.right)[0] === keysOf(after.right)[0];
  if (kept > 0 && (kept >= KEPT_SHARE * total || (left && right && total <= SHORT))) {
    return 'changed';
  }
  const fits = fresh.length <= 2 * old.length + 4;
  const framed = (left && right) || ((left || right) && old.length <= SHORTEST);
  return framed && fits ? 'changed' : 'gone';
}

function keysOf(text: string): readonly string[] {
  return tokensOf({ text, blocks: [{ start: 0 }] }).keys;
}

function keptWords(old: readonly string[], fresh: readonly string[]): number {
  const numbers = new Map<string, number>();
  const numbered = (keys: readonly string[]) =>
    Int32Array.from(keys, (key) => numbers.get(key) ?? (numbers.set(key, numbers.size), numbers.size - 1)); // prettier-ignore
  const [a, b] = [numbered(old), numbered(fresh)];
  const pairs = commonSequence({ a, aFrom: 0, aTo: a.length, b, bFrom: 0, bTo: b.length });
  return pairs.filter(([at]) => isWord(old[at]!)).length;
}
