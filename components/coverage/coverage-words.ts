import type { CoverageState } from '@/corpus/coverage/coverage';

/** What stands of a sentence, as lists and the map say it. */
export const COVERAGE_LABELS: Readonly<Record<CoverageState, string>> = {
  checked: 'checked',
  attributed: 'given to a source',
  nothing: 'nothing to check',
  marked: 'marked, check to do',
  uncovered: 'without cover',
};

/** The address of a place in an article's newest text; the page scrolls there. */
export function placeAddress(articleId: string, offset: number): string {
  return `/articles/${articleId}#at-${offset}`;
}

/** The offset in such an address; null where it has none. */
export function placeIn(hash: string): number | null {
  const found = /^#at-(\d{1,9})$/.exec(hash);
  return found === null ? null : Number(found[1]);
}
