import type { Formatting } from '../../document/block';
import { safeHref } from './html-address';

export interface OpenedFormat {
  readonly kind: Formatting['kind'];
  /** Null for what is no link, and for one whose address cannot be kept. */
  readonly href: string | null;
}

const NAMED: Readonly<Record<string, 'strong' | 'emphasis'>> = {
  b: 'strong',
  strong: 'strong',
  em: 'emphasis',
  i: 'emphasis',
};

/** What an element says of the words in it: by its name, or as editors do by the style of a span. */
export function formatsOf(element: Element, name: string, base: string | null): OpenedFormat[] {
  if (name === 'a') {
    const href = element.getAttribute('href');
    return href === null ? [] : [{ kind: 'link', href: safeHref(href, base) }];
  }
  const named = NAMED[name];
  if (named === undefined && name !== 'span') return [];
  const style = element.getAttribute('style') ?? '';
  // Some editors wrap all that is copied in a `b` whose style says that it is not bold.
  if (named !== undefined) return UNDONE[named].test(style) ? [] : [{ kind: named, href: null }];
  const kinds = (['strong', 'emphasis'] as const).filter((kind) => STYLED[kind].test(style));
  return kinds.map((kind) => ({ kind, href: null }));
}

const STYLED = {
  strong: /(?:^|;)\s*font-weight\s*:\s*(?:bold|bolder|[6-9]00)\b/i,
  emphasis: /(?:^|;)\s*font-style\s*:\s*italic\b/i,
} as const;

const UNDONE = {
  strong: /(?:^|;)\s*font-weight\s*:\s*(?:normal|400)\b/i,
  emphasis: /(?:^|;)\s*font-style\s*:\s*normal\b/i,
} as const;
