import { isOwnProse } from '../document/block';
import type { Span } from '../spans/span';
import type { DetectableBlock, DetectableText } from './model';

/** Words between quotation marks, marks included, one piece a paragraph; offsets of the text. */
export interface Quotation {
  readonly pieces: readonly Span[];
  /** Whether its closing mark stands in the text. */
  readonly closed: boolean;
  /** Whether it stands between single marks. */
  readonly single: boolean;
  /** Whether it is set off as a block quotation, without marks of its own. */
  readonly isBlock: boolean;
}

/** Each opening mark with the marks that can close it. */
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”"',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '"': '"”',
  '‘': '’',
  "'": "'’",
};
const ANY_MARK = /["“”„«»‘’']/u;
const LETTER = /[\p{L}\p{N}]/u;
const BEFORE_OPENER = /[\s([{—–\-/“"„«‘]/u;

/** How many paragraphs a quotation may run over before it is taken for a missing closing mark. */
const LONGEST = 12;

interface Open extends Span {
  readonly mark: string;
}

/** The quotations of the article's own prose, in text order; those inside others left out. */
export function findQuotations({ text, blocks }: DetectableText): readonly Quotation[] {
  const found: Quotation[] = [];
  const marked = withDoubledMarks(text);
  let running: Span[] = [];
  const prose = blocks.filter((block) => isOwnProse(block.role));
  for (const [index, block] of prose.entries()) {
    const inBlock = quotationsIn(marked, block);
    const end = trimmedEnd(text, block);
    if (block.role === 'block_quote' && inBlock.length === 0 && end > block.start) {
      const pieces = [{ start: block.start, end }];
      found.push({ pieces, closed: true, single: false, isBlock: true });
    }
    for (const { span, mark, closed } of inBlock) {
      const pieces: Span[] = [...running, span];
      running = [];
      const next = prose[index + 1];
      const isLast = !closed && span.end === trimmedEnd(text, block);
      if (isLast && next !== undefined && pieces.length < LONGEST && reopens(marked, next, mark)) {
        running = pieces;
      } else found.push({ pieces, closed, single: isSingle(mark), isBlock: false });
    }
  }
  return found;
}

/**
 * The text unit for unit, with two single marks side by side as the double mark they stand for:
 * `“` and `”` by their place, each with a blank inside.
 */
function withDoubledMarks(text: string): string {
  if (!/''|``|’’|‘‘/.test(text)) return text;
  return text.replace(/''|``|’’|‘‘/g, (marks, at: number) => {
    const before = text[at - 1] ?? ' ';
    const after = text[at + 2] ?? ' ';
    const opens =
      marks === '``' || marks === '‘‘' || (/[\s([—–-]/.test(before) && /\S/.test(after));
    return opens ? `${DOUBLED}“` : `”${DOUBLED}`;
  });
}

/** Holds the place of the second single mark; no letter and no mark. */
const DOUBLED = '\u0000';

function reopens(text: string, next: DetectableBlock, mark: string): boolean {
  const first = text[next.start] === DOUBLED ? next.start + 1 : next.start;
  return next.role !== 'headline' && text[first] === mark;
}

function isSingle(mark: string): boolean {
  return mark === '‘' || mark === "'";
}

function trimmedEnd(text: string, block: Span): number {
  let end = block.end;
  while (end > block.start && /\s/.test(text[end - 1]!)) end--;
  return end;
}

/** One block's quotations; one that it leaves open ends with the block. */
function quotationsIn(
  text: string,
  block: Span,
): readonly { span: Span; mark: string; closed: boolean }[] {
  const found: { span: Span; mark: string; closed: boolean }[] = [];
  const end = trimmedEnd(text, block);
  const singles = closersOf(text, block);
  let open: Open | null = null;
  for (let at = block.start; at < end; at++) {
    const character = text[at]!;
    if (!ANY_MARK.test(character)) continue;
    if (open === null) {
      if (opens(text, block, at, singles)) open = { mark: character, start: at, end: at };
    } else if (closes(text, block, at, open)) {
      found.push({ span: outer(text, open.start, at + 1), mark: open.mark, closed: true });
      open = null;
    } else if (character === open.mark && !isSingle(character) && opens(text, block, at, singles)) {
      const inner = innerEnd(text, at, end);
      if (inner !== null) {
        at = inner;
        continue;
      }
      const last = lastStop(text, open.start, at);
      found.push({ span: { start: open.start, end: last }, mark: open.mark, closed: false });
      open = { mark: character, start: at, end: at };
    }
  }
  if (open !== null && !isSingle(open.mark)) {
    found.push({ span: { start: open.start, end }, mark: open.mark, closed: false });
  }
  return found;
}

/** So far behind an inner quotation the outer one's closing mark is looked for, in UTF-16 units. */
const LONGEST_NEST = 2000;

/**
 * Where the quotation that opens at an offset inside of an open one ends, as in “the “old” wall fell”; null
 * where no mark behind it closes the outer one, which then was never closed.
 */
function innerEnd(text: string, at: number, end: number): number | null {
  if (text[at] !== '“') return null;
  let depth = 1;
  let inner: number | null = null;
  for (let next = at + 1; next < Math.min(end, at + LONGEST_NEST); next++) {
    if (text[next] === '“') depth++;
    if (text[next] !== '”') continue;
    depth--;
    if (depth < 0) return inner;
    if (depth === 0) inner ??= next;
  }
  return null;
}

/** A quotation's range with the second marks of doubled ones. */
function outer(text: string, start: number, end: number): Span {
  return {
    start: text[start - 1] === DOUBLED ? start - 1 : start,
    end: text[end] === DOUBLED ? end + 1 : end,
  };
}

/** Whether the mark at an offset begins a quotation: free before, words behind. */
function opens(text: string, block: Span, at: number, singles: NextCloser): boolean {
  const mark = text[at]!;
  if (!(mark in CLOSERS)) return false;
  const before = at === block.start ? ' ' : text[at - 1]!;
  const after = text[at + 1] ?? ' ';
  if (at + 1 >= block.end || (/\s/.test(after) && mark !== '«')) return false;
  if (mark === '“' || mark === '„' || mark === '«') return true;
  if (mark === '»') return LETTER.test(after) && BEFORE_OPENER.test(before);
  if (!BEFORE_OPENER.test(before)) return false;
  return !isSingle(mark) || (LETTER.test(after) && closesSomewhere(text, block, at, singles));
}

/** Words that begin with an apostrophe and no quotation. */
const ELIDED = /^['‘’](?:\d0s|\d\ds?\b|em|til|tis|twas|cause|bout|round|n)\b/iu;

/** Single marks quote only where a single mark that is no apostrophe closes them in the block. */
function closesSomewhere(text: string, block: Span, at: number, singles: NextCloser): boolean {
  return !ELIDED.test(text.slice(at, at + 8)) && singles(at + 2) < block.end;
}

/** The first closing single mark of a block from an offset on; the block's end where there is none. */
type NextCloser = (from: number) => number;

/** Asked for growing offsets, it looks at each character once. */
function closersOf(text: string, block: Span): NextCloser {
  let next = block.start;
  let isFound = false;
  return (from) => {
    if (next < from) [next, isFound] = [from, false];
    while (!isFound && next < block.end) {
      if (closesSingle(text, block, next)) isFound = true;
      else next++;
    }
    return next;
  };
}

function closesSingle(text: string, block: Span, at: number): boolean {
  if (text[at] !== '’' && text[at] !== "'") return false;
  const after = at + 1 >= block.end ? ' ' : text[at + 1]!;
  const before = text[at - 1]!;
  if (LETTER.test(after) || /\s/.test(before)) return false;
  const isPluralPossessive = before === 's' && /^\s\p{Ll}/u.test(text.slice(at + 1, at + 3));
  return !isPluralPossessive;
}

function closes(text: string, block: Span, at: number, open: Open): boolean {
  const mark = text[at]!;
  if (!CLOSERS[open.mark]!.includes(mark)) return false;
  if (isSingle(open.mark)) return closesSingle(text, block, at);
  if (mark !== '"') return true;
  const before = text[at - 1]!;
  const after = at + 1 >= block.end ? ' ' : text[at + 1]!;
  return !(/[\s([]/.test(before) && LETTER.test(after)) && at > open.start + 1;
}

/** Where a quotation without a closing mark ends: behind the last stop before the next one. */
function lastStop(text: string, from: number, to: number): number {
  for (let at = to - 1; at > from + 1; at--) if (/[.,!?…]/.test(text[at]!)) return at + 1;
  let end = to;
  while (end > from + 1 && /\s/.test(text[end - 1]!)) end--;
  return end;
}
