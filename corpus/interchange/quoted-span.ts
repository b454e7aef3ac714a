import { offsetTable, type OffsetTable } from '../document/positions';
import { snapToGraphemes, type Span } from '../spans/span';

/** What offsets of a file from elsewhere may count. */
export type OffsetUnit = 'codepoint' | 'utf16';

/** A span as a file has it: ranges in a unit that is not known yet, and the words they should hold. */
export interface QuotedSpan {
  readonly ranges: readonly Span[];
  /** The words of all ranges, a space between two; white space may differ from the text's. */
  readonly quoted: string;
}

/** Where a span lies, in UTF-16 units of the text; or the reason why it lies nowhere. */
export type PlacedSpan =
  | { readonly ranges: readonly Span[]; readonly repaired: string | null }
  | { readonly ranges: null; readonly refused: string };

export interface PlacedSpans {
  /** The unit in which more of the spans hold their words, to the white space; else code points. */
  readonly unit: OffsetUnit;
  /** In the order of the spans. */
  readonly spans: readonly PlacedSpan[];
}

/**
 * Finds the unit of the spans by comparing the quoted words with the text in both units, then each
 * span's place. A span that holds its words in the other unit, or whose words stand at one other
 * place of the text only, is repaired and says so; any other is refused. Nothing is guessed.
 */
export function placeQuotedSpans(text: string, spans: readonly QuotedSpan[]): PlacedSpans {
  const offsets = offsetTable(text);
  const fits = (unit: OffsetUnit, compare: Compare) =>
    spans.filter((span) => compare(text, toUtf16(span.ranges, unit, offsets), span.quoted)).length;
  const inUtf16 =
    fits('utf16', holdsExactly) - fits('codepoint', holdsExactly) ||
    fits('utf16', holds) - fits('codepoint', holds);
  const unit = inUtf16 > 0 ? 'utf16' : 'codepoint';
  return { unit, spans: spans.map((span) => place(text, offsets, unit, span)) };
}

function place(text: string, offsets: OffsetTable, unit: OffsetUnit, span: QuotedSpan): PlacedSpan {
  const ranges = toUtf16(span.ranges, unit, offsets);
  if (holds(text, ranges, span.quoted)) return atCharacters(text, ranges, null);
  const other = unit === 'utf16' ? 'codepoint' : 'utf16';
  const counted = toUtf16(span.ranges, other, offsets);
  if (holds(text, counted, span.quoted)) {
    return atCharacters(text, counted, `it counts ${UNIT_WORDS[other]}, unlike the others`);
  }
  const found = span.ranges.length === 1 ? onlyPlaceOf(text, span.quoted) : null;
  if (found !== null) return atCharacters(text, [found], 'its words stand elsewhere, once');
  return { ranges: null, refused: `“${shortened(span.quoted)}” is not where the file says it is` };
}

const UNIT_WORDS: Readonly<Record<OffsetUnit, string>> = {
  codepoint: 'code points',
  utf16: 'UTF-16 units',
};

/** Moves edges that split a character outwards, and says so. */
function atCharacters(text: string, ranges: readonly Span[], repaired: string | null): PlacedSpan {
  const snapped = ranges.map((range) => snapToGraphemes(text, range) ?? range);
  const moved = snapped.some(
    ({ start, end }, index) => start !== ranges[index]!.start || end !== ranges[index]!.end,
  );
  const why = moved
    ? [repaired, 'its edge split a character'].filter(Boolean).join('; ')
    : repaired;
  return { ranges: snapped, repaired: why };
}

function toUtf16(ranges: readonly Span[], unit: OffsetUnit, offsets: OffsetTable): readonly Span[] {
  if (unit === 'utf16') return ranges;
  return ranges.map(({ start, end }) => ({
    start: offsets.toUtf16(start),
    end: offsets.toUtf16(end),
  }));
}

type Compare = (text: string, ranges: readonly Span[], quoted: string) => boolean;

const holdsExactly: Compare = (text, ranges, quoted) => wordsAt(text, ranges) === quoted;

/** White space may differ: a file's quoted words stand on one line. */
const holds: Compare = (text, ranges, quoted) => {
  const words = wordsAt(text, ranges);
  return words !== null && onOneLine(words) === onOneLine(quoted);
};

/** The words of the ranges, a space between two; null where one is outside of the text. */
function wordsAt(text: string, ranges: readonly Span[]): string | null {
  if (ranges.some(({ start, end }) => start >= end || start < 0 || end > text.length)) return null;
  return ranges.map(({ start, end }) => text.slice(start, end)).join(' ');
}

function onOneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

function onlyPlaceOf(text: string, quoted: string): Span | null {
  const words = quoted.trim();
  const start = words === '' ? -1 : text.indexOf(words);
  if (start < 0 || text.includes(words, start + 1)) return null;
  return { start, end: start + words.length };
}

function shortened(words: string): string {
  return words.length > 60 ? `${words.slice(0, 60)}…` : words;
}
