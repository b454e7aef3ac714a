import type { Span } from '../spans/span';

/**
 * Where a sample annotation's words stand in a text: the only place where they occur, or, where
 * they occur more than once, the only place inside `within`, which itself occurs once. Null where
 * there is no such place.
 */
export function locateWords(text: string, words: string, within?: string): Span | null {
  const start = findOnly(text, words);
  if (start !== null) return { start, end: start + words.length };
  if (within === undefined) return null;
  const outer = findOnly(text, within);
  const inner = findOnly(within, words);
  if (outer === null || inner === null) return null;
  return { start: outer + inner, end: outer + inner + words.length };
}

function findOnly(text: string, words: string): number | null {
  if (words === '') return null;
  const first = text.indexOf(words);
  return first === -1 || text.indexOf(words, first + 1) !== -1 ? null : first;
}
