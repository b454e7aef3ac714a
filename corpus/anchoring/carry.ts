import type { AnchoredSpan, Span } from '../spans/span';

/** How a span came to a new text. */
export interface Carried {
  readonly outcome: 'unchanged' | 'moved' | 'ambiguous' | 'lost';
  readonly span: Span | null;
}

/**
 * Finds a stored span in a new text by its words and their context; offsets are UTF-16. The words
 * with both contexts, then with one, then alone must occur exactly once: a place is never guessed,
 * because a wrong anchor is worse than none.
 */
export function carrySpan(span: AnchoredSpan, text: string): Carried {
  const { exact, prefix, suffix } = span;
  const descriptions = [
    [prefix, suffix],
    [prefix, ''],
    ['', suffix],
    ['', ''],
  ] as const;
  for (const [before, after] of descriptions) {
    const places = placesOf(text, before + exact + after);
    if (places.length === 1) {
      const start = places[0]! + before.length;
      const outcome = start === span.start ? 'unchanged' : 'moved';
      return { outcome, span: { start, end: start + exact.length } };
    }
    if (places.length > 1) return { outcome: 'ambiguous', span: null };
  }
  return { outcome: 'lost', span: null };
}

/** The first two places at which the words stand: more are not needed to know it is not one. */
function placesOf(text: string, words: string): readonly number[] {
  const first = text.indexOf(words);
  if (first < 0) return [];
  const second = text.indexOf(words, first + 1);
  return second < 0 ? [first] : [first, second];
}
