import { Readability } from '@mozilla/readability';
import { STAMP, stampedCopy } from './html-dom';

/** Elements beyond which Readability takes too long: no page of one article has as many. */
const MOST_ELEMENTS = 10_000;

/** The same for the depths of all elements together, and for their mean: a page has about 12. */
const MOST_DEPTHS = 300_000;
const MOST_MEAN_DEPTH = 60;

/**
 * The elements below `root` that make a page's article, as Readability finds it; empty where it
 * finds none. The page itself is left as it is: Readability reads a stamped copy, and the stamps
 * that it keeps name the elements.
 */
export function articleElements(root: Node, title: string): ReadonlySet<Element> {
  const kept = new Set<Element>();
  const stamped = stampedCopy(root, title, MOST_ELEMENTS);
  if (stamped === null) return kept;
  const { copy, originals, depths } = stamped;
  if (depths > Math.min(MOST_DEPTHS, originals.length * MOST_MEAN_DEPTH)) return kept;
  const found = contentOf(copy);
  if (found === null) return kept;
  for (const element of found.querySelectorAll(`[${STAMP}]`)) {
    const original = originals[Number(element.getAttribute(STAMP))];
    if (original !== undefined) kept.add(original);
  }
  return kept;
}

/** Readability gives up by throwing at times, on pages that no person made. */
function contentOf(copy: Document): Element | null {
  try {
    const reader = new Readability<Element>(copy, {
      serializer: (node) => node as Element,
      disableJSONLD: true,
      keepClasses: true,
    });
    return reader.parse()?.content ?? null;
  } catch {
    return null;
  }
}
