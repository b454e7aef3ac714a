import type { Line } from './lines';

/** Widths at which text is wrapped by hand or by a mail program, in characters. */
const NARROWEST = 40;
const WIDEST = 120;

/** The share of the lines with a successor that must be full before a text counts as wrapped. */
const FULL_SHARE = 0.65;

/** Lines this much over the width (a long address) may still be continued. */
const OVERHANG = 10;

/**
 * The fixed width at which a text is wrapped, in characters with indentation; null where none
 * shows. A line is full when the next line's first word would not have fitted on it.
 */
export function wrapWidth(lines: readonly Line[]): number | null {
  const pairs: { width: number; word: number; lower: boolean }[] = [];
  for (const [index, next] of lines.entries()) {
    const line = lines[index - 1];
    if (line === undefined || next.gap > 0) continue;
    pairs.push({ width: widthOf(line), word: firstWord(next), lower: /^\p{Ll}/u.test(next.text) });
  }
  const short = pairs.filter(({ width }) => width <= WIDEST + OVERHANG);
  if (short.length < 2 || short.length < pairs.length * FULL_SHARE) return null;
  const widths = [...new Set(short.map(({ width }) => width))].sort((a, b) => b - a).slice(0, 12);
  let best: { width: number; full: number } | null = null;
  for (const width of widths) {
    if (width < NARROWEST || width > WIDEST) continue;
    const full = pairs.filter((pair) => isFull(pair, width)).length;
    if (best === null || full > best.full) best = { width, full };
  }
  if (best === null || best.full < pairs.length * FULL_SHARE) return null;
  const { width, full } = best;
  const broken = pairs.filter((pair) => isFull(pair, width) && pair.lower).length;
  return full >= 2 && broken * 3 >= full ? width : null;
}

/** True where `next` goes on with the sentence that `line` broke off at the width. */
export function continues(line: Line, next: Line, width: number | null): boolean {
  if (width === null || next.gap > 0) return false;
  if (next.indent > line.indent + 1 && /[.!?"”’)]$/.test(line.text)) return false;
  if (STARTS_ANEW.test(next.text)) return false;
  return isFull({ width: widthOf(line), word: firstWord(next) }, width);
}

const STARTS_ANEW = /^(?:By \p{Lu}|BY \p{Lu}|\((?:Additional |Reporting|Editing|Writing))/u;

/** What stands between two wrapped lines once they are one: nothing in Chinese or after a hyphen. */
export function joint(before: string, after: string): '' | ' ' {
  if (CJK_END.test(before) && CJK_START.test(after)) return '';
  return /\p{L}-$/u.test(before) && /^\p{Ll}/u.test(after) ? '' : ' ';
}

const CJK =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef]';
const CJK_END = new RegExp(`${CJK}$`, 'u');
const CJK_START = new RegExp(`^${CJK}`, 'u');

function isFull(line: { width: number; word: number }, width: number): boolean {
  return line.width + 1 + line.word > width && line.width <= width + OVERHANG;
}

function widthOf(line: Line): number {
  return line.indent + line.text.length;
}

function firstWord(line: Line): number {
  if (CJK_START.test(line.text)) return 1;
  const space = line.text.search(/\s/);
  return space === -1 ? line.text.length : space;
}
