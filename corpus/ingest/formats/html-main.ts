import { Readability } from '@mozilla/readability';
import { STAMP, stampedCopy } from './html-dom';

/**
 * The elements that make a page's article, as Readability finds it; empty where it finds none. The
 * page itself is left as it is: Readability reads a stamped copy, and the stamps that it keeps
 * name the elements.
 */
export function articleElements(page: Document, title: string): ReadonlySet<Element> {
  const { copy, originals } = stampedCopy(page, title);
  const kept = new Set<Element>();
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
    });
    return reader.parse()?.content ?? null;
  } catch {
    return null;
  }
}
