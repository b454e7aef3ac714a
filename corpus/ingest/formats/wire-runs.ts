import type { Formatting } from '../../document/block';

/** A stretch of a block's words that is set in one way. "\n" in it is a line break that is meant. */
export interface Run {
  readonly text: string;
  readonly emphasis?: boolean;
  readonly strong?: boolean;
  /** Any address as it came; kept only if it is safe. */
  readonly href?: string | null;
}

/** A block's words and how they are set; ranges are UTF-16 offsets of `text`. */
export interface RichText {
  readonly text: string;
  readonly formatting: readonly Formatting[];
}

type Mark = Omit<Formatting, 'start' | 'end'>;

/** The longest address that is kept, in characters. */
const LONGEST_HREF = 2000;

/**
 * Joins runs into a block's text: no white space at its edges, no blank lines in it, no control
 * characters, whole surrogate pairs only. `collapse`: white space is one space, as in HTML.
 */
export function richTextOf(runs: readonly Run[], collapse: boolean): RichText {
  let text = '';
  const found: Formatting[] = [];
  for (const run of runs) {
    const own = cleanText(run.text, collapse);
    const next = joined(text, own, collapse);
    const start = Math.min(text.length, next.length - 1);
    text = next;
    for (const mark of marksOf(run)) {
      if (start >= 0) addRange(found, { ...mark, start, end: text.length });
    }
  }
  return trimmed({ text: text.trimEnd(), formatting: found });
}

/** A text without formatting. */
export function plainText(text: string): RichText {
  return richTextOf([{ text }], false);
}

/** An http, https or mailto address in its normal form; null for every other. */
export function safeHref(href: string | null | undefined): string | null {
  if (href === null || href === undefined || href.length > LONGEST_HREF) return null;
  try {
    const url = new URL(href.trim());
    return /^(?:https?|mailto):$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

function cleanText(text: string, collapse: boolean): string {
  const clean = text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replace(/[\0-\x08\x0e-\x1f\x7f-\x9f]/g, '');
  const spaced = collapse ? clean.replace(/[ \t]+/g, ' ') : clean;
  return spaced.replace(/[ \t]*\n\s*/g, '\n');
}

/** The text so far with the next words: no blank line, and one space where two meet. */
function joined(before: string, own: string, collapse: boolean): string {
  if (before === '') return own.trimStart();
  if (own.startsWith('\n')) return before.trimEnd() + own;
  if (before.endsWith('\n')) return before + own.trimStart();
  return collapse && before.endsWith(' ') ? before + own.replace(/^ /, '') : before + own;
}

function marksOf({ emphasis, strong, href }: Run): Mark[] {
  const marks: Mark[] = [];
  const address = safeHref(href);
  if (address !== null) marks.push({ kind: 'link', href: address });
  if (strong === true) marks.push({ kind: 'strong' });
  if (emphasis === true) marks.push({ kind: 'emphasis' });
  return marks;
}

/** Adds a range, or lengthens the one of the same kind that ends where it begins. */
function addRange(found: Formatting[], range: Formatting): void {
  const at = found.findLastIndex(
    ({ kind, href, end }) => kind === range.kind && href === range.href && end >= range.start,
  );
  const last = found[at];
  if (last === undefined) found.push(range);
  else found[at] = { ...last, end: range.end };
}

/** Ranges inside the text and without white space at their edges, in order. */
function trimmed({ text, formatting }: RichText): RichText {
  const ranges = formatting.flatMap((range) => {
    let { start, end } = range;
    end = Math.min(end, text.length);
    while (start < end && /\s/.test(text.charAt(start))) start++;
    while (end > start && /\s/.test(text.charAt(end - 1))) end--;
    return start < end ? [{ ...range, start, end }] : [];
  });
  return { text, formatting: ranges.sort((a, b) => a.start - b.start || b.end - a.end) };
}
